import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  endOfMonth,
  formatIso,
  instantOf,
  isDate,
  isZone,
  localDate,
  localTime,
  momentOf,
  nextBusinessDay,
  parseDate,
  previousBusinessDay,
  rfc2822,
  showClock,
  showDay,
  showShortDay,
  showWhen,
  weekday,
  yearOf,
} from '../../src/platform/days.ts';

const ZONES = [
  'America/Denver',
  'America/Chicago',
  'America/New_York',
  'America/Phoenix',
  'America/Indiana/Indianapolis',
];
const utc = (text: string) => Date.parse(text);
const anyDate = fc
  .integer({ min: Date.UTC(1900, 0, 1) / 86_400_000, max: Date.UTC(2199, 11, 31) / 86_400_000 })
  .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));

describe('a day in a zone', () => {
  test('is the day people there live in', () => {
    const evening = utc('2027-02-10T04:30:00Z');
    expect(localDate(evening, 'America/Denver')).toBe('2027-02-09');
    expect(localTime(evening, 'America/Denver')).toBe('21:30');
    expect(localDate(evening, 'UTC')).toBe('2027-02-10');
    expect(localTime(utc('2027-02-09T07:05:00Z'), 'America/Denver')).toBe('00:05');
  });

  test('a time skipped in spring is taken later', () => {
    expect(instantOf('2027-03-14', '02:30', 'America/Denver')).toBe(utc('2027-03-14T09:30:00Z'));
    expect(localTime(instantOf('2027-03-14', '02:30', 'America/Denver'), 'America/Denver')).toBe('03:30');
  });

  test('a time repeated in autumn is taken first', () => {
    expect(instantOf('2026-11-01', '01:30', 'America/Chicago')).toBe(utc('2026-11-01T06:30:00Z'));
    expect(localTime(utc('2026-11-01T07:30:00Z'), 'America/Chicago')).toBe('01:30');
  });

  test('a time that people typed is refused where no clock shows it, and is the first where two do', () => {
    expect(momentOf('2027-03-14', '02:30', 'America/Denver')).toEqual({
      ok: false,
      reason:
        'On Sunday, March 14 clocks go forward and no clock shows that time. 3:30 am is the same moment.',
    });
    expect(momentOf('2027-03-14', '03:30', 'America/Denver')).toEqual({
      ok: true,
      at: utc('2027-03-14T09:30:00Z'),
    });
    expect(momentOf('2026-11-01', '01:30', 'America/Chicago')).toEqual({
      ok: true,
      at: utc('2026-11-01T06:30:00Z'),
    });
  });

  test('Phoenix keeps no daylight saving time', () => {
    expect(instantOf('2027-03-14', '02:30', 'America/Phoenix')).toBe(utc('2027-03-14T09:30:00Z'));
    expect(instantOf('2027-07-01', '08:00', 'America/Phoenix')).toBe(utc('2027-07-01T15:00:00Z'));
    expect(instantOf('2027-07-01', '08:00', 'America/Indiana/Indianapolis')).toBe(
      utc('2027-07-01T12:00:00Z'),
    );
  });

  test('day and clock lead back to the same instant, but for the repeated hour', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: utc('1990-01-01'), max: utc('2060-01-01') }),
        fc.constantFrom(...ZONES),
        (ms, zone) => {
          const minute = Math.floor(ms / 60_000) * 60_000;
          const back = instantOf(localDate(minute, zone), localTime(minute, zone), zone);
          expect([0, 3_600_000]).toContain(minute - back);
        },
      ),
    );
  });

  test('refuses what is not a time, a day or a zone', () => {
    expect(() => instantOf('2027-02-09', '9:00', 'America/Denver')).toThrow(/HH:MM/);
    expect(() => instantOf('2027-02-09', '25:00', 'America/Denver')).toThrow(RangeError);
    expect(() => instantOf('2027-02-30', '09:00', 'America/Denver')).toThrow(RangeError);
    expect(() => localDate(0, 'America/Helena')).toThrow(RangeError);
  });
});

describe('counting days', () => {
  test('months end where they end', () => {
    expect(endOfMonth('2027-02-09')).toBe('2027-02-28');
    expect(endOfMonth('2028-02-01')).toBe('2028-02-29');
    expect(addMonths('2027-01-31', 1)).toBe('2027-02-28');
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28');
    expect(addMonths('2026-11-30', 14)).toBe('2028-01-30');
    expect(addDays('2027-12-31', 1)).toBe('2028-01-01');
    expect(yearOf('2027-12-31')).toBe(2027);
  });

  test('weeks begin on Monday', () => {
    expect(weekday('2027-02-08')).toBe(1);
    expect(weekday('2027-02-14')).toBe(7);
  });

  test('adding and counting agree with plain day numbers', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, count) => {
        const later = addDays(date, count);
        expect(later).toBe(new Date(utc(date) + count * 86_400_000).toISOString().slice(0, 10));
        expect(daysBetween(date, later)).toBe(count === 0 ? 0 : count);
        expect(addDays(later, -count)).toBe(date);
        expect(weekday(date)).toBe(new Date(utc(date)).getUTCDay() || 7);
        expect(daysBetween(date, endOfMonth(date))).toBeGreaterThanOrEqual(0);
        expect(addDays(endOfMonth(date), 1)).toMatch(/-01$/);
      }),
    );
  });
});

