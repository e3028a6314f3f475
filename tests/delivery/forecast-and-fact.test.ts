import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { alertOf } from '../../src/alerts/index.ts';
import {
  costOf,
  forecastAndFact,
  launchAlert,
  sendPage,
  settleAlerts,
  tallyOf,
} from '../../src/delivery/index.ts';
import { good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, crowd, rowsOf } from './network.ts';

const world = testWorld();
beforeAll(buildNetwork);

const both = async (id: string) => {
  const alert = await alertOf(world, id);
  return forecastAndFact(alert!.approval!.forecast, alert, await tallyOf(world, id), await costOf(world, id));
};

test('after the send it stands beside what was foretold: how long, how many, what it cost, who missed it', async () => {
  const people = crowd('fact', 10);
  await addPeople(world, people);
  const members = people.map((one) => one.id);
  const { id } = await approvedAlert(world, members, { sendEmail: false });
  good(await launchAlert(world, staffAs('director'), { id }));
  const rows = await rowsOf(id);
  expect(await both(id)).toMatchObject({ foretold: { out: 10, missed: 0 }, fact: { minutes: null, out: 0 } });

  world.passTime(7 * 60_000);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  world.passTime(60_000);
  await settleAlerts(world);
  const after = (await both(id))!;
  expect(after.fact).toMatchObject({ minutes: 7, out: 10, missed: 0, segments: after.foretold.segments });
  expect(after.complete).toBe(false);

  await env.DB.prepare(`update delivery set price_micros = 1 where source_id = ?`).bind(id).run();
  expect((await both(id))!.complete).toBe(true);
});

test('an alert that was approved before there were forecasts compares nothing', async () => {
  const tally = await tallyOf(world, 'none');
  expect(forecastAndFact(null, null, tally, await costOf(world, 'none'))).toBeNull();
});
