import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { approveAlert, listExcluded, previewAlert } from '../../src/alerts/index.ts';
import { launchAlert, nudgeAlert, previewNudge, weekLoad } from '../../src/delivery/index.ts';
import { networkSettings, setWeeklyBudget } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, crowd, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const people = crowd('w', 12).map(({ id }) => id);
const [busy, calm] = [people.slice(0, 4), people.slice(4)];

const launched = async (members: string[]) => {
  const { id } = await approvedAlert(world, members);
  good(await launchAlert(world, director, { id }));
  return id;
};
/** Members who are written to, and those left out for the budget, as rows say. */
const sentTo = async (id: string) => {
  const rows = await rowsOf(id);
  const of = (state: (row: (typeof rows)[number]) => boolean) =>
    [...new Set(rows.filter(state).map((row) => row.recipient_id))].toSorted();
  return {
    sent: of((row) => row.state === 'planned'),
    over: of((row) => row.state === 'skipped' && row.reason === 'over_budget'),
  };
};

beforeAll(async () => {
  await buildNetwork();
  await addPeople(world, crowd('w', 12));
  good(await setWeeklyBudget(world, director, { weeklyBudget: 2 }));
});

test('the director sets the budget; staff see it and may not change it', async () => {
  expect((await networkSettings(world)).weeklyBudget).toBe(2);
  expect(bad(await setWeeklyBudget(world, staffAs('staff'), { weeklyBudget: 9 })).kind).toBe('forbidden');
  expect(bad(await setWeeklyBudget(world, director, { weeklyBudget: 0 })).kind).toBe('invalid');
});

test('a message by text and email is one of the week, and the preview and the launch leave out the same people', async () => {
  await launched(busy);
  await launched(busy);
  const { id } = await approvedAlert(world, people);
  const preview = good(await previewAlert(world, director, { id }));
  expect(preview).toMatchObject({
    people: 12,
    reachable: 8,
    week: {
      most: 2,
      over: 4,
      people: 12,
      nth: [
        { nth: 1, people: 8 },
        { nth: 3, people: 4 },
      ],
    },
  });
  expect(preview.exclusions.filter((one) => one.reason === 'over_budget').map((one) => one.count)).toEqual([
    4, 4,
  ]);
  expect(preview.forecast).toMatchObject({ texts: 8, mails: 8 });
  const named = good(await listExcluded(world, director, { id })).data;
  expect([...new Set(named.map((one) => one.memberId))].toSorted()).toEqual(busy);

  good(await launchAlert(world, director, { id }));
  expect(await sentTo(id)).toEqual({ sent: calm, over: busy });
});

test('a nudge is a message of the week too, and stops at the same budget', async () => {
  const { id } = await approvedAlert(world, calm);
  good(await launchAlert(world, director, { id }));
  world.unanswered = () => Promise.resolve(calm);
  const foretold = good(await previewNudge(world, director, { id, smsText: 'Please answer.' }));
  expect(foretold).toMatchObject({ forecast: { texts: 0 }, week: { over: calm.length } });
  const nudged = await nudgeAlert(world, director, { id });
  expect(bad(nudged)).toMatchObject({ kind: 'refused', rule: 'weekly-budget' });
});

test('an alert that everybody has no room for waits, or goes out by the reason of the approver', async () => {
  const { id } = await approvedAlert(world, [...busy, ...calm]).catch(() => ({ id: '' }));
  expect(id).toBe('');
  const open =
    (await env.DB.prepare(`select id from alert where state = 'proposed'`).first<{ id: string }>())?.id ?? '';
  const preview = good(await previewAlert(world, director, { id: open }));
  expect(preview).toMatchObject({ reachable: 0, week: { over: 12, people: 12 } });
  const seen = { id: open, hash: preview.hash, audienceCount: 12 };
  expect(bad(await approveAlert(world, director, seen)).fields?.[0]?.field).toBe('overBudget');
  good(await approveAlert(world, director, { ...seen, overBudget: 'The vote is today.' }));
  good(await launchAlert(world, director, { id: open }));
  expect((await sentTo(open)).sent).toEqual(people);
  const entry = await env.DB.prepare(
    `select detail from journal where action = 'alert.approve' and subject_id = ? order by id desc limit 1`,
  )
    .bind(open)
    .first<{ detail: string }>();
  expect(JSON.parse(entry?.detail ?? '{}')).toMatchObject({ overBudget: 'The vote is today.', over: 12 });

  // What an approver let past, its nudges may too.
  world.unanswered = () => Promise.resolve(busy);
  good(await nudgeAlert(world, director, { id: open }));
});

