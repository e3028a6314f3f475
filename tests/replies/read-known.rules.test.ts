import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Stand } from '../../src/replies/answer-value.ts';
import type { Own } from '../../src/replies/officials-named.ts';
import { readHowWell, readKnown } from '../../src/replies/read-known.ts';

const OWN: Own[] = [
  { officialId: 'hill', title: 'Sen.', family: 'Hill' },
  { officialId: 'fox', title: 'Rep.', family: 'Foxworthy' },
  { officialId: 'kes', title: 'Rep.', family: 'Kestrelman' },
];
const inWords = (read: { officials: Stand[] } | null) =>
  read &&
  read.officials.map(({ officialId, strength, kind }) => `${officialId} ${strength ?? '-'} ${kind ?? '-'}`);

describe('whom they know, how well and how', () => {
  const known = (text: string, own = OWN) => inWords(readKnown(text, own));
  test.each<[string, string[]]>([
    ['1', ['hill - -']],
    ['1 and 3', ['hill - -', 'kes - -']],
    ['1, 2', ['hill - -', 'fox - -']],
    ['I know 1.', ['hill - -']],
    ['Just 2, thanks', ['fox - -']],
    ['1 well, 2 met', ['hill 3 -', 'fox 1 -']],
    ['1 well 2 met', ['hill 3 -', 'fox 1 -']],
    ['1 close, 3 met', ['hill 3 -', 'kes 1 -']],
    ['1close,3met', ['hill 3 -', 'kes 1 -']],
    ['1-well\n2-met', ['hill 3 -', 'fox 1 -']],
    ['1. well 2. met', ['hill 3 -', 'fox 1 -']],
    ['1) well, 2) have met', ['hill 3 -', 'fox 1 -']],
    ['1: Well; 3: know each other', ['hill 3 -', 'kes 2 -']],
    ['1, well, 2, met', ['hill 3 -', 'fox 1 -']],
    ['1 and 3 well', ['hill 3 -', 'kes 3 -']],
    ['1 and 3 both very well', ['hill 3 -', 'kes 3 -']],
    ['1 well and 2 only met once', ['hill 3 -', 'fox 1 -']],
    ['met 1 and 2 well', ['hill 1 -', 'fox 3 -']],
    ['I have met 1 but know 3 really well', ['hill 1 -', 'kes 3 -']],
    ['1, 2 met', ['hill - -', 'fox 1 -']],
    ['all well', ['hill 3 -', 'fox 3 -', 'kes 3 -']],
    ['1 well that’s all', ['hill 3 -']],
    ['Well, 1 and 2', ['hill - -', 'fox - -']],
    ['Hill well, Foxworthy a little', ['hill 3 -', 'fox 1 -']],
    ['Hill is a good friend. Met Foxworthy once', ['hill 3 friend', 'fox 1 -']],
    ['2 well, was my student!  1 met', ['fox 3 former_student', 'hill 1 -']],
    ['2 - well - my neighbor - 1 - met', ['fox 3 neighbor', 'hill 1 -']],
    ['2 well (my student) 1 met', ['fox 3 former_student', 'hill 1 -']],
    ['1 neighbor & friend, 2 my father in law', ['hill 3 friend', 'fox 3 family']],
    ['Hill - friend. Kestrelman - former student', ['hill 3 friend', 'kes - former_student']],
    ['I know Hill very well. Foxworthy I have met a couple of times', ['hill 3 -', 'fox 1 -']],
    ['i dont know 1 but know 2 well', ['fox 3 -']],
    ['1 friend, 2 met', ['hill 3 friend', 'fox 1 -']],
    ['1 freind', ['hill 3 friend']],
    ['1 well, neighbor, 2 met', ['hill 3 neighbor', 'fox 1 -']],
    ['1 well neighbour', ['hill 3 neighbor']],
    ['yes, 1 well', ['hill 3 -']],
    ['2 lives next door to me', ['fox - neighbor']],
    ['Kestrelman, she was my student', ['kes - former_student']],
    ['I taught 3', ['kes - former_student']],
    ['1 worked together, not very well', ['hill 1 colleague']],
    ['2 we served on a board together', ['fox - served_together']],
    ['3 same church', ['kes - community']],
    ['1 cousin', ['hill 3 family']],
    ['1 not well, 2 kind of', ['hill 1 -', 'fox 2 -']],
    ['1 well, 2 not at all', ['hill 3 -']],
    ['1 yes 2 no', ['hill - -']],
    ['1 well, 2 don’t know him', ['hill 3 -']],
    ['1 well 20 years', ['hill 3 -']],
    ['1 met in 2019', ['hill 1 -']],
    ['1 well, 3 years on the board', ['hill 3 served_together']],
    ['1️⃣ well', ['hill 3 -']],
    ['1 well\nSent from my iPhone', ['hill 3 -']],
    ['all', ['hill - -', 'fox - -', 'kes - -']],
    ['0', []],
    ['None.', []],
    ["I don't know any of them", []],
  ])('%s', (text, expected) => expect(known(text)).toEqual(expected));
  test.each([
    'he lives close to me, 1',
    '4',
    '1 but not 2',
    '1 or 2',
    '1 to 3',
    '1-3, 2-1',
    '1=3 2=1',
    '1 (3)',
    '1 3, 2 1',
    '1 opposes it',
    '1 met well',
    'met 1 well',
    'Is 1 new?',
    'not sure',
    'well',
    'friends',
    '',
    'thanks',
    'HB 203',
  ])('nothing in "%s"', (text) => expect(known(text)).toBeNull());
  test('both are both, however they are named', () => {
    for (const text of ['both', 'yes both', 'both 1 and 2', '1 and 2, both of them'])
      expect(known(text, OWN.slice(0, 2))).toEqual(['hill - -', 'fox - -']);
  });
  test('the only one needs no number', () => {
    const [hill] = OWN;
    expect(known('met a few times', hill && [hill])).toEqual(['hill 1 -']);
    expect(known('very well, he is my neighbor', hill && [hill])).toEqual(['hill 3 neighbor']);
  });
  test('what no kind says is a note for staff', () => {
    expect(readKnown('1 well, neighbor', OWN)?.note).toBe('');
    expect(readKnown('1 well, parent of a former student', OWN)).toMatchObject({
      officials: [{ strength: 3, kind: null }],
      note: '1 well, parent of a former student',
    });
  });
  test('a name that is a word of the scale is a name', () => {
    const close = [{ officialId: 'close', title: 'Rep.', family: 'Close' }, ...OWN];
    expect(known('Close met', close)).toEqual(['close 1 -']);
  });
});

