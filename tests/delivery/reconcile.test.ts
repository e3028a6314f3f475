import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { applyMailEvents, applyStatuses, launchAlert, planOne, sendPage } from '../../src/delivery/index.ts';
import { reconcile } from '../../src/delivery/reconcile.ts';
import { suppressionChanges } from '../../src/people/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import type { Outcome, World } from '../../src/platform/world.ts';
import { good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
beforeAll(buildNetwork);
beforeEach(() => {
  world.setNow(TUESDAY);
  world.answerTexts(() => ({ kind: 'unknown', reason: 'TimeoutError' }));
});

const unclear = async (prefix: string, count: number) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false },
  );
  good(await launchAlert(world, director, { id }));
  const rows = await rowsOf(id);
  const before = world.texts.length;
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  return { id, people, rows, texts: world.texts.slice(before) };
};
const listing = (bodies: string[], asked: number[] = []): World => ({
  ...world,
  sms: {
    ...world.sms,
    list: ({ to }) => {
      asked.push(world.clock.now() - TUESDAY);
      return Promise.resolve(
        bodies.map((body, no) => ({
          providerId: `SM-listed-${no}`,
          from: '',
          to: to ?? '',
          body,
          status: 'sent',
          direction: 'outbound-api',
          createdAt: TUESDAY,
          errorCode: null,
        })),
      );
    },
  },
});

test('the carrier is asked about 1, 2, 5, 10 and 30 minutes after, then a person is, and a mail goes instead', async () => {
  const { id, rows } = await unclear('a', 1);
  const asked: number[] = [];
  for (let minute = 0; minute <= 33; minute += 1) {
    await reconcile(listing([], asked));
    world.passTime(MINUTE);
  }
  expect(asked.map((ms) => ms / MINUTE)).toEqual([1, 2, 5, 6, 10, 11, 30]);
  expect(await rowsOf(id)).toMatchObject([
    { state: 'unconfirmed', reason: 'no_proof_found', channel: 'sms' },
    { state: 'planned', channel: 'email', instead_of: rows[0]!.id },
  ]);
  expect(await keptTally(id)).toEqual(await countedTally(id));
  await applyStatuses(world, [
    { deliveryId: rows[0]!.id, attempt: 1, providerId: 'SM9', status: 'delivered', errorCode: null },
  ]);
  expect((await rowsOf(id))[0]).toMatchObject({ state: 'delivered', provider_id: 'SM9' });
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a text is found by its link also after the secret of links was changed', async () => {
  const { id, texts } = await unclear('bb', 1);
  world.passTime(MINUTE);
  const rotated = {
    ...listing([texts[0]!.body]),
    settings: {
      ...world.settings,
      linkSecrets: ['another-secret-of-links-in-32-chars', ...world.settings.linkSecrets] as [
        string,
        ...string[],
      ],
    },
  };
  expect(await reconcile(rotated)).toMatchObject({ adopted: 1 });
  expect((await rowsOf(id))[0]).toMatchObject({ state: 'sent', provider_id: 'SM-listed-0' });
});

test('a notice to staff, which has no page, is found by its words', async () => {
  const plan = planOne(world, {
    sourceKind: 'notice',
    sourceId: 'notice-1',
    recipientId: 'staff-director',
    channel: 'sms',
    contactPointId: null,
    wording: { sms: 'ASSN: Sam asks you to approve "HB 203". https://network.example/alerts/1/preview' },
    urgent: true,
  });
  await world.db.commit({ who: SYSTEM, action: 'notice.plan', subject: { kind: 'alert', id: '1' } }, plan);
  const [row] = await rowsOf('notice-1');
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  const { body } = world.texts.at(-1)!;
  world.passTime(MINUTE);
  await reconcile(listing([`${body} `, body]));
  expect((await rowsOf('notice-1'))[0]).toMatchObject({ state: 'sent', provider_id: 'SM-listed-1' });
});

/** A mail whose first answer is lost, and a provider that answers as told from then on. */
const unclearMail = async (prefix: string, answers: Outcome[], keepsKeys = true) => {
  const people = crowd(prefix, 1);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: true },
  );
  good(await launchAlert(world, director, { id }));
  const row = (await rowsOf(id)).find((one) => one.channel === 'email')!;
  const keys: string[] = [];
  const flaky: World = {
    ...world,
    mail: {
      keepsKeys,
      send: (mail) => {
        keys.push(mail.idempotencyKey);
        return Promise.resolve(answers[keys.length - 1] ?? { kind: 'unknown', reason: 'TimeoutError' });
      },
    },
  };
  await sendPage(flaky, { fromId: row.id, toId: row.id });
  const state = async () => (await rowsOf(id)).find((one) => one.id === row.id);
  return { id, row, people, keys, flaky, state };
};
const LOST: Outcome = { kind: 'unknown', reason: 'TimeoutError' };