test('the week is seven days before the sending, and not a minute more', async () => {
  world.passTime(7 * DAY - HOUR);
  expect((await weekLoad.since(world, world.clock.now() - 7 * DAY)).length).toBe(12);
  world.passTime(2 * HOUR);
  expect(await weekLoad.since(world, world.clock.now() - 7 * DAY)).toEqual([]);
  const { id } = await approvedAlert(world, people);
  expect(good(await previewAlert(world, director, { id }))).toMatchObject({
    reachable: 12,
    week: { over: 0 },
  });
});

test('what was called off or left out was no message', async () => {
  const { id } = await approvedAlert(world, people);
  good(await launchAlert(world, director, { id }));
  const before = (await weekLoad.since(world, world.clock.now() - DAY)).length;
  await env.DB.prepare(`update delivery set state = 'cancelled' where source_id = ?`).bind(id).run();
  expect(before).toBe(12);
  expect(await weekLoad.since(world, world.clock.now() - DAY)).toEqual([]);
});

test('no limit leaves nobody out and counts nothing', async () => {
  good(await setWeeklyBudget(world, director, { weeklyBudget: null }));
  const { id } = await approvedAlert(world, people);
  expect(good(await previewAlert(world, director, { id })).week).toBeNull();
});

/** A world whose commit waits until something else is done: both have read before either writes. */
const waitingFor = (other: () => Promise<unknown>): typeof world => ({
  ...world,
  db: {
    ...world.db,
    commit: async (...args) => {
      await other();
      return world.db.commit(...args);
    },
  },
});

test('of two alerts launched in the same instant the second leaves out whom the first filled the week of', async () => {
  good(await setWeeklyBudget(world, director, { weeklyBudget: 2 }));
  world.passTime(8 * DAY);
  await launched(busy);
  const [{ id: first }, { id: second }] = [
    await approvedAlert(world, people),
    await approvedAlert(world, people),
  ];
  good(
    await launchAlert(
      waitingFor(() => launchAlert(world, director, { id: first }).then(good)),
      director,
      { id: second },
    ),
  );
  expect(await sentTo(first)).toEqual({ sent: people, over: [] });
  expect(await sentTo(second)).toEqual({ sent: calm, over: busy });
  const tally = await env.DB.prepare(
    `select sum(count) as count from rollup where source_id = ? and state = 'planned'`,
  )
    .bind(second)
    .first<{ count: number }>();
  expect(tally?.count).toBe(2 * calm.length);
});

test('an alert that would reach nobody because of one in the same instant is not launched, and says why', async () => {
  world.passTime(8 * DAY);
  await launched(people);
  const [{ id: first }, { id: second }] = [
    await approvedAlert(world, people),
    await approvedAlert(world, people),
  ];
  const lost = await launchAlert(
    waitingFor(() => launchAlert(world, director, { id: first }).then(good)),
    director,
    { id: second },
  );
  expect(bad(lost)).toMatchObject({ kind: 'refused', rule: 'weekly-budget' });
  expect(await rowsOf(second)).toEqual([]);
});

test('two nudges of two alerts in the same instant keep to the budget as well', async () => {
  world.passTime(8 * DAY);
  const [first, second] = [await launched(busy), await launched(calm)];
  world.unanswered = (_, id) => Promise.resolve(id === first ? busy : people);
  good(
    await nudgeAlert(
      waitingFor(() => nudgeAlert(world, director, { id: first }).then(good)),
      director,
      { id: second },
    ),
  );
  const most = await env.DB.prepare(
    `select max(n) as most from (select count(*) as n from delivery
      where state = 'planned' and channel = 'sms' and due_at > ? group by recipient_id)`,
  )
    .bind(world.clock.now() - DAY)
    .first<{ most: number }>();
  expect(most?.most).toBe(2);
});
