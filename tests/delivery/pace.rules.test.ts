import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_LEDGER, pace } from '../../src/delivery/pace.ts';

const DAY = { day: '2027-02-09', nextDayInMs: 3_600_000 };

test('within any second no more is leased than the limit, urgent or not', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100 }),
      fc.array(
        fc.record({
          wait: fc.integer({ min: 0, max: 700 }),
          segments: fc.integer({ min: 1, max: 120 }),
          urgent: fc.boolean(),
        }),
        { maxLength: 60 },
      ),
      (perSecond, asks) => {
        let ledger = EMPTY_LEDGER;
        let now = 0;
        const granted: { at: number; segments: number }[] = [];
        for (const ask of asks) {
          now += ask.wait;
          const answer = pace({ perSecond, perDay: null }, ledger, { ...ask, now, ...DAY });
          ledger = answer.ledger;
          granted.push({ at: now, segments: answer.granted });
          expect(answer.granted === ask.segments).toBe(answer.againInMs === 0);
        }
        for (const { at } of granted) {
          const inSecond = granted.filter((one) => one.at >= at && one.at < at + 1000);
          expect(inSecond.reduce((sum, one) => sum + one.segments, 0)).toBeLessThanOrEqual(perSecond);
        }
      },
    ),
  );
});

test('what was asked for is leased in the end, whoever asks besides', () => {
  let ledger = EMPTY_LEDGER;
  let now = 0;
  let left = 500;
  for (let turn = 0; left > 0 && turn < 100; turn += 1) {
    const answer = pace({ perSecond: 75, perDay: null }, ledger, {
      segments: Math.min(100, left),
      urgent: false,
      now,
      ...DAY,
    });
    ({ ledger } = answer);
    left -= answer.granted;
    now += answer.againInMs;
  }
  expect(left).toBe(0);
  expect(now).toBeLessThanOrEqual(8000);
});

test('the last tenth of a second is for people who wait', () => {
  const bulk = pace({ perSecond: 20, perDay: null }, EMPTY_LEDGER, {
    segments: 100,
    urgent: false,
    now: 0,
    ...DAY,
  });
  expect(bulk.granted).toBe(18);
  const reply = pace({ perSecond: 20, perDay: null }, bulk.ledger, {
    segments: 2,
    urgent: true,
    now: 0,
    ...DAY,
  });
  expect(reply).toMatchObject({ granted: 2, againInMs: 0 });
});

test('the day ends when its limit is used up, and begins anew', () => {
  const limits = { perSecond: 100, perDay: 120 };
  const first = pace(limits, EMPTY_LEDGER, { segments: 90, urgent: false, now: 0, ...DAY });
  const second = pace(limits, first.ledger, { segments: 90, urgent: false, now: 2000, ...DAY });
  expect(second).toMatchObject({ granted: 30, againInMs: DAY.nextDayInMs });
  const third = pace(limits, second.ledger, {
    segments: 90,
    urgent: true,
    now: 9000,
    day: '2027-02-10',
    nextDayInMs: 1,
  });
  expect(third.granted).toBe(90);
});
