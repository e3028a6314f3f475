import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { foretell, minutesUnder, type Course } from '../../src/delivery/forecast-rule.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const course = (more: Partial<Course> = {}): Course => ({
  startsAt: 0,
  deadlineAt: 3 * DAY,
  tonight: 12 * HOUR,
  perSecond: 10,
  perDay: null,
  leftToday: Infinity,
  newDays: [],
  ...more,
});
const hours = (opensAt: number, closesAt: number) => ({ opensAt, closesAt });

test('what fits into the hours of today goes today, at the rate that the limits give', () => {
  const told = foretell([{ count: 600, windows: [hours(0, 8 * HOUR)] }], course());
  expect(told).toEqual({ inTime: 600, missing: 0, later: 0, lastOutAt: 60_000 });
});

test('what the night catches goes in the morning, and is said to', () => {
  const told = foretell(
    [{ count: 100_000, windows: [hours(0, HOUR), hours(20 * HOUR, 30 * HOUR)] }],
    course(),
  );
  expect(told).toMatchObject({ inTime: 100_000, missing: 0, later: 64_000 });
  expect(told.lastOutAt).toBe(20 * HOUR + 6_400_000);
});

test('what cannot go before the deadline is missing', () => {
  const told = foretell(
    [
      { count: 50, windows: [hours(0, HOUR)] },
      { count: 70, windows: [hours(5 * HOUR, 9 * HOUR)] },
    ],
    course({ deadlineAt: 2 * HOUR }),
  );
  expect(told).toMatchObject({ inTime: 50, missing: 70, lastOutAt: 5_000 });
  expect(foretell([{ count: 3, windows: [] }], course()).missing).toBe(3);
  expect(foretell([{ count: 3, windows: [hours(0, DAY)] }], course({ deadlineAt: 0 })).missing).toBe(3);
});

test('a day’s limit puts the rest off until the carrier’s midnight', () => {
  const told = foretell(
    [{ count: 250, windows: [hours(0, 3 * DAY)] }],
    course({ perDay: 100, leftToday: 40, newDays: [10 * HOUR, 34 * HOUR, 58 * HOUR] }),
  );
  expect(told).toEqual({ inTime: 250, missing: 0, later: 110, lastOutAt: 58 * HOUR + 1_000 });
});

test('nobody is counted twice or forgotten, and more time never means fewer', () => {
  const group = fc.record({
    count: fc.integer({ min: 0, max: 5_000 }),
    windows: fc
      .array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 12 })), { maxLength: 4 })
      .map((list) => list.map(([from, long]) => hours(from * HOUR, (from + long) * HOUR))),
  });
  fc.assert(
    fc.property(
      fc.array(group, { maxLength: 5 }),
      fc.integer({ min: 1, max: 72 }),
      fc.option(fc.integer({ min: 1, max: 3_000 })),
      (groups, end, perDay) => {
        const all = groups.reduce((sum, one) => sum + one.count, 0);
        const until = (deadlineAt: number) =>
          foretell(
            groups,
            course({
              deadlineAt,
              perSecond: 0.3,
              perDay,
              leftToday: perDay ?? Infinity,
              newDays: [9 * HOUR, 33 * HOUR],
            }),
          );
        const told = until(end * HOUR);
        expect(told.inTime + told.missing).toBe(all);
        expect(told.later).toBeLessThanOrEqual(told.inTime);
        expect(told.lastOutAt ?? 0).toBeLessThanOrEqual(end * HOUR);
        expect(until((end + 5) * HOUR).inTime).toBeGreaterThanOrEqual(told.inTime);
      },
    ),
  );
});

test('each limit says how long it takes', () => {
  expect(minutesUnder({ by: 'own', period: 'second', segments: 75, used: 0 }, 68 * 60 * 3)).toBe(3);
  expect(minutesUnder({ by: 'att', period: 'minute', segments: 240, used: 0 }, 1_000)).toBe(5);
  expect(minutesUnder({ by: 'tmobile', period: 'day', segments: 2_000, used: 0 }, 1_800)).toBe(0);
  expect(minutesUnder({ by: 'tmobile', period: 'day', segments: 2_000, used: 500 }, 1_800)).toBe(1_440);
});
