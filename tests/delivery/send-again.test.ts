import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
  applyStatuses,
  launchAlert,
  leaveUnconfirmed,
  listUnconfirmed,
  sendAgain,
  sendPage,
} from '../../src/delivery/index.ts';
import { reconcile } from '../../src/delivery/reconcile.ts';
import { suppressionChanges } from '../../src/people/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const staff = staffAs('staff');
const REASON = 'The vote is tonight, and twice is better than not at all.';
beforeAll(buildNetwork);
beforeEach(() => world.setNow(TUESDAY));

/** An alert by text of which nothing could be confirmed. */
const unconfirmed = async (prefix: string, count: number) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false },
  );
  good(await launchAlert(world, staffAs('director'), { id }));
  const rows = await rowsOf(id);
  world.answerTexts(() => ({ kind: 'unknown', reason: 'TimeoutError' }));
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  world.passTime(31 * 60_000);
  await reconcile(world);
  world.answerTexts((to) => ({ kind: 'accepted', providerId: `SM${to}`, segments: null }));
  return { id, people, ids: rows.map((row) => row.id) };
};
const textsOf = async (id: string) => (await rowsOf(id)).filter((row) => row.channel === 'sms');
const agree = async (id: string) => expect(await keptTally(id)).toEqual(await countedTally(id));

test('what nobody could confirm is listed with whom, where to and what went instead, the address masked', async () => {
  const { id, people, ids } = await unconfirmed('a', 2);
  const { data } = good(await listUnconfirmed(world, staff, { alertId: id }));
  expect(data).toMatchObject([
    {
      id: ids[0],
      name: `Ned${people[0]!.id} Harrowgate`,
      address: `ends in ${people[0]!.phone!.slice(-4)}`,
      triedAt: TUESDAY,
      tries: 1,
      mailState: 'planned',
    },
    { id: ids[1] },
  ]);
  expect(JSON.stringify(data)).not.toContain(people[0]!.phone);
});

test('left as it is, a message stays unconfirmed and waits no more', async () => {
  const { id, ids } = await unconfirmed('bb', 2);
  expect(good(await leaveUnconfirmed(world, staff, { alertId: id, ids: [ids[0]!] }))).toEqual({ left: 1 });
  expect(await textsOf(id)).toMatchObject([
    { state: 'unconfirmed', reason: 'left' },
    { state: 'unconfirmed', reason: 'no_proof_found' },
  ]);
  expect(good(await listUnconfirmed(world, staff, { alertId: id })).data.map((one) => one.id)).toEqual([
    ids[1],
  ]);
  expect(bad(await leaveUnconfirmed(world, staff, { alertId: id, ids: [ids[0]!] })).kind).toBe('conflict');
  expect(bad(await sendAgain(world, staff, { alertId: id, ids: [ids[0]!], reason: REASON })).kind).toBe(
    'conflict',
  );
  const entry = await env.DB.prepare(
    `select actor_id, detail from journal where action = 'delivery.leave' and subject_id = ?`,
  )
    .bind(id)
    .first<{ actor_id: string; detail: string }>();
  expect(entry?.actor_id).toBe('staff-staff');
  expect(JSON.parse(entry!.detail)).toEqual({ deliveries: [String(ids[0])], count: 1 });
  await agree(id);
});

test('sent again by a named person with a reason, it is one more text, and the first try is kept', async () => {
  const { id, people, ids } = await unconfirmed('ccc', 2);
  const before = world.texts.length;
  const both = await Promise.all([
    sendAgain(world, staff, { alertId: id, ids: [ids[0]!], reason: REASON }),
    sendAgain(world, staff, { alertId: id, ids: [ids[0]!], reason: REASON }),
  ]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  await agree(id);
  expect(world.pages.at(-1)).toMatchObject({ fromId: ids[0], toId: ids[0], channel: 'sms' });
  await sendPage(world, world.pages.at(-1)!);
  expect(world.texts.slice(before).map((text) => text.to)).toEqual([people[0]!.phone]);
  expect(await textsOf(id)).toMatchObject([
    { state: 'accepted', attempt_no: 2 },
    { state: 'unconfirmed', attempt_no: 1 },
  ]);
  const kept = await env.DB.prepare(`select no, state, ordered_by from attempt where delivery_id = ?`)
    .bind(ids[0])
    .all();
  expect(kept.results).toEqual([{ no: 1, state: 'unconfirmed', ordered_by: 'staff-staff' }]);
  const entry = await env.DB.prepare(
    `select detail from journal where action = 'delivery.send_again' and subject_id = ?`,
  )
    .bind(id)
    .first<{ detail: string }>();
  expect(JSON.parse(entry!.detail)).toEqual({ deliveries: [String(ids[0])], count: 1, reason: REASON });
  // The first one was out after all: its report is about a try that is over.
  await applyStatuses(world, [
    { deliveryId: ids[0]!, attempt: 1, providerId: 'SM1', status: 'undelivered', errorCode: '30003' },
  ]);
  expect((await textsOf(id))[0]).toMatchObject({ state: 'accepted', attempt_no: 2 });
  await agree(id);
});

test('an opt-out since then holds against a person’s decision too', async () => {
  const { id, people, ids } = await unconfirmed('dddd', 1);
  await world.db.commit(
    { who: SYSTEM, action: 'suppression.add', subject: { kind: 'reply', id: 'r' } },
    await suppressionChanges(world, {
      channel: 'sms',
      address: people[0]!.phone!,
      reason: 'stopped',
      byCarrier: true,
      evidence: { kind: 'reply', id: 'r' },
      who: SYSTEM,
    }),
  );
  good(await sendAgain(world, staff, { alertId: id, ids, reason: REASON }));
  const before = world.texts.length;
  await sendPage(world, world.pages.at(-1)!);
  expect(world.texts.length).toBe(before);
});

test('only what is unconfirmed, of that alert, while it lives and its deadline is ahead, and with a reason', async () => {
  const { id, ids } = await unconfirmed('eeeee', 1);
  const other = await unconfirmed('ffffff', 1);
  expect(bad(await sendAgain(world, staff, { alertId: id, ids: other.ids, reason: REASON })).kind).toBe(
    'conflict',
  );
  expect(bad(await sendAgain(world, staff, { alertId: id, ids, reason: 'why not' })).fields).toMatchObject([
    { field: 'reason' },
  ]);
  expect(
    bad(
      await sendAgain(world, staffAs('regional_president', { regionId: 'west' }), {
        alertId: id,
        ids,
        reason: REASON,
      }),
    ).kind,
  ).toBe('forbidden');
  expect(bad(await leaveUnconfirmed(world, staffAs('coordinator'), { alertId: id, ids })).kind).toBe(
    'forbidden',
  );
  world.passTime(4 * 24 * 3_600_000);
  expect(bad(await sendAgain(world, staff, { alertId: id, ids, reason: REASON })).message).toContain(
    'deadline',
  );
  world.setNow(TUESDAY);
  await env.DB.prepare(`update alert set state = 'closed' where id = ?`).bind(id).run();
  expect(bad(await sendAgain(world, staff, { alertId: id, ids, reason: REASON })).message).toContain(
    'is closed',
  );
  await agree(id);
});
