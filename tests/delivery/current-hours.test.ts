import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { launchAlert, sendPage, sweepDue } from '../../src/delivery/index.ts';
import { good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, rowsOf } from './network.ts';

const director = staffAs('director');
/** Tuesday, February 9, 2027, 10:00 in Denver: 12:00 in New York, 9:00 in Los Angeles, 7:00 in Honolulu. */
const TEN_IN_DENVER = Date.UTC(2027, 1, 9, 17, 0);
/** 6:30 in the evening in New York, 4:30 in Denver. */
const EVENING = Date.UTC(2027, 1, 9, 23, 30);

const world = testWorld(TEN_IN_DENVER);

beforeAll(async () => {
  await buildNetwork();
  await env.DB.batch([
    env.DB.prepare(
      `insert into district (nces, name, state, zone, source) values
         ('4400001', 'Wickford', 'RI', 'America/New_York', 'test'), ('1500001', 'Hilo', 'HI', 'Pacific/Honolulu', 'test')`,
    ),
    env.DB.prepare(
      `insert into network_setting (key, value, changed_at, changed_by) values ('state', '"MT"', 1, 'x')`,
    ),
  ]);
});

/** Who is sent a text now, of an alert to these people. */
const reached = async (people: Parameters<typeof addPeople>[1]) => {
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false },
  );
  good(await launchAlert(world, director, { id }));
  const rows = await rowsOf(id);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  return {
    id,
    out: (await rowsOf(id)).filter((row) => row.state === 'accepted').map((row) => row.recipient_id),
  };
};

test('own zone and district must both be open; an area code helps where there is neither, all its zones together', async () => {
  world.setNow(TEN_IN_DENVER);
  const { out, id } = await reached([
    { id: 'z-district', phone: '+18085550101' },
    { id: 'z-own', phone: '+18085550102', zone: 'America/Denver', district: null },
    { id: 'z-moved', phone: '+14065550103', zone: 'Pacific/Honolulu' },
    { id: 'z-away', phone: '+14065550108', zone: 'America/Denver', district: '1500001' },
    { id: 'z-code', phone: '+14065550104', district: null },
    { id: 'z-code-hawaii', phone: '+18085550105', district: null },
    { id: 'z-code-alaska', phone: '+19075550106', district: null },
    { id: 'z-doubt', phone: '+14165550107', district: null },
  ]);
  expect(out.toSorted()).toEqual(['z-code', 'z-district', 'z-own']);
  const waiting = (await rowsOf(id)).filter((row) => row.state !== 'accepted');
  // Nine in Honolulu, and in Adak, which keeps the same time in winter.
  expect(waiting.map((row) => [row.state, row.due_at])).toEqual(
    waiting.map(() => ['waiting', Date.UTC(2027, 1, 9, 19, 0)]),
  );
});

test('the hours of the district’s state hold; without a district those of the network’s state', async () => {
  world.setNow(EVENING);
  const { out, id } = await reached([
    { id: 's-rhode', phone: '+14015550101', district: '4400001' },
    { id: 's-eastern', phone: '+12125550102', district: null },
  ]);
  // 6:30 pm in New York: past six in Rhode Island.
  expect(out).toEqual(['s-eastern']);
  expect((await rowsOf(id)).find((row) => row.recipient_id === 's-rhode')).toMatchObject({
    state: 'waiting',
    due_at: Date.UTC(2027, 1, 10, 14, 0),
  });
  await env.DB.prepare(`update network_setting set value = '"RI"' where key = 'state'`).run();
  expect((await reached([{ id: 's-network', phone: '+12125550103', district: null }])).out).toEqual([]);
  await env.DB.prepare(`update network_setting set value = '"MT"' where key = 'state'`).run();
});

test('a text lives no longer in the carrier’s queue than the window of its state is open', async () => {
  world.setNow(Date.UTC(2027, 1, 9, 22, 30));
  const before = world.texts.length;
  await reached([
    { id: 'v-rhode', phone: '+14015550201', district: '4400001' },
    { id: 'v-mountain', phone: '+14065550202' },
  ]);
  const sent = Object.fromEntries(world.texts.slice(before).map((one) => [one.to, one.validitySeconds]));
  // 5:30 pm there, and Rhode Island closes at six; in Denver, 3:30, it is open until eight.
  expect(sent).toEqual({ '+14015550201': 1800, '+14065550202': 4.5 * 3600 });
});

test('what the night has caught waits for its own morning, and is sent then', async () => {
  world.setNow(EVENING);
  await addPeople(world, [{ id: 'c-late', phone: '+12125550301', district: null }]);
  const { id } = await approvedAlert(world, ['c-late'], { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  const [row] = await rowsOf(id);
  expect(row).toMatchObject({ state: 'planned' });
  world.setNow(Date.UTC(2027, 1, 10, 1, 0));
  const before = world.texts.length;
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  expect(world.texts.length).toBe(before);
  await sweepDue(world);
  expect((await rowsOf(id))[0]).toMatchObject({ state: 'waiting', due_at: Date.UTC(2027, 1, 10, 14, 0) });
  world.setNow(Date.UTC(2027, 1, 10, 14, 0));
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  expect(world.texts.length - before).toBe(1);
});

test('a text for two on one number goes only while both may read it', async () => {
  world.setNow(TEN_IN_DENVER);
  const { out, id } = await reached([
    { id: 'p-denver', phone: '+14065550401' },
    { id: 'p-hawaii', phone: '+14065550401', zone: 'Pacific/Honolulu', district: null },
  ]);
  expect(out).toEqual([]);
  world.passTime(60_000);
  await sweepDue(world);
  expect((await rowsOf(id))[0]!.due_at).toBeGreaterThan(world.clock.now());
  world.setNow(Date.UTC(2027, 1, 9, 19, 0));
  const [row] = await rowsOf(id);
  await sendPage(world, { fromId: row!.id, toId: row!.id + 1 });
  expect((await rowsOf(id)).map((one) => one.state)).toEqual(['accepted', 'accepted']);
});

test('the hours are read once a minute, not once a page', async () => {
  world.setNow(TEN_IN_DENVER);
  const people = Array.from({ length: 4 }, (_, no) => ({ id: `r-${no}`, phone: `+1406555050${no}` }));
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false },
  );
  good(await launchAlert(world, director, { id }));
  const rows = await rowsOf(id);
  const before = world.db.count();
  for (const row of rows)
    await sendPage(world, { fromId: row.id, toId: row.id, channel: 'sms', segments: 1, urgent: false });
  // The last of them opens the alert, in a statement, its guard and the journal.
  expect(world.db.count() - before).toBe(rows.length * 3 + 3);
  expect((await rowsOf(id)).map((row) => row.state)).toEqual(rows.map(() => 'accepted'));
});
