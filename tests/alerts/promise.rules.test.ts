import { expect, test } from 'vitest';
import { forecastInWords, limitInWords, minutesInWords } from '../../src/alerts/forecast-words.ts';
import { mayPromise } from '../../src/alerts/promise.ts';

test('nobody can be promised what nobody would get in time', () => {
  expect(mayPromise({ inTime: 0, missing: 12 }, Infinity)).toMatchObject({
    problem: { rule: 'nobody-in-time' },
  });
  expect(mayPromise({ inTime: 0, missing: 0 }, 0).ok).toBe(true);
});

test('who approves says how many may miss the deadline, and no fewer than will', () => {
  expect(mayPromise({ inTime: 90, missing: 10 }, 0)).toMatchObject({
    problem: { kind: 'invalid', fields: [{ field: 'acceptMissing' }] },
  });
  expect(mayPromise({ inTime: 90, missing: 10 }, 9).ok).toBe(false);
  expect(mayPromise({ inTime: 90, missing: 10 }, 10).ok).toBe(true);
});

test('a forecast is told in words', () => {
  const now = Date.UTC(2027, 1, 9, 16, 0);
  const words = forecastInWords(
    {
      startsAt: now,
      deadlineAt: now + 86_400_000,
      texts: 1_000,
      mails: 0,
      segments: 2_000,
      costMicros: 22_400_000,
      minutes: 9,
      limits: [],
      tightest: { by: 'att', period: 'minute', limit: 240 },
      lastOutAt: now + 540_000,
      inTime: 999,
      later: 0,
      missing: 1,
    },
    now,
    'America/Denver',
  );
  expect(words).toEqual([
    { term: 'Texts', value: '1,000, 2,000 segments' },
    { term: 'Cost at most', value: '$22.40' },
    { term: 'Time to send', value: '9 minutes, at 240 segments a minute, set by AT&T' },
    { term: 'The last goes out', value: 'today 9:09 am' },
    { term: 'Miss the deadline', value: '1 message would never go out' },
  ]);
  expect(minutesInWords(1_440 + 65)).toBe('1 day 1 hour');
  expect(minutesInWords(65)).toBe('1 hour 5 minutes');
  expect(minutesInWords(0)).toBe('Less than a minute');
  expect(limitInWords({ by: 'own', period: 'second', limit: 75 })).toBe(
    '75 segments a second, set by the sender’s own ceiling',
  );
});
