import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { previewAlert } from '../../src/alerts/index.ts';
import {
  launchAlert,
  planOne,
  sendPage,
  setOwnHours,
  showOwnHours,
  sweepDue,
} from '../../src/delivery/index.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, rowsOf } from './network.ts';

const director = staffAs('director');
/** Tuesday, February 9, 2027, 10:00 in Denver, 12:00 in New York. */
const TEN = Date.UTC(2027, 1, 9, 17, 0);
const HOUR = 3_600_000;
const world = testWorld(TEN);
const ids: Who = { kind: 'member', id: 'own-1' };

beforeAll(async () => {
  await buildNetwork();
  await addPeople(world, [
    { id: 'own-1', phone: '+14065550101' },
    { id: 'own-2', phone: '+14065550102' },
    { id: 'own-east', phone: '+12125550103', district: null },
    { id: 'own-doubt', phone: '+14165550104', district: null },
    { id: 'pair-1', phone: '+14065550105' },
    { id: 'pair-2', phone: '+14065550105' },
  ]);
});
beforeEach(() => world.setNow(TEN));

const hoursOf = async (id: string, opens: string | null, closes: string | null) =>
  good(await setOwnHours(world, { kind: 'member', id }, { id, opens, closes }));
const launched = async (people: string[]) => {
  const { id } = await approvedAlert(world, people, { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  return id;
};
const send = async (id: string) => {
  const before = world.texts.length;
  const rows = await rowsOf(id);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  return world.texts.slice(before);
};

test('a member sets hours of their own, gives them up again, and each act is in the journal', async () => {
  good(await setOwnHours(world, ids, { id: 'own-1', opens: '16:00', closes: '19:00' }));
  expect(good(await showOwnHours(world, ids, { id: 'own-1' }))).toEqual({
    opens: '16:00',
    closes: '19:00',
    within: { opens: '09:00', closes: '20:00' },
  });
  good(await setOwnHours(world, ids, { id: 'own-1', opens: null, closes: null }));
  expect(good(await showOwnHours(world, ids, { id: 'own-1' }))).toMatchObject({ opens: null, closes: null });
  const { results } = await env.DB.prepare(
    `select actor_kind as kind, detail from journal where action = 'member.set_hours' and subject_id = 'own-1' order by id`,
  ).all<{ kind: string; detail: string }>();
  expect(results.map((row) => [row.kind, JSON.parse(row.detail) as unknown])).toEqual([
    ['member', { opens: '16:00', closes: '19:00' }],
    ['member', { opens: null, closes: null }],
  ]);
});

test('no member sets another’s, and staff say how the member told them', async () => {
  expect(bad(await setOwnHours(world, ids, { id: 'own-2', opens: '16:00', closes: '19:00' })).kind).toBe(
    'missing',
  );
  expect(bad(await showOwnHours(world, ids, { id: 'own-2' })).kind).toBe('missing');
  const asked = { id: 'own-2', opens: '16:00', closes: '19:00' };
  expect(bad(await setOwnHours(world, director, asked)).fields?.[0]?.field).toBe('saidBy');
  good(await setOwnHours(world, director, { ...asked, saidBy: 'call' }));
  good(await setOwnHours(world, director, { ...asked, opens: null, closes: null, saidBy: 'call' }));
  const elsewhere = staffAs('regional_president', { regionId: 'west' });
  expect(bad(await showOwnHours(world, elsewhere, { id: 'own-2' })).kind).toBe('missing');
});

test('hours too narrow, too wide, or half given are refused in words', async () => {
  for (const [opens, closes] of [
    ['16:00', '17:00'],
    ['07:00', '12:00'],
    ['16:00', null],
    [null, '16:00'],
    ['4pm', '18:00'],
  ] as const)
    expect(bad(await setOwnHours(world, ids, { id: 'own-1', opens, closes })).fields?.[0]?.message).toMatch(
      /\w/,
    );
  expect(
    bad(
      await setOwnHours(
        world,
        { kind: 'member', id: 'own-doubt' },
        { id: 'own-doubt', opens: '10:00', closes: '13:00' },
      ),
    ).fields?.[0]?.message,
  ).toContain('time zone');
});

test('a text waits for its reader’s own hours by their own clock, and lives no longer at the carrier than they last', async () => {
  await hoursOf('own-1', '11:00', '13:30');
  await hoursOf('own-east', '16:30', '18:30');
  const id = await launched(['own-1', 'own-2', 'own-east']);
  expect((await send(id)).map((one) => one.to)).toEqual(['+14065550102']);
  world.passTime(60_000);
  await sweepDue(world);
  const due = Object.fromEntries(
    (await rowsOf(id)).map((row) => [row.recipient_id, [row.state, row.due_at]]),
  );
  expect(due['own-1']).toEqual(['waiting', TEN + HOUR]);
  expect(due['own-east']).toEqual(['waiting', Date.UTC(2027, 1, 9, 21, 30)]);
  world.setNow(TEN + 3 * HOUR);
  const [noon] = await send(id);
  expect(noon).toMatchObject({ to: '+14065550101', validitySeconds: HOUR / 2000 });
  world.setNow(Date.UTC(2027, 1, 9, 21, 30));
  expect(await send(id)).toMatchObject([{ to: '+12125550103', validitySeconds: 7200 }]);
  await hoursOf('own-1', null, null);
  await hoursOf('own-east', null, null);
});

test('hours that are over when the page comes send the text the next day', async () => {
  const id = await launched(['own-1']);
  await hoursOf('own-1', '11:00', '13:00');
  world.setNow(TEN + 3 * HOUR);
  expect(await send(id)).toEqual([]);
  await sweepDue(world);
  expect(await rowsOf(id)).toMatchObject([{ state: 'waiting', due_at: TEN + 25 * HOUR }]);
  await hoursOf('own-1', null, null);
});

test('a text for two on one number goes in the hours of both, whoever of them chose', async () => {
  await hoursOf('pair-2', '12:00', '15:00');
  await hoursOf('pair-1', '13:00', '19:00');
  const id = await launched(['pair-1', 'pair-2']);
  expect(await send(id)).toEqual([]);
  world.passTime(60_000);
  await sweepDue(world);
  const [own] = (await rowsOf(id)).filter((row) => row.carried_by === null);
  expect(own).toMatchObject({ recipient_id: 'pair-1', due_at: TEN + 3 * HOUR });
  world.setNow(TEN + 4 * HOUR);
  expect(await send(id)).toMatchObject([{ validitySeconds: 3600 }]);
  await hoursOf('pair-1', null, null);
  await hoursOf('pair-2', null, null);
});

test('what a member waits for comes at once', async () => {
  await hoursOf('own-1', '16:00', '19:00');
  const before = world.texts.length;
  await world.db.commit(
    { who: SYSTEM, action: 'test.answer', subject: { kind: 'member', id: 'own-1' } },
    planOne(world, {
      sourceKind: 'answer',
      sourceId: 'answer-1',
      recipientId: 'own-1',
      channel: 'sms',
      contactPointId: 'own-1-sms',
      wording: { sms: 'Yes, at noon.' },
      urgent: true,
    }),
  );
  const last = await env.DB.prepare('select max(id) as id from delivery').first<{ id: number }>();
  await sendPage(world, { fromId: last!.id, toId: last!.id });
  expect(world.texts.length - before).toBe(1);
  await hoursOf('own-1', null, null);
});

test('the forecast counts own hours: when the last one goes, and whom a deadline leaves out', async () => {
  await hoursOf('own-1', '16:00', '19:00');
  const { id } = await approvedAlert(world, ['own-1', 'own-2'], { sendEmail: false });
  const { forecast } = good(await previewAlert(world, director, { id }));
  expect(forecast).toMatchObject({ texts: 2, inTime: 2, missing: 0 });
  expect(forecast.lastOutAt).toBeGreaterThanOrEqual(TEN + 6 * HOUR);
  await expect(
    approvedAlert(world, ['own-1', 'own-2'], { sendEmail: false, deadlineAt: TEN + 3 * HOUR }),
  ).rejects.toThrow('1 message would not go out before the deadline');
  await hoursOf('own-1', null, null);
});
