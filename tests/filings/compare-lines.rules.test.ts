import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareLines, type ComparedLine } from '../../src/filings/compare-lines.ts';

const line = (label: string, amountCents: number | null, detail = ''): ComparedLine => ({
  section: 'Payments',
  label,
  detail,
  amountCents,
});

test('an amount that changed, a line that came and a line that went are told apart', () => {
  expect(
    compareLines(
      [line('Printing', 100_00), line('Travel', 50_00), line('Total', 150_00)],
      [line('Printing', 109_00), line('Postage', 5_00), line('Total', 114_00)],
    ),
  ).toEqual([
    { kind: 'removed', line: line('Travel', 50_00) },
    { kind: 'changed', before: line('Printing', 100_00), after: line('Printing', 109_00) },
    { kind: 'added', line: line('Postage', 5_00) },
    { kind: 'changed', before: line('Total', 150_00), after: line('Total', 114_00) },
  ]);
});

test('of lines by one name each is paired with the one that reads like it', () => {
  expect(
    compareLines(
      [line('Meal', 10_00, 'Kestrelman'), line('Meal', 20_00, 'Brook')],
      [line('Meal', 20_00, 'Brook'), line('Meal', 12_00, 'Kestrelman'), line('Meal', 3_00, 'Pine')],
    ),
  ).toEqual([
    { kind: 'changed', before: line('Meal', 10_00, 'Kestrelman'), after: line('Meal', 12_00, 'Kestrelman') },
    { kind: 'added', line: line('Meal', 3_00, 'Pine') },
  ]);
});

const lines = fc.array(
  fc.record({
    section: fc.constantFrom('A', 'B'),
    label: fc.constantFrom('x', 'y', 'z'),
    detail: fc.constantFrom('', 'd'),
    amountCents: fc.option(fc.nat(5)),
  }),
  { maxLength: 12 },
);

test('what changed always adds up to what the totals changed by, and nothing changed in a report that is the same', () => {
  const sum = (all: readonly (ComparedLine | null)[]) =>
    all.reduce((total, one) => total + (one?.amountCents ?? 0), 0);
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const changes = compareLines(before, after);
      const moved = changes.map((one) =>
        one.kind === 'changed'
          ? sum([one.after]) - sum([one.before])
          : one.kind === 'added'
            ? sum([one.line])
            : -sum([one.line]),
      );
      expect(moved.reduce((total, one) => total + one, 0)).toBe(sum(after) - sum(before));
      expect(compareLines(before, before.toReversed())).toEqual([]);
    }),
  );
});
