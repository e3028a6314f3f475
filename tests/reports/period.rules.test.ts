import { expect, test } from 'vitest';
import { commonPeriods, compared, periodBefore } from '../../src/reports/period.ts';

test('the period before is as long: months before months, days before days', () => {
  expect(periodBefore({ from: '2027-03-01', to: '2027-03-31' })).toEqual({
    from: '2027-02-01',
    to: '2027-02-28',
  });
  expect(periodBefore({ from: '2027-01-01', to: '2027-12-31' })).toEqual({
    from: '2026-01-01',
    to: '2026-12-31',
  });
  expect(periodBefore({ from: '2027-01-01', to: '2027-03-31' })).toEqual({
    from: '2026-10-01',
    to: '2026-12-31',
  });
  expect(periodBefore({ from: '2027-02-02', to: '2027-02-08' })).toEqual({
    from: '2027-01-26',
    to: '2027-02-01',
  });
});

test('common periods have addresses of their own', () => {
  const periods = commonPeriods('2027-01-15');
  expect(periods.find(({ label }) => label === 'Last month')).toMatchObject({
    from: '2026-12-01',
    to: '2026-12-31',
  });
  expect(periods.find(({ label }) => label === 'Last year')).toMatchObject({
    from: '2026-01-01',
    to: '2026-12-31',
  });
});

test('a count is compared in words', () => {
  expect([compared(5, 2), compared(2, 5), compared(4, 4)]).toEqual([
    '3 more than',
    '3 fewer than',
    'as many as',
  ]);
});
