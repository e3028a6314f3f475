import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPast, project, type Dated } from '../../src/filings/projection.ts';
import { addDays, daysBetween } from '../../src/platform/days.ts';

const [from, to] = ['2026-01-01', '2026-12-31'];
const day = (at: number) => addDays(from, at);
const at = (
  today: string,
  amounts: Dated[],
  past = 3000_01,
  more: Partial<Parameters<typeof project>[0]> = {},
) => project({ amounts, past, from, to, today, ...more });

describe('the first amount past a line', () => {
  test.each([
    ['more_than', 3000_00, 3000_01],
    ['at_most', 3000_00, 3000_01],
    ['at_least', 5000_00, 5000_00],
    ['less_than', 2500_00, 2500_00],
  ])('%s %i is passed at %i', (operator, limit, past) => {
    expect(firstPast(operator, limit)).toBe(past);
  });
});

describe('a line that is not crossed yet', () => {
  test('is crossed on the day a straight line through the days so far reaches it', () => {
    // 10 days, $500.00: $50.00 a day. $3,000.01 is reached on the 61st day.
    expect(at('2026-01-10', [{ on: '2026-01-03', amount: 500_00 }])).toEqual({
      total: 500_00,
      expected: 18_250_00,
      standing: { state: 'ahead', on: '2026-03-02' },
    });
  });

  test('is not reached where the pace leads to less by the last day', () => {
    expect(at('2026-07-02', [{ on: '2026-05-01', amount: 1000_00 }])).toEqual({
      total: 1000_00,
      expected: 1994_53,
      standing: { state: 'short' },
    });
  });

  test('has no pace in the first days, unless what is known of later days crosses it', () => {
    expect(at('2026-01-03', [{ on: '2026-01-02', amount: 900_00 }]).standing).toEqual({ state: 'early' });
    expect(at('2026-01-03', [{ on: '2026-02-01', amount: 4000_00 }]).standing).toEqual({
      state: 'ahead',
      on: '2026-02-01',
    });
  });

  test('says so where nothing counts', () => {
    expect(at('2026-06-01', []).standing).toEqual({ state: 'nothing' });
    expect(at('2025-06-01', []).standing).toEqual({ state: 'nothing' });
  });

  test('takes the pace from the first day that was kept', () => {
    const kept = at('2026-06-10', [{ on: '2026-06-05', amount: 500_00 }], 3000_01, { since: '2026-06-01' });
    expect(kept.standing).toEqual({ state: 'ahead', on: '2026-07-31' });
  });
});

test('a line is crossed on the day the sum passes it, or before the period where what was carried in did', () => {
  const june = [
    { on: '2026-03-01', amount: 2999_99 },
    { on: '2026-06-04', amount: 2 },
  ];
  expect(at('2026-09-01', june).standing).toEqual({ state: 'crossed', on: '2026-06-04' });
  expect(at('2026-06-03', june).standing).toEqual({ state: 'ahead', on: '2026-06-04' });
  expect(at('2026-09-01', [], 3000_01, { before: 3000_01 }).standing).toEqual({ state: 'crossed', on: null });
});

const amount = fc.record({ on: fc.nat({ max: 364 }).map(day), amount: fc.nat({ max: 5000_00 }) });
const cases = fc.record({
  amounts: fc.array(amount, { maxLength: 20 }),
  past: fc.integer({ min: 1, max: 20_000_00 }),
  today: fc.integer({ min: -20, max: 400 }).map(day),
  before: fc.nat({ max: 4000_00 }),
});

describe('of any log', () => {
  test('the total is all that counts through today, and the day is the first on which a sum passes the line', () => {
    fc.assert(
      fc.property(cases, ({ amounts, past, today, before }) => {
        const { total, standing } = at(today, amounts, past, { before });
        const through = (on: string) =>
          before + amounts.filter((one) => one.on <= on).reduce((sum, one) => sum + one.amount, 0);
        expect(total).toBe(through(today < to ? today : to));
        expect(standing.state === 'crossed').toBe(total >= past);
        if (standing.state !== 'crossed' || standing.on === null) return;
        expect(through(standing.on)).toBeGreaterThanOrEqual(past);
        expect(through(addDays(standing.on, -1))).toBeLessThan(past);
      }),
    );
  });

  test('a day ahead lies after today and within the period, and the pace reaches the line on it and not a day before', () => {
    fc.assert(
      fc.property(cases, ({ amounts, past, today, before }) => {
        const { total, standing, expected } = at(today, amounts, past, { before });
        if (standing.state === 'ahead') {
          expect(standing.on > today && standing.on <= to).toBe(true);
          const elapsed = daysBetween(from, today) + 1;
          const reachedBy = (on: string) => {
            const days = daysBetween(from, on) + 1;
            const known = amounts.filter((one) => one.on > today && one.on <= on);
            return (
              total + known.reduce((sum, one) => sum + one.amount, 0) >= past ||
              (elapsed >= 7 &&
                BigInt(total - before) * BigInt(days) >= BigInt(past - before) * BigInt(elapsed))
            );
          };
          expect(reachedBy(standing.on)).toBe(true);
          if (addDays(standing.on, -1) > today) expect(reachedBy(addDays(standing.on, -1))).toBe(false);
        }
        // The end of the period and the day agree: the one is past the line exactly where the other is in the period.
        if (expected !== null) {
          expect(Number.isSafeInteger(expected) && expected >= total).toBe(true);
          expect(expected >= past).toBe(standing.state === 'ahead' || standing.state === 'crossed');
        }
      }),
    );
  });

  test('one amount more never makes the line farther', () => {
    const farness = ({ state, ...rest }: ReturnType<typeof project>['standing'], today: string) => {
      if (state === 'crossed') return -1;
      return state === 'ahead' && 'on' in rest && rest.on !== null ? daysBetween(today, rest.on) : 1000;
    };
    fc.assert(
      fc.property(cases, amount, ({ amounts, past, today, before }, more) => {
        const [one, two] = [amounts, [...amounts, more]].map((list) =>
          farness(at(today, list, past, { before }).standing, today),
        );
        expect(two).toBeLessThanOrEqual(one ?? 0);
      }),
    );
  });

  test('the order of the rows changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ amounts, past, today, before }) => {
        expect(at(today, amounts.toReversed(), past, { before })).toEqual(
          at(today, amounts, past, { before }),
        );
      }),
    );
  });
});
