import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { alertOf, editAlert } from '../../src/alerts/index.ts';
import {
  cancelAlert,
  closeAlert,
  launchAlert,
  nudgeAlert,
  pauseAlert,
  resumeAlert,
  sendPage,
  settleAlerts,
  sweepDue,
} from '../../src/delivery/index.ts';
import type { World } from '../../src/platform/world.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
const staff = staffAs('staff');
beforeAll(buildNetwork);

const approved = async (prefix: string, count: number) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const ids = people.map((one) => one.id);
  const { id } = await approvedAlert(world, ids, { sendEmail: false });
  return { id, members: ids };
};
const launched = async (prefix: string, count: number) => {
  const one = await approved(prefix, count);
  good(await launchAlert(world, director, { id: one.id }));
  const rows = await rowsOf(one.id);
  return { ...one, rows, page: { fromId: rows[0]!.id, toId: rows.at(-1)!.id } };
};
const stateOf = async (id: string) => (await alertOf(world, id))?.state;
const oks = (results: { ok: boolean }[]) => results.filter((one) => one.ok).length;
const jobsOf = (id: string) =>
  world.jobs.filter((job) => job.kind === 'alert.closed' && job.body.alertId === id).length;

test('two people who launch, pause, resume or cancel at once do it once', async () => {
  const { id } = await approved('a', 6);
  const act = (verb: typeof launchAlert | typeof pauseAlert) =>
    Promise.all([verb(world, director, { id }), verb(world, staff, { id }), verb(world, director, { id })]);
  const after: string[] = [];
  for (const verb of [launchAlert, pauseAlert, resumeAlert, cancelAlert] as (typeof pauseAlert)[]) {
    const results = await act(verb);
    expect(oks(results), verb.verb).toBe(1);
    for (const one of results) if (!one.ok) expect(one.problem.kind).toBe('conflict');
    after.push((await stateOf(id)) ?? '');
  }
  expect(after).toEqual(['sending', 'paused', 'sending', 'cancelled']);
  expect(await rowsOf(id)).toHaveLength(6);
  expect(await keptTally(id)).toEqual(await countedTally(id));
  expect(jobsOf(id)).toBe(1);
  const { results } = await env.DB.prepare(
    `select action, count(*) as n from journal where subject_id = ? and action in ('alert.launch', 'alert.pause', 'alert.resume', 'alert.cancel') group by action order by action`,
  )
    .bind(id)
    .all<{ action: string; n: number }>();
  expect(results.map((row) => row.n)).toEqual([1, 1, 1, 1]);
});

test('an edit while the launch is on its way keeps every word of it from going out', async () => {
  const { id } = await approved('bb', 4);
  const editing: World = {
    ...world,
    launchGuard: {
      check: async () => {
        const { revision } = (await alertOf(world, id))!;
        good(await editAlert(world, staff, { id, revision, smsText: 'Other words, not approved' }));
        return null;
      },
    },
  };
  expect(bad(await launchAlert(editing, director, { id })).kind).toBe('conflict');
  expect(await rowsOf(id)).toEqual([]);
  expect(await keptTally(id)).toEqual([]);
  expect(await alertOf(world, id)).toMatchObject({ state: 'draft', approval: null });
});

test('a cancel in the middle of a send tells what is out, what is called off and what is on its way', async () => {
  const { id, rows } = await launched('ccc', 9);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[2]!.id });
  let told: ReturnType<typeof cancelAlert> | null = null;
  const cancelling: World = {
    ...world,
    sms: {
      ...world.sms,
      send: async (message) => {
        await (told ??= cancelAlert(world, director, { id }));
        return world.sms.send(message);
      },
    },
  };
  await sendPage(cancelling, { fromId: rows[3]!.id, toId: rows[4]!.id });
  expect(good(await told!)).toMatchObject({ out: 3, calledOff: 4, handingOver: 2 });
  const before = world.texts.length;
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[8]!.id });
  world.passTime(5 * 60_000);
  await sweepDue(world);
  expect(world.texts.length).toBe(before);
  const after = await rowsOf(id);
  expect(after.map((row) => row.state)).toEqual([
    ...Array.from({ length: 5 }, () => 'accepted'),
    ...Array.from({ length: 4 }, () => 'cancelled'),
  ]);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a pause stops what is not claimed, and what is claimed goes out once', async () => {
  const { id, rows, page } = await launched('dddd', 8);
  const pausing: World = {
    ...world,
    sms: {
      ...world.sms,
      send: async (message) => {
        await pauseAlert(world, director, { id });
        return world.sms.send(message);
      },
    },
  };
  await sendPage(pausing, { fromId: rows[0]!.id, toId: rows[3]!.id });
  expect(await stateOf(id)).toBe('paused');
  const sent = world.texts.length;
  await sendPage(world, page);
  world.passTime(5 * 60_000);
  await sweepDue(world);
  await settleAlerts(world);
  expect(await stateOf(id)).toBe('paused');
  expect(world.texts.length).toBe(sent);
  expect((await rowsOf(id)).map((row) => row.state).toSorted()).toEqual([
    ...Array.from({ length: 4 }, () => 'accepted'),
    ...Array.from({ length: 4 }, () => 'planned'),
  ]);
  good(await resumeAlert(world, staff, { id }));
  await Promise.all([sendPage(world, page), sendPage(world, page)]);
  expect(world.texts.length).toBe(sent + 4);
  expect((await rowsOf(id)).every((row) => row.state === 'accepted')).toBe(true);
});

test('an alert of which messages wait is not closed, and says what can be done', async () => {
  const { id, page } = await launched('eeeee', 3);
  const problem = bad(await closeAlert(world, director, { id }));
  expect(problem).toMatchObject({ kind: 'conflict' });
  expect(problem.message).toContain('Wait until they are, or cancel it');
  await sendPage(world, page);
  await settleAlerts(world);
  const both = await Promise.all([closeAlert(world, director, { id }), closeAlert(world, staff, { id })]);
  expect(oks(both)).toBe(1);
  expect(jobsOf(id)).toBe(1);
});

test('two nudges at once make one, also where they are for two regions', async () => {
  const { id, members, page } = await launched('ffffff', 6);
  await sendPage(world, page);
  await settleAlerts(world);
  const asking = { ...world, unanswered: () => Promise.resolve(members.slice(0, 4)) };
  const both = await Promise.all([
    nudgeAlert(asking, director, { id, regionId: 'west' }),
    nudgeAlert(asking, staff, { id, regionId: 'east' }),
  ]);
  expect(oks(both)).toBe(1);
  const { results } = await env.DB.prepare(
    `select count(*) as n from delivery where source_kind = 'nudge' and source_id = ? and state <> 'skipped'`,
  )
    .bind(id)
    .all<{ n: number }>();
  expect(results[0]?.n).toBe(2);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a nudge that meets a close plans nothing', async () => {
  const { id, members, page } = await launched('ggggggg', 4);
  await sendPage(world, page);
  await settleAlerts(world);
  const closing: World = {
    ...world,
    unanswered: () => Promise.resolve(members),
    launchGuard: {
      check: async () => {
        good(await closeAlert(world, staff, { id }));
        return null;
      },
    },
  };
  expect(bad(await nudgeAlert(closing, director, { id })).kind).toBe('conflict');
  expect(await rowsOf(id)).toHaveLength(4);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});
