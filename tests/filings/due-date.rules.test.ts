import { expect, test } from 'vitest';
import { dueDates } from '../../src/filings/due-date.ts';
import { holidays } from './rules.ts';

const mt = holidays('MT');
const ms = holidays('MS');

test.each([
  [
    'Montana, Feb 15, 2026: a Sunday before Presidents’ Day',
    { kind: 'fixed', year: 2026, monthDay: '02-15' },
    '2026-02-15',
    '2026-02-17',
    '2026-02-13',
  ],
  [
    'Montana, Feb 15, 2027: Presidents’ Day itself',
    { kind: 'fixed', year: 2027, monthDay: '02-15' },
    '2027-02-15',
    '2027-02-16',
    '2027-02-12',
  ],
  [
    'Montana, Aug 15, 2026: a Saturday',
    { kind: 'monthlyIf', month: '2026-07', day: 15 },
    '2026-08-15',
    '2026-08-17',
    '2026-08-14',
  ],
  [
    'Montana, December’s month falls due in January',
    { kind: 'monthlyIf', month: '2026-12', day: 15 },
    '2027-01-15',
    '2027-01-15',
    '2027-01-15',
  ],
  [
    'Montana, 30 days after April 30, 2025',
    { kind: 'afterEvent', on: '2025-04-30', days: 30 },
    '2025-05-30',
    '2025-05-30',
    '2025-05-30',
  ],
] as const)('%s', (_name, rule, statutory, shifted, internal) => {
  expect(dueDates(rule, 'nextBusinessDay', mt)).toEqual({ statutory, shifted, internal });
});

test('Mississippi names no later day: Jan 30, 2027 is a Saturday, so ours is the Friday before', () => {
  expect(dueDates({ kind: 'fixed', year: 2027, monthDay: '01-30' }, 'none', ms)).toEqual({
    statutory: '2027-01-30',
    shifted: '2027-01-30',
    internal: '2027-01-29',
  });
});

test('where only Sundays and holidays move a date, a Saturday stays: Jan 15, 2028', () => {
  expect(
    dueDates({ kind: 'fixed', year: 2028, monthDay: '01-15' }, 'nextIfSundayOrHoliday', new Set()),
  ).toEqual({
    statutory: '2028-01-15',
    shifted: '2028-01-15',
    internal: '2028-01-14',
  });
  expect(
    dueDates({ kind: 'fixed', year: 2026, monthDay: '02-15' }, 'nextIfSundayOrHoliday', mt).shifted,
  ).toBe('2026-02-17');
});

test('days after a period cross a holiday weekend: quarter end 2012 plus 20', () => {
  const holiday = new Set(['2013-01-21']);
  expect(
    dueDates({ kind: 'afterPeriod', periodTo: '2012-12-31', days: 20 }, 'nextBusinessDay', holiday).shifted,
  ).toBe('2013-01-22');
  expect(dueDates({ kind: 'afterPeriod', periodTo: '2024-01-16', days: 45 }, 'none', holiday).statutory).toBe(
    '2024-03-01',
  );
});
