import { beforeAll, expect, test } from 'vitest';
import {
  applyMailEvents,
  applyStatuses,
  costOf,
  launchAlert,
  sendPage,
  sweepDue,
  tallyOf,
} from '../../src/delivery/index.ts';
import { fetchPrices } from '../../src/delivery/fetch-prices.ts';
import { reconcile } from '../../src/delivery/reconcile.ts';
import { recoverClaims } from '../../src/delivery/recover-claims.ts';
import { settleAlerts } from '../../src/delivery/settle-alerts.ts';
import type { Told, World } from '../../src/platform/world.ts';
import { good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
beforeAll(buildNetwork);

const launched = async (prefix: string, count: number, sendEmail = false) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail },
  );
  good(await launchAlert(world, director, { id }));
  return { id, people, rows: await rowsOf(id) };
};
const said = (deliveryId: number, status: string, attempt = 1, errorCode: string | null = null) => ({
  deliveryId,
  attempt,
  providerId: `SM${String(deliveryId).padStart(32, '0')}`,
  status,
  errorCode,
});

const orders = <T>(items: T[]): T[][] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, at) => orders(items.toSpliced(at, 1)).map((rest) => [item, ...rest]));

test('reports in every order, alone or together, twice each, leave the same row', async () => {
  const steps = ['queued', 'sending', 'sent', 'delivered'];
  const all = orders(steps);
  const { id, rows } = await launched('a', all.length * 2);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  for (const [no, order] of all.entries()) {
    const [apart, together] = [rows[no]!, rows[no + all.length]!];
    for (const status of order) {
      await applyStatuses(world, [said(apart.id, status)]);
      await applyStatuses(world, [said(apart.id, status)]);
    }
    await applyStatuses(
      world,
      [...order, ...order].map((status) => said(together.id, status)),
    );
  }
  const after = await rowsOf(id);
  expect(new Set(after.map((row) => `${row.state} ${row.provider_rank}`))).toEqual(new Set(['delivered 90']));
  expect((await tallyOf(world, id)).sms.states).toEqual({ delivered: all.length * 2 });
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a report that overtakes the record of its text is kept, and names the message', async () => {
  const { id, rows } = await launched('bb', 1);
  const [row] = rows;
  const overtaking = {
    ...world,
    sms: {
      ...world.sms,
      send: async () => {
        await applyStatuses(world, [said(row!.id, 'delivered')]);
        return { kind: 'accepted' as const, providerId: said(row!.id, '').providerId, segments: null };
      },
    },
  };
  await sendPage(overtaking, { fromId: row!.id, toId: row!.id });
  expect((await rowsOf(id))[0]).toMatchObject({
    state: 'delivered',
    provider_id: said(row!.id, '').providerId,
  });
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a report is proof for an unclear answer; one about another attempt says nothing', async () => {
  const { id, rows } = await launched('ccc', 2);
  world.answerTexts(() => ({ kind: 'unknown', reason: 'TimeoutError' }));
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[1]!.id });
  world.answerTexts((to) => ({ kind: 'accepted', providerId: `SM-${to}`, segments: null }));
  await applyStatuses(world, [
    said(rows[0]!.id, 'sent'),
    said(rows[1]!.id, 'delivered', 2),
    { nonsense: true },
  ]);
  expect(await rowsOf(id)).toMatchObject([
    { state: 'sent', provider_id: said(rows[0]!.id, '').providerId },
    { state: 'unknown', provider_id: null },
  ]);
});

test('a failure has its reason in words', async () => {
  const { id, rows } = await launched('dddd', 1);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[0]!.id });
  await applyStatuses(world, [said(rows[0]!.id, 'undelivered', 1, '30003')]);
  expect((await rowsOf(id))[0]).toMatchObject({
    state: 'undelivered',
    error_code: '30003',
    reason: 'The phone could not be reached',
  });
});

test('a hundred reports are two statements', async () => {
  const { rows } = await launched('eeeee', 100);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  const before = world.db.count();
  await applyStatuses(
    world,
    rows.map((row) => said(row.id, 'delivered')),
  );
  expect(world.db.count() - before).toBe(2);
});

