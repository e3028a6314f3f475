import { evictDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { pacerPort } from '../../src/delivery/index.ts';

const pacer = pacerPort(env.PACER);

test('a sender leases by the limits of its row, and one that nobody described sends one a second', async () => {
  await env.DB.prepare(
    `insert into sender (id, channel, address, profile, per_second, per_day) values ('test', 'sms', 'x', 'test', 1000, 100)`,
  ).run();
  expect(await pacer.lease('test', { segments: 60, urgent: false })).toMatchObject({
    granted: 60,
    againInMs: 0,
  });
  const second = await pacer.lease('test', { segments: 60, urgent: true });
  expect(second.granted).toBe(40);
  expect(second.againInMs).toBeGreaterThan(1000);
  expect(await pacer.lease('nobody', { segments: 5, urgent: false })).toMatchObject({ granted: 1 });
});

test('asked many times at once it grants no more than once', async () => {
  await env.DB.prepare(
    `insert into sender (id, channel, address, profile, per_second, per_day) values ('rush', 'sms', 'x', 'test', 100000, 50)`,
  ).run();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => pacer.lease('rush', { segments: 10, urgent: true })),
  );
  expect(answers.reduce((sum, one) => sum + one.granted, 0)).toBe(50);
});

test('what is released is remembered, and a claim taken for dead posts nothing more', async () => {
  await pacer.release('test', 'claim-1', [1, 2]);
  await pacer.release('test', 'claim-1', [3]);
  expect(await pacer.released('test', 'claim-1')).toEqual([1, 2, 3]);
  await expect(pacer.release('test', 'claim-1', [4])).rejects.toThrow('given up');
  expect(await pacer.released('test', 'claim-1')).toEqual([1, 2, 3]);
  expect(await pacer.released('test', 'claim-2')).toEqual([]);
  await expect(pacer.release('test', 'claim-2', [5])).rejects.toThrow('given up');
});

test('what was said of the last block is noted with the next, and is no longer in doubt', async () => {
  await pacer.release('test', 'claim-3', [1, 2, 3]);
  await pacer.release(
    'test',
    'claim-3',
    [4],
    [
      { id: 1, providerId: 'SM1' },
      { id: 3, providerId: null },
    ],
  );
  expect(await pacer.told('test', 'claim-3')).toEqual([
    { id: 1, providerId: 'SM1' },
    { id: 3, providerId: null },
  ]);
  expect(await pacer.released('test', 'claim-3')).toEqual([2, 4]);
});

test('a claim whose results are recorded is forgotten; one that was taken for dead stays closed', async () => {
  await pacer.release('test', 'claim-4', [1]);
  await pacer.finish('test', 'claim-4');
  expect(await pacer.released('test', 'claim-4')).toEqual([]);
  await pacer.finish('test', 'claim-4');
  await expect(pacer.release('test', 'claim-4', [2])).rejects.toThrow('given up');
});

const describe = (id: string, perSecond: number, perDay: number | null, profile = 'test') =>
  env.DB.prepare(
    `insert into sender (id, channel, address, profile, per_second, per_day) values (?, 'sms', 'x', ?, ?, ?)`,
  )
    .bind(id, profile, perSecond, perDay)
    .run();
const evict = (id: string) => evictDurableObject(env.PACER.get(env.PACER.idFromName(id)));

test('thrown out of memory in the middle of a day it grants no segment more than the day has', async () => {
  await describe('evicted', 1_000, 100);
  expect((await pacer.lease('evicted', { segments: 70, urgent: true })).granted).toBe(70);
  await pacer.release('evicted', 'claim-e', [7, 8]);
  await pacer.hold('evicted', { until: Date.now() + 60_000, reason: 'too fast', bulkOnly: true });
  await evict('evicted');
  expect(await pacer.usage('evicted')).toMatchObject({ segments: 70, holds: [{ reason: 'too fast' }] });
  expect(await pacer.lease('evicted', { segments: 10, urgent: false })).toMatchObject({ granted: 0 });
  expect((await pacer.lease('evicted', { segments: 70, urgent: true })).granted).toBe(30);
  expect(await pacer.released('evicted', 'claim-e')).toEqual([7, 8]);
});

test('a carrier’s limits for the kind of sender bind besides its own ceilings, on the days that they are in force', async () => {
  await env.DB.prepare(
    `insert into carrier_limit (id, profile, carrier, period, segments, from_on, to_on, source) values
     ('t1', 'kind-t', 'att', 'minute', 30, '2020-01-01', null, 'test'), ('t2', 'kind-t', 'tmobile', 'day', 5, '2020-01-01', '2020-12-31', 'test')`,
  ).run();
  await describe('bound', 1_000, null, 'kind-t');
  expect((await pacer.lease('bound', { segments: 90, urgent: true })).granted).toBe(30);
  expect((await pacer.usage('bound')).limits).toEqual([
    { by: 'own', period: 'second', limit: 1_000, used: 30 },
    { by: 'att', period: 'minute', limit: 30, used: 30 },
  ]);
});

test('a hold that a person lifts is gone', async () => {
  await describe('lifted', 100, null);
  await pacer.hold('lifted', { until: Date.now() + 3_600_000, reason: 'cap', bulkOnly: false });
  expect(await pacer.lease('lifted', { segments: 1, urgent: true })).toMatchObject({ granted: 0 });
  await pacer.releaseHold('lifted');
  expect(await pacer.lease('lifted', { segments: 1, urgent: true })).toMatchObject({ granted: 1 });
});

test('pages that get nothing are put in line, so that they do not all ask again in the same second', async () => {
  await describe('line', 10, null);
  const answers = [];
  for (let no = 0; no < 20; no += 1)
    answers.push(await pacer.lease('line', { segments: 100, urgent: false }));
  const waits = answers.filter((one) => one.granted === 0).map((one) => one.againInMs);
  expect(Math.max(...waits)).toBeGreaterThan(60_000);
  expect(new Set(waits.map((one) => Math.floor(one / 5_000))).size).toBeGreaterThan(10);
  expect((await pacer.usage('line')).bulkInMs).toBeGreaterThan(60_000);
  expect((await pacer.lease('line', { segments: 1, urgent: true })).granted).toBe(1);
});
