import { expect, test } from 'vitest';
import { instantOf } from '../../src/platform/days.ts';
import { holdDue } from '../../src/replies/hold-due.ts';

const ZONE = 'America/Denver';

test.each([
  ['2027-02-09', '09:00', '2027-02-10'],
  ['2027-02-09', '23:59', '2027-02-10'],
  ['2027-02-12', '16:00', '2027-02-15'],
  ['2027-02-13', '08:00', '2027-02-15'],
  ['2027-02-14', '08:00', '2027-02-15'],
  ['2027-03-12', '12:00', '2027-03-15'],
])('what is held on %s at %s is to be read by five on %s', (date, time, due) => {
  expect(holdDue(instantOf(date, time, ZONE), ZONE)).toBe(instantOf(due, '17:00', ZONE));
});
