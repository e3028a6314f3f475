import { beforeAll, expect, test } from 'vitest';
import { costOf, launchAlert, sendPage, settleAlerts } from '../../src/delivery/index.ts';
import { fetchPrices } from '../../src/delivery/fetch-prices.ts';
import type { SmsDetail } from '../../src/platform/world.ts';
import { good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const world = testWorld();
beforeAll(buildNetwork);

const sent = async (prefix: string, count: number) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const members = people.map((one) => one.id);
  const { id } = await approvedAlert(world, members, { sendEmail: false });
  good(await launchAlert(world, staffAs('director'), { id }));
  const planned = await rowsOf(id);
  await sendPage(world, { fromId: planned[0]!.id, toId: planned.at(-1)!.id });
  return { id, rows: await rowsOf(id) };
};
const detail = (providerId: string, priceMicros: number | null, status = 'delivered'): SmsDetail => ({
  providerId,
  from: '',
  to: '',
  body: '',
  status,
  direction: 'outbound-api',
  createdAt: world.clock.now(),
  errorCode: status === 'delivered' ? null : '30005',
  segments: 2,
  priceMicros,
});
const settle = async (rows: { provider_id: string | null }[], status: string) => {
  for (const row of rows) world.carrierHas.set(row.provider_id!, detail(row.provider_id!, null, status));
  world.passTime(31 * 60_000);
  await fetchPrices(world);
};

test('the prices of many texts come from the list of the time in which they went, not one by one', async () => {
  const { id, rows } = await sent('prices', 40);
  await settle(rows, 'delivered');
  const lists: { sentAfter?: number; sentBefore?: number }[] = [];
  let alone = 0;
  const listing = {
    ...world,
    sms: {
      ...world.sms,
      list: (filter: (typeof lists)[number]) => {
        lists.push(filter);
        return Promise.resolve(rows.slice(0, 39).map((row) => detail(row.provider_id!, 8_301)));
      },
      message: (providerId: string) => {
        alone += 1;
        return Promise.resolve(detail(providerId, 8_302));
      },
    },
  };
  expect(await fetchPrices(listing)).toEqual({ asked: 40, priced: 40 });
  expect(alone).toBe(1);
  expect(lists).toHaveLength(1);
  expect(lists[0]!.sentBefore! - lists[0]!.sentAfter!).toBeLessThan(2 * HOUR);
  expect(await costOf(world, id)).toMatchObject({ unpriced: 0, priceMicros: 39 * 8_301 + 8_302 });
  expect(await keptTally(id)).toEqual(await countedTally(id));
  expect(await fetchPrices(listing)).toEqual({ asked: 0, priced: 0 });
});

test('a text that did not arrive and was never charged costs nothing after three days', async () => {
  const { id, rows } = await sent('never', 3);
  await settle(rows, 'undelivered');
  expect((await costOf(world, id)).unpriced).toBe(3);
  world.passTime(3 * DAY);
  await fetchPrices(world);
  expect(await costOf(world, id)).toMatchObject({ unpriced: 0, priceMicros: 0 });
  expect((await rowsOf(id)).map((row) => row.price_micros)).toEqual([0, 0, 0]);
});

test('a price that comes after a week is still read, once a day', async () => {
  const { id, rows } = await sent('late', 2);
  await settle(rows, 'delivered');
  await settleAlerts(world);
  world.passTime(20 * DAY);
  for (const row of rows) world.carrierHas.set(row.provider_id!, detail(row.provider_id!, 9_000));
  world.setNow(Math.ceil(world.clock.now() / DAY) * DAY + HOUR);
  await fetchPrices(world);
  expect((await costOf(world, id)).unpriced).toBe(2);
  world.setNow(Math.ceil(world.clock.now() / DAY) * DAY);
  await fetchPrices(world);
  expect(await costOf(world, id)).toMatchObject({ unpriced: 0, priceMicros: 18_000 });
});