test('mail events move the mail, and a lasting bounce or a complaint closes the address', async () => {
  const { id, people, rows } = await launched('ffffff', 3, true);
  const mails = rows.filter((row) => row.channel === 'email');
  await sendPage(world, { fromId: mails[0]!.id, toId: mails[2]!.id });
  const keyOf = (to: string) => world.mails.find((mail) => mail.to === to)!.idempotencyKey;
  const event = (no: number, type: string, permanent = false) => ({
    eventId: `msg_${no}_${type}`,
    type,
    providerId: `mail-${no}`,
    idempotencyKey: keyOf(people[no]!.email!),
    permanent,
  });
  const events = [
    event(0, 'email.delivered'),
    event(0, 'email.sent'),
    event(0, 'email.opened'),
    event(1, 'email.bounced', true),
    event(2, 'email.complained'),
    event(2, 'email.delivered'),
    { ...event(0, 'email.bounced', true), idempotencyKey: 'sign-in-code' },
  ];
  await applyMailEvents(world, events);
  await applyMailEvents(world, events.toReversed());
  expect((await rowsOf(id)).filter((row) => row.channel === 'email')).toMatchObject([
    { state: 'delivered' },
    { state: 'undelivered', reason: 'The mailbox does not exist or refuses mail' },
    { state: 'delivered', reason: 'complained' },
  ]);
  const next = await approvedAlert(
    world,
    people.map((one) => one.id),
  );
  good(await launchAlert(world, director, { id: next.id }));
  expect((await rowsOf(next.id)).filter((row) => row.channel === 'email')).toMatchObject([
    { state: 'planned' },
    { state: 'skipped', reason: 'bounced' },
    { state: 'skipped', reason: 'complained' },
  ]);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('prices are asked of the carrier and summed to the millionth', async () => {
  const { id, rows } = await launched('ggggggg', 3);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[2]!.id });
  await applyStatuses(
    world,
    rows.map((row) => said(row.id, 'delivered')),
  );
  expect(await costOf(world, id)).toMatchObject({ texts: 3, unpriced: 3, priceMicros: 0 });
  for (const [no, row] of (await rowsOf(id)).entries()) {
    if (no === 2) continue;
    world.carrierHas.set(row.provider_id!, {
      providerId: row.provider_id!,
      from: '',
      to: '',
      body: '',
      status: 'delivered',
      direction: 'outbound-api',
      createdAt: 0,
      errorCode: null,
      segments: 2,
      priceMicros: 16_600 + no,
    });
  }
  await fetchPrices(world);
  await fetchPrices(world);
  expect(await costOf(world, id)).toMatchObject({ texts: 3, unpriced: 1, priceMicros: 33_201 });
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a text still accepted after half an hour is asked about', async () => {
  const { id, rows } = await launched('hhhhhhhh', 1);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[0]!.id });
  const [row] = await rowsOf(id);
  world.carrierHas.set(row!.provider_id!, {
    providerId: row!.provider_id!,
    from: '',
    to: '',
    body: '',
    status: 'undelivered',
    direction: 'outbound-api',
    createdAt: 0,
    errorCode: '30006',
    segments: 1,
    priceMicros: null,
  });
  await fetchPrices(world);
  expect((await rowsOf(id))[0]!.state).toBe('accepted');
  world.passTime(31 * 60_000);
  await fetchPrices(world);
  expect((await rowsOf(id))[0]).toMatchObject({ state: 'undelivered', error_code: '30006' });
});

test('of a claim whose consumer died, what was never released goes again and the rest is unknown', async () => {
  const { id, rows } = await launched('iiiiiiiii', 30);
  const notes: { claimId: string; ids: number[] }[] = [];
  let records = 0;
  const dying = {
    ...world,
    db: {
      ...world.db,
      record: (changes: Parameters<typeof world.db.record>[0]) =>
        (records += 1) === 2 ? Promise.reject(new Error('killed')) : world.db.record(changes),
    },
    pacer: {
      ...world.pacer,
      release: (_sender: string, claimId: string, ids: number[]) => {
        if (notes.length > 0) return Promise.reject(new Error('out of reach'));
        notes.push({ claimId, ids });
        return Promise.resolve();
      },
      released: (_sender: string, claimId: string) =>
        Promise.resolve(notes.filter((note) => note.claimId === claimId).flatMap((note) => note.ids)),
    },
  };
  await expect(sendPage(dying, { fromId: rows[0]!.id, toId: rows.at(-1)!.id })).rejects.toThrow('killed');
  expect(await recoverClaims(dying)).toEqual({ again: 0, accepted: 0, unknown: 0 });
  world.passTime(6 * 60_000);
  expect(await recoverClaims(dying)).toEqual({ again: 18, accepted: 0, unknown: 12 });
  expect(await keptTally(id)).toEqual(await countedTally(id));
  const before = world.texts.length;
  world.passTime(61_000);
  const pages = world.pages.length;
  await sweepDue(world);
  for (const page of world.pages.slice(pages)) await sendPage(world, page);
  const numbers = crowd('iiiiiiiii', 30).map((one) => one.phone);
  expect(world.texts.slice(before).filter((text) => numbers.includes(text.to))).toHaveLength(18);
});

