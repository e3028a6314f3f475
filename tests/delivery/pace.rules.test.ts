import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  bulkShare,
  EMPTY_LEDGER,
  giveBack,
  holdUntil,
  LEASE_AT_MOST,
  pace,
  usageAt,
  type Ledger,
  type Limit,
} from '../../src/delivery/pace.ts';

const DAY_MS = 86_400_000;
/** A carrier whose days begin at 0 UTC. */
const instant = (now: number) => ({
  now,
  day: new Date(now).toISOString().slice(0, 10),
  nextDayInMs: DAY_MS - (now % DAY_MS),
});
const START = 20_000 * DAY_MS;
const perSecond = (segments: number): Limit => ({ by: 'own', period: 'second', segments });
const perMinute = (segments: number): Limit => ({ by: 'att', period: 'minute', segments });
const perDay = (segments: number): Limit => ({ by: 'tmobile', period: 'day', segments });

const someLimits = fc.record({
  second: fc.integer({ min: 1, max: 100 }),
  minute: fc.option(fc.integer({ min: 1, max: 600 })),
  day: fc.option(fc.integer({ min: 1, max: 2_000 })),
});
const someAsks = fc.array(
  fc.record({
    // Now and then the clock is set back a little, or a minute passes, or half a day.
    wait: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 700 }) },
      { weight: 2, arbitrary: fc.integer({ min: 700, max: 70_000 }) },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: DAY_MS / 2 }) },
      { weight: 1, arbitrary: fc.integer({ min: -5_000, max: -1 }) },
    ),
    segments: fc.integer({ min: 1, max: 250 }),
    urgent: fc.boolean(),
  }),
  { maxLength: 80 },
);

test('in any second, minute or day no more is leased than the limit, whatever is asked and though the clock slips', () => {
  fc.assert(
    fc.property(someLimits, someAsks, ({ second, minute, day }, asks) => {
      const limits = [
        perSecond(second),
        ...(minute === null ? [] : [perMinute(minute)]),
        ...(day === null ? [] : [perDay(day)]),
      ];
      let ledger: Ledger = EMPTY_LEDGER;
      let now = START;
      // Time itself does not go back when the clock does: a later lease is no earlier than the one before.
      let leased = 0;
      const granted: { at: number; segments: number }[] = [];
      for (const ask of asks) {
        now += ask.wait;
        const answer = pace(limits, ledger, { ...ask, ...instant(now) });
        ledger = JSON.parse(JSON.stringify(answer.ledger)) as Ledger;
        if (answer.granted > 0) leased = Math.max(leased, now);
        granted.push({ at: leased, segments: answer.granted });
        expect(answer.granted).toBeLessThanOrEqual(Math.min(ask.segments, LEASE_AT_MOST));
        expect(answer.granted === ask.segments).toBe(answer.againInMs === 0);
      }
      const most = (same: (one: number, at: number) => boolean) =>
        Math.max(
          0,
          ...granted.map(({ at }) =>
            granted.filter((one) => same(one.at, at)).reduce((sum, one) => sum + one.segments, 0),
          ),
        );
      expect(most((one, at) => one >= at && one < at + 1_000)).toBeLessThanOrEqual(second);
      expect(most((one, at) => one >= at && one < at + 60_000)).toBeLessThanOrEqual(minute ?? Infinity);
      expect(most((one, at) => Math.floor(one / DAY_MS) === Math.floor(at / DAY_MS))).toBeLessThanOrEqual(
        day ?? Infinity,
      );
    }),
  );
});

test('the ledger stays small however many ask', () => {
  let ledger: Ledger = EMPTY_LEDGER;
  for (let no = 0; no < 20_000; no += 1)
    ({ ledger } = pace([perSecond(1_000), perMinute(60_000)], ledger, {
      segments: 1,
      urgent: true,
      ...instant(START + no * 7),
    }));
  expect(ledger.buckets.length).toBeLessThan(250);
  expect(JSON.stringify(ledger).length).toBeLessThan(20_000);
});

