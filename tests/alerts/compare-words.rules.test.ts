import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyChange, compareWords, type ComparedLine } from '../../src/alerts/compare-words.ts';

const kept = (lines: ComparedLine[], without: 'added' | 'removed') =>
  lines
    .map((line) =>
      line
        .filter(({ kind }) => kind !== without)
        .map(({ text }) => text)
        .join(''),
    )
    .filter((line) => line.trim() !== '');
const written = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');

describe('two versions compared', () => {
  test('a word changed is a word removed and a word added, the rest of the line stays', () => {
    expect(compareWords('# No\n\nIt costs $40 million.', '# No\n\nIt costs $11 million.')).toEqual([
      [{ kind: 'same', text: '# No' }],
      [
        { kind: 'same', text: 'It costs ' },
        { kind: 'removed', text: '$40 ' },
        { kind: 'added', text: '$11 ' },
        { kind: 'same', text: 'million.' },
      ],
    ]);
  });

  test('lines with nothing in common are one line removed and one added', () => {
    expect(compareWords('Vote no.', 'The hearing moved to Friday.')).toEqual([
      [{ kind: 'removed', text: 'Vote no.' }],
      [{ kind: 'added', text: 'The hearing moved to Friday.' }],
    ]);
  });

  test('what is only spaced differently has not changed', () => {
    expect(anyChange(compareWords('a\n\n\nb  ', 'a\nb'))).toBe(false);
    expect(anyChange(compareWords('', 'a'))).toBe(true);
  });

  test('both versions can be read back from what is shown, for any two texts', () => {
    const text = fc
      .array(fc.constantFrom('vote', 'no', 'HB 203', ' ', '\n', 'costs', '$40'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = compareWords(before, after);
        expect(kept(lines, 'added').map((line) => line.trimEnd())).toEqual(
          written(before).filter((line) => line.trim() !== ''),
        );
        expect(kept(lines, 'removed').map((line) => line.trimEnd())).toEqual(
          written(after).filter((line) => line.trim() !== ''),
        );
      }),
    );
  });

  test('the longest texts allowed are compared at once', () => {
    const long = (word: string) =>
      Array.from({ length: 8000 }, (_, at) => `${word}${at}`)
        .join('\n')
        .slice(0, 40_000);
    expect(compareWords(long('a'), long('b')).length).toBeGreaterThan(100);
  });
});