test('an unclear mail is asked for again under the same key, also when the name in it has changed', async () => {
  const { id, people, keys, flaky, state } = await unclearMail('cc', [
    LOST,
    { kind: 'accepted', providerId: 'mail-9', segments: null },
  ]);
  await env.DB.prepare(`update member set first_name = 'Edward' where id = ?`).bind(people[0]!.id).run();
  world.passTime(MINUTE);
  await reconcile(flaky);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
  expect(await state()).toMatchObject({ state: 'accepted', provider_id: 'mail-9', attempt_no: 1 });
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a key that the provider has already is proof that the mail was taken', async () => {
  const { flaky, state } = await unclearMail('dd', [
    LOST,
    { kind: 'unknown', reason: 'key used', taken: true },
  ]);
  world.passTime(MINUTE);
  await reconcile(flaky);
  expect(await state()).toMatchObject({ state: 'accepted', provider_id: null });
});

test('a refusal or a full provider later says nothing of the first try, and after twenty hours a person is asked', async () => {
  const { id, keys, flaky, state } = await unclearMail('ee', [
    LOST,
    { kind: 'refused', code: 'restricted', reason: 'no' },
    { kind: 'retry', code: 'rate_limit_exceeded', afterMs: null },
  ]);
  for (let minute = 0; minute < 60; minute += 1) {
    world.passTime(MINUTE);
    await reconcile(flaky);
  }
  expect(await state()).toMatchObject({ state: 'unknown' });
  const asked = keys.length;
  expect(asked).toBeLessThan(10);
  world.setNow(TUESDAY + 20 * HOUR);
  await reconcile(flaky);
  expect(keys.length).toBe(asked);
  expect(await state()).toMatchObject({ state: 'unconfirmed', attempt_no: 1 });
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a provider without keys is never asked for a mail again', async () => {
  const { keys, flaky, state } = await unclearMail('ff', [LOST], false);
  for (const minutes of [1, 9, 20]) {
    world.passTime(minutes * MINUTE);
    await reconcile(flaky);
  }
  expect(keys).toHaveLength(1);
  expect(await state()).toMatchObject({ state: 'unconfirmed' });
});

test('nobody is asked for a mail again once its reader has unsubscribed', async () => {
  const { keys, people, flaky, state } = await unclearMail('gg', [LOST]);
  await world.db.commit(
    { who: SYSTEM, action: 'suppression.add', subject: { kind: 'reply', id: 'r' } },
    await suppressionChanges(world, {
      channel: 'email',
      address: people[0]!.email!,
      reason: 'unsubscribed',
      byCarrier: false,
      evidence: { kind: 'reply', id: 'r' },
      who: SYSTEM,
    }),
  );
  world.passTime(30 * MINUTE);
  await reconcile(flaky);
  expect(keys).toHaveLength(1);
  expect(await state()).toMatchObject({ state: 'unconfirmed' });
});

test('a bounce closes the address once, also when the same event comes again after it was opened', async () => {
  const { row, people } = await unclearMail('hh', [
    { kind: 'accepted', providerId: 'mail-hh', segments: null },
  ]);
  const bounce = {
    eventId: 'msg_hh',
    type: 'email.bounced',
    providerId: 'mail-hh',
    idempotencyKey: `${row.id}-1-0123456789abcdef`,
    permanent: true,
  };
  const point = () =>
    env.DB.prepare(`select state from contact_point where id = ?`).bind(`${people[0]!.id}-email`).first();
  const entries = async () =>
    (
      await env.DB.prepare(`select id from journal where action = 'suppression.add' and subject_id = ?`)
        .bind(people[0]!.id)
        .all()
    ).results.length;
  await applyMailEvents(world, [bounce, bounce]);
  expect(await point()).toEqual({ state: 'invalid' });
  await env.DB.prepare(`delete from suppression`).run();
  await env.DB.prepare(`update contact_point set state = 'active', state_reason = null where id = ?`)
    .bind(`${people[0]!.id}-email`)
    .run();
  await applyMailEvents(world, [bounce]);
  expect(await point()).toEqual({ state: 'active' });
  expect(await entries()).toBe(1);
});
