import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { alertOf, discardAlert, editAlert, returnAlert } from '../../src/alerts/index.ts';
import {
  isLate,
  launchAlert,
  scheduleAlert,
  startRefused,
  startScheduled,
  unscheduleAlert,
} from '../../src/delivery/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
const MINUTE = 60_000;
beforeAll(buildNetwork);

const approved = async (prefix: string, count = 3, more: { deadlineAt?: number } = {}) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const ids = people.map((one) => one.id);
  return { ...(await approvedAlert(world, ids, { sendEmail: false, ...more })), members: ids };
};
const scheduled = async (prefix: string, inMinutes = 60) => {
  const { id } = await approved(prefix);
  const at = world.clock.now() + inMinutes * MINUTE;
  good(await scheduleAlert(world, staffAs('staff'), { id, at }));
  return { id, at };
};
const entriesOf = async (id: string, action: string) => {
  const { results } = await env.DB.prepare(
    `select actor_kind, actor_id, detail from journal where subject_id = ? and action = ? order by id`,
  )
    .bind(id, action)
    .all<{ actor_kind: string; actor_id: string; detail: string }>();
  return results.map((one) => ({ ...one, detail: JSON.parse(one.detail) as Record<string, unknown> }));
};

test('the clock starts a scheduled alert at its time and once, in the name of whoever scheduled it', async () => {
  const { id, at } = await scheduled('a');
  expect(await alertOf(world, id)).toMatchObject({ state: 'scheduled', scheduledByName: 'Sam Staff' });
  world.setNow(at - 1);
  expect(await startScheduled(world)).toEqual({ started: 0, refused: 0, late: 0 });
  world.setNow(at);
  const rings = await Promise.all([startScheduled(world), startScheduled(world), startScheduled(world)]);
  expect(rings.reduce((sum, one) => sum + one.started!, 0)).toBe(1);
  expect(rings.every((one) => one.refused === 0)).toBe(true);
  expect(await startScheduled(world)).toEqual({ started: 0, refused: 0, late: 0 });
  expect(await rowsOf(id)).toHaveLength(3);
  expect(await keptTally(id)).toEqual(await countedTally(id));
  expect(await alertOf(world, id)).toMatchObject({ state: 'sending', launchedBy: 'staff-staff' });
  expect(await entriesOf(id, 'alert.launch')).toMatchObject([
    { actor_kind: 'clock', actor_id: 'delivery.start', detail: { scheduledBy: 'staff-staff' } },
  ]);
});

test('a clock that comes more than fifteen minutes late sends nothing and leaves it to a person', async () => {
  const { id, at } = await scheduled('bb');
  world.setNow(at + 15 * MINUTE + 1);
  expect(await startScheduled(world)).toEqual({ started: 0, refused: 0, late: 1 });
  const alert = (await alertOf(world, id))!;
  expect(alert.state).toBe('scheduled');
  expect(isLate(alert, world.clock.now())).toBe(true);
  expect(isLate(alert, at + 15 * MINUTE)).toBe(false);
  good(await launchAlert(world, director, { id }));
  expect(await rowsOf(id)).toHaveLength(3);
});

test('a clock that comes fourteen minutes late still sends', async () => {
  const { id, at } = await scheduled('bbb');
  world.setNow(at + 14 * MINUTE);
  expect((await startScheduled(world)).started).toBe(1);
  expect((await alertOf(world, id))?.state).toBe('sending');
});

