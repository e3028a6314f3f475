import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeOf, summaryOf } from '../../src/reports/survey-change.ts';

const given = fc.array(
  fc.record({ value: fc.integer({ min: 1, max: 10 }), count: fc.integer({ min: 1, max: 9 }) }),
  {
    maxLength: 12,
  },
);
const each = (list: { value: number; count: number }[]) =>
  list.flatMap(({ value, count }) => Array.from({ length: count }, () => value));

test('the mean and the spread are those of the numbers one by one', () => {
  fc.assert(
    fc.property(given, (list) => {
      const all = each(list);
      const { n, mean, spread } = summaryOf(list);
      expect(n).toBe(all.length);
      const middle = n > 0 ? all.reduce((sum, one) => sum + one, 0) / n : null;
      const squares = all.reduce((sum, one) => sum + (one - (middle ?? 0)) ** 2, 0);
      const close = (value: number | null, to: number | null) =>
        value === null || to === null ? value === to : Math.abs(value - to) < 1e-9;
      expect(close(mean, middle)).toBe(true);
      expect(close(spread, n > 1 ? Math.sqrt(squares / (n - 1)) : null)).toBe(true);
    }),
  );
});

test('of those who answered both, how each moved is counted, and nobody is lost', () => {
  const both = changeOf([
    { before: 2, after: 4, count: 3 },
    { before: 3, after: 3, count: 2 },
    { before: 5, after: 4, count: 1 },
  ]);
  expect(both).toMatchObject({ n: 6, up: 3, same: 2, down: 1 });
  expect(both.before.mean).toBeCloseTo(17 / 6, 9);
  expect(both.after.mean).toBeCloseTo(22 / 6, 9);
  expect(both.moved.mean).toBeCloseTo(5 / 6, 9);
  expect(changeOf([])).toMatchObject({ n: 0, up: 0, moved: { mean: null, spread: null } });
});
