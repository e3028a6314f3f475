import { expect, test } from 'vitest';
import { bindAlert, type SentAlert } from '../../src/replies/bind-alert.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;
const sent = (alertId: string, hoursAgo: number, more: Partial<SentAlert> = {}): SentAlert => ({
  alertId,
  isOut: true,
  sentAt: NOW - hoursAgo * HOUR,
  sameThread: true,
  answered: false,
  reads: true,
  ...more,
});

test('one alert that asks is the one that is answered', () => {
  expect(bindAlert([sent('a', 2)], null, NOW)).toEqual({ kind: 'answer', alertId: 'a' });
});
test('of two, the one sent last', () => {
  expect(bindAlert([sent('a', 5), sent('b', 1)], null, NOW)).toEqual({ kind: 'answer', alertId: 'b' });
});
test('of two sent together, or one of them answered already, neither is guessed', () => {
  expect(bindAlert([sent('a', 1.1), sent('b', 1)], null, NOW)).toEqual({ kind: 'ask', alertIds: ['b', 'a'] });
  expect(bindAlert([sent('a', 5), sent('b', 1, { answered: true })], null, NOW)).toEqual({
    kind: 'ask',
    alertIds: ['b', 'a'],
  });
});
test('the thread decides before time does', () => {
  expect(bindAlert([sent('a', 5), sent('b', 1)], 'a', NOW)).toEqual({ kind: 'answer', alertId: 'a' });
  expect(bindAlert([sent('a', 5), sent('b', 1, { sameThread: false })], null, NOW)).toEqual({
    kind: 'answer',
    alertId: 'a',
  });
});
test('an update sent in between, or an alert without that option, is passed over', () => {
  expect(bindAlert([sent('a', 5), sent('update', 1, { reads: false })], null, NOW)).toEqual({
    kind: 'answer',
    alertId: 'a',
  });
});
test('a closed alert is answered late, unless a newer one is out that does not offer that', () => {
  expect(bindAlert([sent('a', 5, { isOut: false })], null, NOW)).toEqual({ kind: 'late', alertId: 'a' });
  expect(bindAlert([sent('a', 5, { isOut: false })], 'a', NOW)).toEqual({ kind: 'late', alertId: 'a' });
  expect(bindAlert([sent('a', 5, { isOut: false }), sent('b', 1, { reads: false })], null, NOW)).toEqual({
    kind: 'talk',
    alertId: 'b',
  });
});
test('words alone are talk about the last alert of a week, or about none', () => {
  expect(bindAlert([sent('a', 5, { reads: false })], null, NOW)).toEqual({ kind: 'talk', alertId: 'a' });
  expect(bindAlert([sent('a', 200, { reads: false })], null, NOW + 100 * HOUR)).toEqual({ kind: 'none' });
  expect(bindAlert([], null, NOW)).toEqual({ kind: 'none' });
});
