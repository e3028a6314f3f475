import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { pacerPort } from '../../src/delivery/index.ts';

const pacer = pacerPort(env.PACER);

test('a sender leases by the limits of its row, and one that nobody described sends one a second', async () => {
  await env.DB.prepare(
    `insert into sender (id, channel, address, profile, per_second, per_day) values ('test', 'sms', 'x', 'test', 1000, 100)`,
  ).run();
  expect(await pacer.lease('test', { segments: 60, urgent: false })).toEqual({ granted: 60, againInMs: 0 });
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
    Array.from({ length: 20 }, () => pacer.lease('rush', { segments: 10, urgent: false })),
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