describe('business days', () => {
  const holidays = new Set(['2027-02-15', '2027-07-05']);

  test('an open day is kept, a closed one moves past weekend and holiday', () => {
    expect(nextBusinessDay('2027-02-12', holidays)).toBe('2027-02-12');
    expect(nextBusinessDay('2027-02-13', holidays)).toBe('2027-02-16');
    expect(nextBusinessDay('2027-02-15', holidays)).toBe('2027-02-16');
    expect(previousBusinessDay('2027-02-15', holidays)).toBe('2027-02-12');
    expect(previousBusinessDay('2027-02-16', holidays)).toBe('2027-02-16');
  });

  test('are never a weekend or a holiday, and nothing open is passed over', () => {
    fc.assert(
      fc.property(anyDate, fc.array(fc.nat(20), { maxLength: 12 }), (date, offsets) => {
        const closed = new Set(offsets.map((offset) => addDays(date, offset)));
        const open = nextBusinessDay(date, closed);
        expect(weekday(open)).toBeLessThanOrEqual(5);
        expect(closed.has(open)).toBe(false);
        for (let day = date; day < open; day = addDays(day, 1)) {
          expect(weekday(day) > 5 || closed.has(day)).toBe(true);
        }
      }),
    );
  });
});

describe('reading days and zones', () => {
  test.each([
    ['2027-02-09', '2027-02-09'],
    [' 2/9/2027 ', '2027-02-09'],
    ['02/09/2027', '2027-02-09'],
    ['2/29/2028', '2028-02-29'],
  ])('%s', (text, date) => {
    expect(parseDate(text)).toEqual({ ok: true, date });
  });

  test.each([
    ['2/29/2027', /calendar/],
    ['2027-02-30', /calendar/],
    ['13/1/2027', /calendar/],
    ['2/9/27', /Write the date/],
    ['Feb 9', /Write the date/],
    ['2027-2-9', /Write the date/],
    ['46062', /Write the date/],
    ['', /Write the date/],
  ])('refuses "%s" with a reason', (text, reason) => {
    expect(parseDate(text)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  test('a date is a real day in full form', () => {
    expect(isDate('2028-02-29')).toBe(true);
    expect(isDate('2027-02-29')).toBe(false);
    expect(isDate('2027-02-09T00:00')).toBe(false);
    expect(isDate('2027-02-09\n')).toBe(false);
  });

  test('a zone is a place', () => {
    for (const zone of [...ZONES, 'UTC']) expect(isZone(zone)).toBe(true);
    for (const text of ['', 'MST', '-07:00', 'Mountain', 'America/Helena', 'America/Denver[u-ca=iso8601]']) {
      expect(isZone(text)).toBe(false);
    }
  });

  test('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        parseDate(text);
        isZone(text);
        isZone(`America/${text}`);
      }),
    );
  });
});

describe('showing', () => {
  const nine = utc('2027-02-09T16:02:00Z');
  const MINUTE = 60_000;
  const HOUR = 60 * MINUTE;

  test('days and clocks', () => {
    expect(showDay('2027-02-09')).toBe('Tuesday, February 9');
    expect(showDay('2027-02-09', { year: true })).toBe('Tuesday, February 9, 2027');
    expect(showShortDay('2027-02-09')).toBe('Feb 9');
    expect(showShortDay('2027-12-31', { year: true })).toBe('Dec 31, 2027');
    expect(showClock(nine, 'America/Denver')).toBe('9:02 am');
    expect(showClock(utc('2027-02-09T19:00:00Z'), 'America/Denver')).toBe('12:00 pm');
    expect(showClock(utc('2027-02-09T07:00:00Z'), 'America/Denver')).toBe('12:00 am');
    expect(showClock(utc('2027-02-10T06:59:00Z'), 'America/Denver')).toBe('11:59 pm');
  });

  test.each([
    [0, 'now'],
    [-59_999, 'now'],
    [-MINUTE, '1 min'],
    [-12 * MINUTE, '12 min'],
    [-HOUR, '1 h'],
    [-23 * HOUR, '23 h'],
    [-24 * HOUR, 'Feb 8, 9:02 am'],
    [30 * MINUTE, 'in 30 min'],
    [HOUR, 'in 1 hour'],
    [26 * HOUR, 'in 26 hours'],
    [49 * HOUR, 'Feb 11, 10:02 am'],
    [-60 * 24 * HOUR, 'Dec 11, 2026, 9:02 am'],
  ])('%i ms from now is "%s"', (offset, text) => {
    expect(showWhen(nine + offset, nine, 'America/Denver')).toBe(text);
  });

  test('for machines', () => {
    expect(formatIso(nine)).toBe('2027-02-09T16:02:00.000Z');
    expect(rfc2822(nine)).toBe('Tue, 09 Feb 2027 16:02:00 +0000');
    fc.assert(
      fc.property(fc.integer({ min: utc('1970-01-01'), max: utc('2199-01-01') }), (ms) => {
        expect(Date.parse(rfc2822(ms))).toBe(Math.floor(ms / 1000) * 1000);
        expect(Date.parse(formatIso(ms))).toBe(ms);
      }),
    );
  });
});