describe('how well they know whom they named', () => {
  const HILL: Stand = { officialId: 'hill', stance: null, strength: null, kind: null };
  const FOX: Stand = { officialId: 'fox', stance: null, strength: null, kind: null };
  const on = (before: Stand[], text: string) => inWords(readHowWell(text, before, OWN));
  test.each<[string, string]>([
    ['1', '1 -'],
    ['3', '3 -'],
    ['3.', '3 -'],
    ['3 neighbor', '3 neighbor'],
    ['1 have met', '1 -'],
    ['3 know each other well', '3 -'],
    ['well', '3 -'],
    ['Very well', '3 -'],
    ['met once at a fundraiser', '1 -'],
    ['2 well', '3 -'],
    ['he was my student', '- former_student'],
    ['2 met', '1 -'],
  ])('of one: %s', (text, expected) => expect(on([FOX], text)).toEqual([`fox ${expected}`]));
  test('of one: none of it takes the name back', () => {
    for (const text of ['0', 'none', 'not at all']) expect(on([FOX], text)).toEqual([]);
  });
  test.each<[string, string[]]>([
    ['1 well, 2 met', ['hill 3 -', 'fox 1 -']],
    ['2 met', ['hill - -', 'fox 1 -']],
    ['both well', ['hill 3 -', 'fox 3 -']],
    ['Well', ['hill 3 -', 'fox 3 -']],
    ['1 neighbor, know well. 2 met', ['hill 3 neighbor', 'fox 1 -']],
    ['Hill not at all, 2 well', ['fox 3 -']],
    ['1 well 2 met and 3 met too', ['hill 3 -', 'fox 1 -', 'kes 1 -']],
  ])('of two: %s', (text, expected) => expect(on([HILL, FOX], text)).toEqual(expected));
  test.each(['1', '3', '1 3', '1 and 2', '2 or 3', '1: 3, 2: 1', 'who?', 'thanks', '1 opposes it'])(
    'of two: nothing in "%s"',
    (text) => expect(on([HILL, FOX], text)).toBeNull(),
  );
  test('what was said of the others, or before, stands; where all is said, another word corrects it', () => {
    const said = { ...HILL, strength: 3, kind: 'neighbor' as const };
    expect(on([said, FOX], '2')).toEqual(['hill 3 neighbor', 'fox 2 -']);
    expect(on([said], '1')).toEqual(['hill 1 neighbor']);
  });
});

test('nobody is ever known who was not offered, better than can be, and nothing throws', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      '1',
      '2',
      '4',
      ' well',
      ' met',
      ' and ',
      ', ',
      '. ',
      'Hill',
      ' friend',
      ' not',
      'both',
      '\n',
      '-',
    ),
  );
  const before: Stand[] = [{ officialId: 'hill', stance: null }];
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
      const text = pieces.join('');
      for (const read of [readKnown(text, OWN), readHowWell(text, before, OWN)])
        for (const { officialId, strength } of read?.officials ?? []) {
          expect(OWN.map((one) => one.officialId)).toContain(officialId);
          expect([null, 1, 2, 3]).toContain(strength);
        }
    }),
    { numRuns: 2_000 },
  );
});
