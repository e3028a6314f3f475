import { expect, test } from 'vitest';
import { reminderOn } from '../../src/filings/reminder.ts';
import { addDays } from '../../src/platform/days.ts';

const report = { internalDueOn: '2027-02-09', dueOn: '2027-02-16' };

test.each([
  ['2027-01-25', null],
  ['2027-01-26', '14 days'],
  ['2027-02-01', '14 days'],
  ['2027-02-02', '7 days'],
  ['2027-02-06', '7 days'],
  ['2027-02-07', '2 days'],
  ['2027-02-09', '2 days'],
  ['2027-02-10', 'past our day'],
  ['2027-02-16', 'past our day'],
  ['2027-02-17', 'overdue'],
])('on %s the reminder is %s', (today, step) => {
  expect(reminderOn(today, report)?.step ?? null).toBe(step);
});

test('over a year there are five reminders, and a day that moved brings its own', () => {
  const rounds = (of: typeof report) =>
    new Set(
      Array.from({ length: 365 }, (_, at) => reminderOn(addDays('2026-06-01', at), of)?.round).filter(
        Boolean,
      ),
    );
  expect(rounds(report).size).toBe(5);
  const moved = rounds({ internalDueOn: '2027-02-12', dueOn: '2027-02-19' });
  expect([...moved].filter((one) => rounds(report).has(one))).toEqual([]);
});
