import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { editAlert } from '../../src/alerts/index.ts';
import { cancelAlert, launchAlert, resumeAlert, scheduleAlert } from '../../src/delivery/index.ts';
import { instantOf } from '../../src/platform/days.ts';
import { good, staffAs } from '../support/world.ts';
import { openDeployment } from './faults/deployment.ts';
import { acceptedBy, brokenPromises } from './faults/invariants.ts';
import { addMembers, addNetwork, approved, director, launched, mailsUs } from './faults/people.ts';
import { rowsOf } from './network.ts';

/** The faults of time, of people who act at once, and of the carrier's account. */
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  await addNetwork();
});

const MINUTE = 60_000;
const statesOf = async (id: string) => (await rowsOf(id)).map((row) => row.state);
const alertOf = (id: string) =>
  env.DB.prepare(`select state, halted_reason as reason from alert where id = ?`)
    .bind(id)
    .first<{ state: string; reason: string | null }>();
const pageOf = (row: { id: number; segments: number | null }) => ({
  fromId: row.id,
  toId: row.id,
  channel: 'sms',
  segments: row.segments ?? 1,
});

describe('30 clocks', () => {
  test('the window closes while a page is queued: it goes the next morning', async () => {
    const d = openDeployment({ start: instantOf('2027-02-09', '19:50', 'America/Denver') });
    const id = await launched(d, await addMembers(d, 3));
    d.goTo(instantOf('2027-02-09', '20:05', 'America/Denver'));
    await d.consume('deliveries');
    expect(d.carrier.asked).toEqual([]);
    await d.quiet();
    expect(await statesOf(id)).toEqual(Array(3).fill('delivered'));
    const [first] = d.carrier.asked;
    expect(first!.at - instantOf('2027-02-10', '09:00', 'America/Denver')).toBeLessThan(2 * MINUTE);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test.each([
    ['an hour is missing', '2027-03-13', Date.UTC(2027, 2, 14, 17)],
    ['an hour comes twice', '2026-10-31', Date.UTC(2026, 10, 1, 18)],
  ])('in the night in which %s a text waits for noon by the new time', async (_name, evening, noon) => {
    const d = openDeployment({ start: instantOf(evening, '21:00', 'America/Chicago') });
    await launched(d, await addMembers(d, 2, { zone: () => 'America/Chicago' }));
    await d.quiet();
    expect(d.carrier.asked).toHaveLength(2);
    for (const one of d.carrier.asked) {
      expect(one.at).toBeGreaterThanOrEqual(noon);
      expect(one.at - noon).toBeLessThan(2 * MINUTE);
    }
    expect(await brokenPromises(d)).toEqual([]);
  });
  test.each([
    ['comes twice', Date.UTC(2026, 10, 1, 7, 30), Date.UTC(2026, 10, 1, 6, 20)],
    ['is missing', Date.UTC(2027, 2, 14, 8, 30), Date.UTC(2027, 2, 14, 7, 40)],
  ])('a start in the hour that %s happens once, at its moment', async (_name, at, from) => {
    const d = openDeployment({ start: from });
    const id = await approved(d, await addMembers(d, 1), { hours: 72 });
    good(await scheduleAlert(d.world(), director, { id, at }));
    while (d.now() < at - 1) {
      d.goTo(Math.min(at - 1, d.now() + 7 * MINUTE));
      await d.ring();
      expect((await alertOf(id))!.state).toBe('scheduled');
    }
    d.goTo(at);
    for (let ring = 0; ring < 3; ring += 1) {
      await d.ring();
      d.pass(30 * MINUTE);
    }
    expect(await rowsOf(id)).toHaveLength(1);
    const launches = await env.DB.prepare(
      `select count(*) as count from journal where action in ('alert.launch', 'alert.start') and subject_id = ?`,
    )
      .bind(id)
      .first();
    expect(launches).toEqual({ count: 1 });
    await d.quiet();
    expect(await statesOf(id)).toEqual(['delivered']);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test.each([5, -5])(
    'a consumer whose clock is %s minutes off loses nothing and sends nothing twice',
    async (off) => {
      const d = openDeployment();
      const id = await launched(d, await addMembers(d, 3));
      d.pass(6 * MINUTE);
      for (let turn = 0; turn < 3; turn += 1) {
        await d.consume('deliveries', { skewMs: off * MINUTE, copy: turn < 2 });
        await d.ring('* * * * *', { skewMs: -off * MINUTE });
        d.pass(MINUTE);
      }
      await d.quiet();
      expect(await statesOf(id)).toEqual(Array(3).fill('delivered'));
      expect(await acceptedBy(d)).toHaveLength(3);
      expect(await brokenPromises(d)).toEqual([]);
    },
  );
  test('a carrier whose clock is behind is still found to have a text', async () => {
    const d = openDeployment();
    const id = await launched(d, await addMembers(d, 1));
    d.carrier.skewMs = -50_000;
    d.carrier.script = () => ({ kind: 'hang', accepted: true });
    await d.consume('deliveries');
    d.pass(61_000);
    await d.ring();
    expect(await statesOf(id)).toEqual(['accepted']);
    await d.quiet();
    expect(await brokenPromises(d)).toEqual([]);
  });
});

describe('31 the clock', () => {
  const scheduled = async () => {
    const d = openDeployment();
    const id = await approved(d, await addMembers(d, 2));
    const at = d.now() + 30 * MINUTE;
    good(await scheduleAlert(d.world(), director, { id, at }));
    return { d, id, at };
  };
  test('rings twice at once: what was scheduled starts once', async () => {
    const { d, id, at } = await scheduled();
    d.goTo(at);
    await Promise.all([d.ring(), d.ring()]);
    await d.ring();
    expect(await rowsOf(id)).toHaveLength(2);
    await d.quiet();
    expect(await acceptedBy(d)).toHaveLength(2);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('is silent for twenty minutes: what should have started waits for a person, who then decides', async () => {
    const { d, id, at } = await scheduled();
    d.goTo(at + 20 * MINUTE);
    await d.ring();
    expect((await alertOf(id))!.state).toBe('scheduled');
    expect(await rowsOf(id)).toEqual([]);
    good(await launchAlert(d.world(), director, { id }));
    await d.quiet();
    expect(await statesOf(id)).toEqual(['delivered', 'delivered']);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('and the queue stand still past the deadline: nothing goes out, and each delivery says why', async () => {
    const d = openDeployment();
    const id = await launched(d, await addMembers(d, 2), { hours: 1 });
    d.pass(2 * 60 * MINUTE);
    await d.quiet();
    for (const row of await rowsOf(id)) expect(row).toMatchObject({ state: 'expired', reason: 'deadline' });
    expect(await brokenPromises(d)).toEqual([]);
  });
});

describe('32 two people act at once', () => {
  test('two launches, one by a double click: one campaign', async () => {
    const d = openDeployment();
    const id = await approved(d, await addMembers(d, 4));
    const all = await Promise.all(
      [director, director, staffAs('staff')].map((who) => launchAlert(d.world(), who, { id })),
    );
    expect(all.filter((result) => result.ok)).toHaveLength(1);
    expect(all.flatMap((result) => (result.ok ? [] : [result.problem.kind]))).toEqual([
      'conflict',
      'conflict',
    ]);
    await d.quiet();
    expect(await acceptedBy(d)).toHaveLength(4);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('a launch and an edit: what goes out is what was approved, or nothing does', async () => {
    for (const first of ['launch', 'edit'] as const) {
      const d = openDeployment();
      const id = await approved(d, await addMembers(d, 2), { smsText: 'The approved words' });
      const row = await env.DB.prepare(`select revision from alert where id = ?`)
        .bind(id)
        .first<{ revision: number }>();
      const acts = {
        launch: () => launchAlert(d.world(), director, { id }),
        edit: () =>
          editAlert(d.world(), staffAs('staff'), { id, revision: row!.revision, smsText: 'Other words' }),
      };
      const order = first === 'launch' ? [acts.launch(), acts.edit()] : [acts.edit(), acts.launch()];
      const results = await Promise.all(order);
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      await d.quiet();
      for (const one of d.carrier.asked) expect(one.body).toContain('The approved words');
      expect(await brokenPromises(d)).toEqual([]);
    }
  });
  test('a cancel between two pages: what is out is told, and nothing more goes', async () => {
    const d = openDeployment();
    const id = await launched(d, await addMembers(d, 6));
    const rows = await rowsOf(id);
    d.queues.waiting.deliveries = [];
    d.queues.send('deliveries', rows.map(pageOf));
    await d.consume('deliveries', { count: 2 });
    const cancelled = good(await cancelAlert(d.world(), director, { id }));
    expect(cancelled).toMatchObject({ out: 2, calledOff: 4 });
    await d.quiet();
    expect(await acceptedBy(d)).toHaveLength(2);
    expect((await statesOf(id)).filter((state) => state === 'cancelled')).toHaveLength(4);
    expect(await brokenPromises(d)).toEqual([]);
  });
});

describe('+ the carrier', () => {
  test.each([30034, 20003])(
    'refuses our account in the middle (%s): the alert halts at once, nobody is marked, and it goes on when a person says so',
    async (code) => {
      const d = openDeployment();
      const id = await launched(d, await addMembers(d, 6));
      const rows = await rowsOf(id);
      d.queues.waiting.deliveries = [];
      d.queues.send('deliveries', rows.map(pageOf));
      d.carrier.script = ({ no }) => (no > 2 ? { kind: 'refuse', code } : null);
      for (let page = 0; page < 6; page += 1) await d.consume('deliveries');
      expect((await alertOf(id))!.state).toBe('halted');
      expect(d.carrier.asked).toHaveLength(3);
      d.carrier.script = () => null;
      d.pass(20 * MINUTE);
      good(await resumeAlert(d.world(), director, { id }));
      await d.quiet();
      expect(await statesOf(id)).toEqual(Array(6).fill('delivered'));
      expect(await brokenPromises(d)).toEqual([]);
    },
  );
  test('filters our words: after a few the alert halts, none of them is sent again, and the rest waits', async () => {
    const d = openDeployment();
    const id = await launched(d, await addMembers(d, 12));
    const rows = await rowsOf(id);
    d.queues.waiting.deliveries = [];
    d.queues.send('deliveries', rows.map(pageOf));
    d.carrier.script = () => ({ kind: 'end', code: 30007 });
    await d.consume('deliveries', { count: 6 });
    await d.tell();
    await d.consume('events');
    expect(await alertOf(id)).toMatchObject({ state: 'halted', reason: expect.stringContaining('iltered') });
    await d.quiet();
    expect(d.carrier.asked).toHaveLength(6);
    expect((await statesOf(id)).filter((state) => state === 'expired')).toHaveLength(6);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('has sent all it may today: those it lost get a mail, nobody a second text, and the rest wait for its next day', async () => {
    const d = openDeployment();
    const people = await addMembers(d, 6);
    const id = await launched(d, people);
    const rows = await rowsOf(id);
    d.queues.waiting.deliveries = [];
    d.queues.send('deliveries', rows.map(pageOf));
    d.carrier.script = ({ no }) => (no <= 3 ? { kind: 'end', code: 30023 } : null);
    await d.consume('deliveries', { count: 3 });
    await d.tell();
    await d.consume('events');
    await d.pump();
    expect(d.carrier.asked).toHaveLength(3);
    await d.quiet();
    const after = await rowsOf(id);
    expect(after.filter((row) => row.channel === 'email').map((row) => row.state)).toEqual(
      Array(3).fill('delivered'),
    );
    expect(after.filter((row) => row.channel === 'sms' && row.state === 'delivered')).toHaveLength(3);
    const midnight = instantOf(
      new Date(d.carrier.asked[0]!.at + 24 * 60 * MINUTE).toISOString().slice(0, 10),
      '00:00',
      'America/Los_Angeles',
    );
    for (const one of d.carrier.asked.slice(3)) expect(one.at).toBeGreaterThanOrEqual(midnight);
    expect(await brokenPromises(d)).toEqual([]);
  });
  test('never sent what it took (30001): half an hour later, and once more, it is tried again', async () => {
    const d = openDeployment();
    const id = await launched(d, await addMembers(d, 1));
    d.carrier.script = ({ no }) => (no <= 2 ? { kind: 'end', code: 30001 } : null);
    await d.quiet();
    expect(await statesOf(id)).toEqual(['delivered']);
    const [one, two, three] = d.carrier.asked;
    expect(d.carrier.asked).toHaveLength(3);
    expect(two!.at - one!.at).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(three!.at - two!.at).toBeGreaterThanOrEqual(30 * MINUTE);
    expect(await brokenPromises(d)).toEqual([]);
  });
});

test('+ secrets are turned while an alert is out: reports and pages of the old ones still count', async () => {
  const d = openDeployment();
  const id = await launched(d, await addMembers(d, 2));
  await d.consume('deliveries');
  d.rotateSecrets();
  await d.quiet();
  expect(await statesOf(id)).toEqual(['delivered', 'delivered']);
  expect(await brokenPromises(d)).toEqual([]);
});

test('+ a mail that is all wrong is kept and shown, and throws nobody off', async () => {
  const d = openDeployment();
  const [ned] = await addMembers(d, 1);
  const hostile = [
    '1'.repeat(300_000),
    `${'>'.repeat(50_000)}\n${'\n>'.repeat(50_000)}`,
    `${String.fromCodePoint(0x202e, 0)}=?utf-8?b?${'A'.repeat(5_000)}`,
  ];
  for (const body of hostile)
    await mailsUs(d, ned!.email, 'r@reply.network.example', body, [
      'Content-Type: multipart/mixed; boundary="x',
      `X-Long: ${'a'.repeat(20_000)}`,
    ]);
  const kept = await env.DB.prepare(`select count(*) as count from reply where from_address = ?`)
    .bind(ned!.email)
    .first();
  expect(kept).toEqual({ count: 3 });
  await d.quiet();
  expect(await brokenPromises(d)).toEqual([]);
});