test('what is put back is not started, and can be scheduled anew', async () => {
  const { id, at } = await scheduled('cccc');
  const both = await Promise.all([
    unscheduleAlert(world, director, { id }),
    unscheduleAlert(world, staffAs('staff'), { id }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  world.setNow(at);
  expect((await startScheduled(world)).started).toBe(0);
  expect(await alertOf(world, id)).toMatchObject({ state: 'approved', scheduledAt: null, scheduledBy: null });
  expect(bad(await unscheduleAlert(world, director, { id })).kind).toBe('conflict');
  good(await scheduleAlert(world, director, { id, at: at + MINUTE }));
});

test('of two people who schedule at once one does, and a moment must lie before the deadline', async () => {
  const { id } = await approved('ddddd');
  const now = world.clock.now();
  for (const at of [now, now - 1, now + 3 * 24 * 3_600_000])
    expect(bad(await scheduleAlert(world, director, { id, at })).fields).toMatchObject([{ field: 'at' }]);
  const both = await Promise.all([
    scheduleAlert(world, director, { id, at: now + MINUTE }),
    scheduleAlert(world, staffAs('staff'), { id, at: now + 2 * MINUTE }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  expect(bad(both.find((one) => !one.ok)!).kind).toBe('conflict');
});

test('a person and the clock who start at once send once', async () => {
  const { id, at } = await scheduled('eeeeee');
  world.setNow(at);
  const [mine, clock] = await Promise.all([launchAlert(world, director, { id }), startScheduled(world)]);
  expect([mine.ok, clock.started === 1].filter(Boolean)).toHaveLength(1);
  expect(await rowsOf(id)).toHaveLength(3);
  expect(await startRefused(world, id)).toBeNull();
});

test('an alert put off to a later hour while the clock is at it does not go out early', async () => {
  const { id, at } = await scheduled('eeeeeee');
  world.setNow(at);
  const puttingOff = {
    ...world,
    launchGuard: {
      check: async () => {
        good(await unscheduleAlert(world, director, { id }));
        good(await scheduleAlert(world, director, { id, at: at + 60 * MINUTE }));
        return null;
      },
    },
  };
  expect(await startScheduled(puttingOff)).toMatchObject({ started: 0, refused: 0 });
  expect(await rowsOf(id)).toEqual([]);
  expect(await alertOf(world, id)).toMatchObject({ state: 'scheduled', scheduledAt: at + 60 * MINUTE });
  good(await unscheduleAlert(world, director, { id }));
});

test('an edit, a return and a discard take an alert from the clock', async () => {
  const edited = await scheduled('fffffff');
  const sent = await scheduled('ggggggg');
  const gone = await scheduled('hhhhhhh');
  const { revision } = (await alertOf(world, edited.id))!;
  good(await editAlert(world, director, { id: edited.id, revision, smsText: 'Other words' }));
  good(await returnAlert(world, director, { id: sent.id, note: 'Name the room' }));
  good(await discardAlert(world, director, { id: gone.id }));
  world.setNow(edited.at);
  expect(await startScheduled(world)).toMatchObject({ started: 0, refused: 0 });
  for (const { id } of [edited, sent, gone])
    expect(await alertOf(world, id)).toMatchObject({ scheduledAt: null, scheduledBy: null, approval: null });
});

test('what a rule refuses goes back to approved with the reason, until somebody schedules or sends it', async () => {
  const { id, at } = await scheduled('iiiiiiii');
  world.setNow(at);
  const guarded = {
    ...world,
    launchGuard: { check: () => Promise.resolve({ rule: 'campaign', message: 'It names a candidate.' }) },
  };
  expect(await startScheduled(guarded)).toMatchObject({ started: 0, refused: 1 });
  expect(await rowsOf(id)).toHaveLength(0);
  expect(await alertOf(world, id)).toMatchObject({ state: 'approved', scheduledAt: null });
  expect(await startRefused(world, id)).toMatchObject({ at, message: 'It names a candidate.' });
  expect(await entriesOf(id, 'alert.not_started')).toMatchObject([
    { actor_kind: 'clock', detail: { rule: 'campaign' } },
  ]);
  good(await scheduleAlert(world, director, { id, at: at + MINUTE }));
  expect(await startRefused(world, id)).toBeNull();
});

test('the clock does not send to an audience that grew after the approval', async () => {
  const region = `insert into region (id, name) values ('south', 'South')`;
  await env.DB.prepare(region).run();
  const { id, members } = await approved('jjjjjjjjj', 2);
  await env.DB.prepare(`update alert set audience = '{"regions":["south"]}' where id = ?`).bind(id).run();
  const move = env.DB.prepare(`update member set region_id = 'south' where id = ?`);
  await env.DB.batch(members.map((one) => move.bind(one)));
  const at = world.clock.now() + 60 * MINUTE;
  good(await scheduleAlert(world, director, { id, at }));
  const late = crowd('kkkkkkkkkk', 12);
  await addPeople(world, late);
  await env.DB.batch(late.map((one) => move.bind(one.id)));
  world.setNow(at);
  expect(await startScheduled(world)).toMatchObject({ started: 0, refused: 1 });
  expect(await rowsOf(id)).toHaveLength(0);
  expect((await startRefused(world, id))?.message).toContain('more people than were approved');
});