test('what was asked for is leased in the end, in the time that the limits take', () => {
  const finish = (limits: Limit[], all: number) => {
    let ledger: Ledger = EMPTY_LEDGER;
    let now = START;
    for (let left = all, turn = 0; left > 0 && turn < 10_000; turn += 1) {
      const answer = pace(limits, ledger, { segments: left, urgent: false, ...instant(now) });
      ({ ledger } = answer);
      left -= answer.granted;
      now += answer.againInMs;
    }
    return now - START;
  };
  expect(finish([perSecond(75)], 500)).toBe(7_000);
  expect(finish([perSecond(75), perMinute(240)], 1_000)).toBeLessThanOrEqual(4 * 61_000 + 5_000);
});

test('the last tenth of a second, a minute and a day is for people who wait', () => {
  for (const limits of [[perSecond(20)], [perSecond(100), perMinute(20)], [perSecond(100), perDay(20)]]) {
    const bulk = pace(limits, EMPTY_LEDGER, { segments: 90, urgent: false, ...instant(START) });
    expect(bulk.granted).toBe(18);
    const reply = pace(limits, bulk.ledger, { segments: 2, urgent: true, ...instant(START) });
    expect(reply).toMatchObject({ granted: 2, againInMs: 0 });
    const more = pace(limits, reply.ledger, { segments: 1, urgent: true, ...instant(START) });
    expect(more.granted).toBe(0);
  }
  expect(bulkShare(perDay(200_000))).toBe(199_000);
});

test('when the day is used up the next one is waited for, and begins anew', () => {
  const limits = [perSecond(100), perDay(120)];
  const first = pace(limits, EMPTY_LEDGER, { segments: 90, urgent: false, ...instant(START) });
  const second = pace(limits, first.ledger, { segments: 90, urgent: false, ...instant(START + 2_000) });
  expect(second).toMatchObject({ granted: 18 });
  const third = pace(limits, second.ledger, { segments: 90, urgent: false, ...instant(START + 9_000) });
  expect(third).toMatchObject({ granted: 0, againInMs: DAY_MS - 9_000 });
  const morning = pace(limits, third.ledger, { segments: 90, urgent: false, ...instant(START + DAY_MS) });
  expect(morning.granted).toBe(90);
});

test('a hold stops bulk or all until it is over, and a shorter one does not shorten it', () => {
  const slower = holdUntil(EMPTY_LEDGER, { until: START + 5_000, reason: 'too fast', bulkOnly: true });
  const ask = { segments: 1, ...instant(START) };
  const limits = [perSecond(10)];
  expect(pace(limits, slower, { ...ask, urgent: false })).toMatchObject({ granted: 0, againInMs: 5_000 });
  expect(pace(limits, slower, { ...ask, urgent: true }).granted).toBe(1);
  const still = holdUntil(slower, { until: START + 1_000, reason: 'again', bulkOnly: true });
  expect(still.holds).toEqual(slower.holds);
  const stopped = holdUntil(still, { until: START + 9_000, reason: 'cap', bulkOnly: false });
  expect(pace(limits, stopped, { ...ask, urgent: true })).toMatchObject({ granted: 0, againInMs: 9_000 });
  const after = pace(limits, stopped, { ...ask, urgent: false, ...instant(START + 9_000) });
  expect(after).toMatchObject({ granted: 1, ledger: { holds: [] } });
});

test('what is given back may go to others, and what went out before stays counted', () => {
  const limits = [perSecond(10), perDay(100)];
  const one = pace(limits, EMPTY_LEDGER, { segments: 6, urgent: true, ...instant(START) });
  const two = pace(limits, one.ledger, { segments: 4, urgent: true, ...instant(START + 500) });
  const back = giveBack(two.ledger, { at: two.at, segments: 4, day: instant(START).day });
  expect(usageAt(limits, back, instant(START + 600))).toMatchObject({
    segments: 6,
    limits: [
      { period: 'second', limit: 10, used: 6 },
      { period: 'day', limit: 100, used: 6 },
    ],
  });
});

test('a clock set back by hours stops nobody for hours', () => {
  const limits = [perSecond(10)];
  const before = pace(limits, EMPTY_LEDGER, { segments: 10, urgent: true, ...instant(START + 7_200_000) });
  const at = pace(limits, before.ledger, { segments: 10, urgent: true, ...instant(START) });
  expect(at).toMatchObject({ granted: 0, againInMs: 1_000 });
  expect(pace(limits, at.ledger, { segments: 10, urgent: true, ...instant(START + 1_000) }).granted).toBe(10);
});