test('of a claim whose consumer died late, only the last block is unknown: the answers before it were noted', async () => {
  const { id, rows } = await launched('iiiinoted', 60);
  let records = 0;
  let ids: number[] = [];
  const told: Told[] = [];
  const dying: World = {
    ...world,
    db: {
      ...world.db,
      record: (changes) =>
        (records += 1) === 2 ? Promise.reject(new Error('killed')) : world.db.record(changes),
    },
    pacer: {
      ...world.pacer,
      release: (_sender, _claimId, next, heard = []) => {
        told.push(...heard);
        ids = next;
        return Promise.resolve();
      },
      released: () => Promise.resolve(ids),
      told: () => Promise.resolve(told),
    },
  };
  // The first is refused as too fast: proof that it was not taken, so it goes again.
  world.answerTexts((to) =>
    to === crowd('iiiinoted', 1)[0]!.phone
      ? { kind: 'retry', code: '20429', afterMs: null }
      : { kind: 'accepted', providerId: `SM${to}`, segments: 1 },
  );
  await expect(sendPage(dying, { fromId: rows[0]!.id, toId: rows.at(-1)!.id })).rejects.toThrow('killed');
  world.passTime(6 * 60_000);
  expect(await recoverClaims(dying)).toEqual({ again: 1, accepted: 47, unknown: 12 });
  const after = await rowsOf(id);
  expect(after.filter((row) => row.state === 'accepted').every((row) => row.provider_id !== null)).toBe(true);
  world.answerTexts(() => ({ kind: 'accepted', providerId: 'SM', segments: null }));
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('an alert whose last message ends without being sent is opened by the clock', async () => {
  const { id, rows } = await launched('jjjjjjjjjj', 2);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[0]!.id });
  await settleAlerts(world);
  expect((await tallyOf(world, id)).sms).toMatchObject({ ahead: 1, out: 1 });
  world.passTime(4 * 24 * 3_600_000);
  await sweepDue(world);
  expect((await settleAlerts(world)).opened).toBeGreaterThan(0);
  expect((await tallyOf(world, id)).sms).toMatchObject({ ahead: 0, out: 1 });
});

test('what nobody sent before the deadline expires and is reported', async () => {
  const { id, rows } = await launched('kkkkkkkkkkk', 2);
  world.passTime(4 * 24 * 3_600_000);
  const before = world.texts.length;
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[1]!.id });
  expect(world.texts.length).toBe(before);
  await sweepDue(world);
  expect((await rowsOf(id)).map((row) => [row.state, row.reason])).toEqual([
    ['expired', 'deadline'],
    ['expired', 'deadline'],
  ]);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('an unclear text that the carrier lists is adopted; one that it does not list waits for a person', async () => {
  const { id, rows } = await launched('llllllllllll', 2);
  world.answerTexts(() => ({ kind: 'unknown', reason: 'TimeoutError' }));
  const before = world.texts.length;
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[1]!.id });
  const [had] = world.texts.slice(before);
  const listing = {
    ...world,
    sms: {
      ...world.sms,
      list: ({ to }: { to: string }) =>
        Promise.resolve(
          [had!.body, 'Another text to the same number'].map((body, no) => ({
            providerId: `SM-listed-${no}`,
            from: '',
            to,
            body,
            status: 'sent',
            direction: 'outbound-api',
            createdAt: world.clock.now(),
            errorCode: null,
          })),
        ),
    },
  };
  world.passTime(61_000);
  await reconcile(listing);
  expect((await rowsOf(id)).map((row) => [row.state, row.provider_id])).toEqual([
    ['sent', 'SM-listed-0'],
    ['unknown', null],
  ]);
  world.passTime(31 * 60_000);
  await reconcile(listing);
  expect((await rowsOf(id))[1]).toMatchObject({ state: 'unconfirmed', reason: 'no_proof_found' });
  await sweepDue(world);
  expect(world.texts.length - before).toBe(2);
  await applyStatuses(world, [said(rows[1]!.id, 'delivered')]);
  expect((await rowsOf(id))[1]).toMatchObject({ state: 'delivered' });
  expect(await keptTally(id)).toEqual(await countedTally(id));
});
