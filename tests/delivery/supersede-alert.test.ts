import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  alertOf,
  approveAlert,
  discardAlert,
  previewAlert,
  proposeAlert,
  successorOf,
} from '../../src/alerts/index.ts';
import {
  cancelAlert,
  launchAlert,
  resumeAlert,
  sendPage,
  settleAlerts,
  supersedeAlert,
} from '../../src/delivery/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
beforeAll(buildNetwork);

const launched = async (prefix: string, count: number) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const ids = people.map((one) => one.id);
  const { id } = await approvedAlert(world, ids, { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  return { id, rows: await rowsOf(id) };
};
const approve = async (id: string) => {
  good(await proposeAlert(world, staffAs('staff'), { id }));
  const { hash, people } = good(await previewAlert(world, director, { id }));
  good(await approveAlert(world, director, { id, hash, audienceCount: people }));
};
const stateOf = async (id: string) => (await alertOf(world, id))?.state;

test('a new version holds the old one, and its launch calls off what is not out', async () => {
  const old = await launched('a', 10);
  await sendPage(world, { fromId: old.rows[0]!.id, toId: old.rows[3]!.id });
  const begun = good(await supersedeAlert(world, staffAs('staff'), { id: old.id }));
  expect(begun).toMatchObject({ supersedes: old.id, paused: true });
  const [before, draft] = [(await alertOf(world, old.id))!, (await alertOf(world, begun.id))!];
  expect(before.state).toBe('paused');
  expect(draft).toMatchObject({
    state: 'draft',
    supersedes: old.id,
    approval: null,
    smsText: before.smsText,
    emailText: before.emailText,
    audience: before.audience,
    deadlineAt: before.deadlineAt,
    question: { prompt: before.question!.prompt },
  });
  expect(draft.question!.options.map(({ no, label, outcome }) => ({ no, label, outcome }))).toEqual(
    before.question!.options.map(({ no, label, outcome }) => ({ no, label, outcome })),
  );
  expect(bad(await launchAlert(world, director, { id: begun.id })).message).toContain('approved');

  await approve(begun.id);
  const both = await Promise.all([
    launchAlert(world, director, { id: begun.id }),
    launchAlert(world, staffAs('staff'), { id: begun.id }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const rows = await rowsOf(old.id);
  expect(rows.filter((row) => row.state === 'cancelled').map((row) => row.reason)).toEqual(
    Array.from({ length: 6 }, () => 'superseded'),
  );
  expect(await alertOf(world, old.id)).toMatchObject({ state: 'cancelled', supersededBy: begun.id });
  expect(await keptTally(old.id)).toEqual(await countedTally(old.id));
  expect(await rowsOf(begun.id)).toHaveLength(10);
  expect(world.jobs.filter((job) => job.kind === 'alert.closed' && job.body.alertId === old.id)).toHaveLength(
    1,
  );
  const sent = world.texts.length;
  await sendPage(world, { fromId: old.rows[0]!.id, toId: old.rows[9]!.id });
  expect(world.texts.length).toBe(sent);
});

test('an old version that was all out is closed', async () => {
  const old = await launched('bb', 2);
  await sendPage(world, { fromId: old.rows[0]!.id, toId: old.rows[1]!.id });
  await settleAlerts(world);
  const begun = good(await supersedeAlert(world, director, { id: old.id }));
  expect(begun.paused).toBe(false);
  expect(await stateOf(old.id)).toBe('open');
  await approve(begun.id);
  good(await launchAlert(world, director, { id: begun.id }));
  expect(await alertOf(world, old.id)).toMatchObject({ state: 'closed', supersededBy: begun.id });
});

test('two people at once begin one new version, and the same form twice too', async () => {
  const old = await launched('ccc', 2);
  const both = await Promise.all([
    supersedeAlert(world, director, { id: old.id }),
    supersedeAlert(world, staffAs('staff'), { id: old.id }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const refusal = bad(both.find((one) => !one.ok)!);
  expect(refusal).toMatchObject({ kind: 'conflict' });
  expect(refusal.message).toContain('has begun a new version');
  const { id } = (await successorOf(world, old.id))!;
  good(await discardAlert(world, director, { id }));

  const draftId = '01JD3WK2Q9V6H7M4T8XN5RBACE';
  const twice = await Promise.all([
    supersedeAlert(world, director, { id: old.id, draftId }),
    supersedeAlert(world, director, { id: old.id, draftId }),
  ]);
  const { results } = await env.DB.prepare(`select id from alert where supersedes = ? and state = 'draft'`)
    .bind(old.id)
    .all();
  expect(results).toEqual([{ id: draftId }]);
  expect(twice.some((one) => one.ok)).toBe(true);
  expect(good(await supersedeAlert(world, director, { id: old.id, draftId })).id).toBe(draftId);
});

test('a discarded draft leaves the old one paused, and a person lets it go on', async () => {
  const old = await launched('dddd', 3);
  const { id } = good(await supersedeAlert(world, director, { id: old.id }));
  good(await discardAlert(world, staffAs('staff'), { id }));
  expect(await alertOf(world, old.id)).toMatchObject({ state: 'paused', supersededBy: null });
  expect(await successorOf(world, old.id)).toBeNull();
  good(await resumeAlert(world, director, { id: old.id }));
  const before = world.texts.length;
  await sendPage(world, { fromId: old.rows[0]!.id, toId: old.rows[2]!.id });
  expect(world.texts.length).toBe(before + 3);
});

test('an alert that ended has no new version, and one that ends meanwhile keeps its end', async () => {
  const old = await launched('eeeee', 2);
  const { id } = good(await supersedeAlert(world, director, { id: old.id }));
  good(await cancelAlert(world, director, { id: old.id }));
  const { closedAt } = (await alertOf(world, old.id))!;
  expect(bad(await supersedeAlert(world, director, { id: old.id })).kind).toBe('conflict');
  await approve(id);
  world.passTime(60_000);
  good(await launchAlert(world, director, { id }));
  expect(await alertOf(world, old.id)).toMatchObject({ state: 'cancelled', supersededBy: id, closedAt });
  expect((await rowsOf(old.id)).map((row) => row.reason)).toEqual(['cancelled', 'cancelled']);
});
