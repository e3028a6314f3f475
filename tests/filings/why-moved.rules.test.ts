import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dueDates, SHIFTS } from '../../src/filings/due-date.ts';
import { whyMoved } from '../../src/filings/why-moved.ts';
import { addDays } from '../../src/platform/days.ts';

const presidents = new Map([['2026-02-16', 'Presidents’ Day']]);

test.each([
  ['2026-02-15', '2026-02-17', 'A Sunday, then Presidents’ Day: met on the next open day.'],
  ['2026-08-15', '2026-08-17', 'A Saturday, then a Sunday: met on the next open day.'],
  ['2026-02-16', '2026-02-17', 'Presidents’ Day: met on the next open day.'],
  ['2027-01-30', '2027-01-30', 'A Saturday, then a Sunday: no rule moves the day, so ours is before it.'],
  ['2026-03-13', '2026-03-13', null],
])('%s is met on %s', (statutory, shifted, why) => {
  expect(whyMoved({ statutory, shifted }, presidents)).toBe(why);
});

test('a day is explained exactly where its three dates are not one', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 1500 }),
      fc.constantFrom(...SHIFTS),
      fc.array(fc.nat({ max: 1500 }), { maxLength: 30 }),
      (at, shift, closed) => {
        const day = (count: number) => addDays('2026-01-01', count);
        const holidays = new Map(closed.map((one) => [day(one), `Holiday ${one}`]));
        const on = day(at);
        const due = dueDates({ kind: 'afterEvent', on, days: 0 }, shift, new Set(holidays.keys()));
        const why = whyMoved(due, holidays);
        expect(why === null).toBe(due.shifted === due.statutory && due.internal === due.statutory);
        if (holidays.has(on)) expect(why).toContain(holidays.get(on));
      },
    ),
  );
});
