import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import {
  applyStatuses,
  costOf,
  launchAlert,
  nudgeAlert,
  resumeAlert,
  sendPage,
  sweepDue,
} from '../../src/delivery/index.ts';
import { fetchPrices } from '../../src/delivery/fetch-prices.ts';
import { followUp } from '../../src/delivery/follow-up.ts';
import { good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
const MINUTE = 60_000;
beforeAll(buildNetwork);
let start = TUESDAY;
beforeEach(() => {
  world.setNow((start += 5 * MINUTE));
  world.holds.length = 0;
  world.answerTexts((to) => ({
    kind: 'accepted',
    providerId: `SM${to}.${world.texts.length}`,
    segments: null,
  }));
});

/** An alert by text that went out to new members. */
const sent = async (prefix: string, count: number, more: Parameters<typeof approvedAlert>[2] = {}) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false, ...more },
  );
  good(await launchAlert(world, director, { id }));
  const rows = (await rowsOf(id)).filter((row) => row.channel === 'sms');
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  return { id, people, rows };
};
const said = (deliveryId: number, code: string | null, more: { attempt?: number; status?: string } = {}) => ({
  deliveryId,
  attempt: more.attempt ?? 1,
  providerId: `SM${deliveryId}.${more.attempt ?? 1}`,
  status: more.status ?? 'undelivered',
  errorCode: code,
});
const triesOf = async (deliveryId: number) =>
  (
    await env.DB.prepare(
      `select no, state, error_code, price_micros, ordered_by from attempt where delivery_id = ? order by no`,
    )
      .bind(deliveryId)
      .all()
  ).results;
const pointOf = (id: string) =>
  env.DB.prepare(`select state, state_reason as reason from contact_point where id = ?`).bind(id).first();
const alertOf = (id: string) =>
  env.DB.prepare(`select state, halted_reason as reason from alert where id = ?`)
    .bind(id)
    .first<{ state: string; reason: string }>();
const mailsOf = async (id: string) => (await rowsOf(id)).filter((row) => row.channel === 'email');
const agree = async (id: string) => expect(await keptTally(id)).toEqual(await countedTally(id));

test.each(['30001', '30022', '63018'])(
  'a text lost with %s is tried again half an hour later, twice at most',
  async (code) => {
    const { id, rows, people } = await sent(`a${code}`, 2);
    const [row] = rows;
    for (const no of [1, 2]) {
      await applyStatuses(world, [said(row!.id, code, { attempt: no })]);
      expect((await rowsOf(id))[0]).toMatchObject({
        state: 'planned',
        provider_id: null,
        provider_rank: 0,
        error_code: null,
        due_at: world.clock.now() + 30 * MINUTE,
      });
      await agree(id);
      const before = world.texts.length;
      world.passTime(29 * MINUTE);
      await sendPage(world, { fromId: row!.id, toId: row!.id });
      expect(world.texts.length).toBe(before);
      world.passTime(MINUTE);
      await sendPage(world, { fromId: row!.id, toId: row!.id });
      expect(world.texts.slice(before).map((text) => text.to)).toEqual([people[0]!.phone]);
      expect((await rowsOf(id))[0]).toMatchObject({ state: 'accepted', attempt_no: no + 1 });
    }
    await applyStatuses(world, [said(row!.id, code, { attempt: 3 })]);
    await followUp(world);
    expect((await rowsOf(id))[0]).toMatchObject({ state: 'undelivered', error_code: code, attempt_no: 3 });
    expect(await triesOf(row!.id)).toMatchObject([
      { no: 1, state: 'undelivered', error_code: code, ordered_by: null },
      { no: 2, state: 'undelivered', error_code: code, ordered_by: null },
    ]);
    await agree(id);
  },
);

test('a late report of the earlier try moves nothing, before the new try and after it', async () => {
  const { id, rows } = await sent('bb', 1);
  const [row] = rows;
  await applyStatuses(world, [said(row!.id, '30001')]);
  await applyStatuses(world, [said(row!.id, '30001'), said(row!.id, null, { status: 'delivered' })]);
  expect((await rowsOf(id))[0]).toMatchObject({ state: 'planned', provider_rank: 0 });
  world.passTime(31 * MINUTE);
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  await applyStatuses(world, [said(row!.id, '30001')]);
  expect((await rowsOf(id))[0]).toMatchObject({ state: 'accepted', attempt_no: 2 });
  await applyStatuses(world, [said(row!.id, null, { attempt: 2, status: 'delivered' })]);
  expect((await rowsOf(id))[0]).toMatchObject({ state: 'delivered' });
  await agree(id);
});

test('no new try where the alert is over, its deadline is near, or the words were blocked', async () => {
  const near = await sent('cc1', 1, { deadlineAt: world.clock.now() + 20 * MINUTE });
  await applyStatuses(world, [said(near.rows[0]!.id, '30001')]);
  expect((await rowsOf(near.id))[0]).toMatchObject({ state: 'undelivered' });
  const over = await sent('cc2', 1);
  await env.DB.prepare(`update alert set state = 'closed' where id = ?`).bind(over.id).run();
  await applyStatuses(world, [said(over.rows[0]!.id, '30022')]);
  expect((await rowsOf(over.id))[0]).toMatchObject({ state: 'undelivered' });
  const blocked = await sent('cc3', 3);
  await applyStatuses(world, [
    said(blocked.rows[0]!.id, '30004'),
    said(blocked.rows[1]!.id, '30007'),
    said(blocked.rows[2]!.id, '39999'),
  ]);
  expect((await rowsOf(blocked.id)).map((row) => [row.channel, row.state])).toEqual([
    ['sms', 'undelivered'],
    ['sms', 'undelivered'],
    ['sms', 'undelivered'],
  ]);
});

test('an earlier try that the carrier charged for is in the cost of its alert', async () => {
  const { id, rows } = await sent('dd', 1);
  await applyStatuses(world, [said(rows[0]!.id, '30001')]);
  expect(await costOf(world, id)).toMatchObject({ priceMicros: 0, unpriced: 1 });
  const [{ provider_id }] = (
    await env.DB.prepare(`select provider_id from attempt where delivery_id = ?`)
      .bind(rows[0]!.id)
      .all<{ provider_id: string }>()
  ).results as [{ provider_id: string }];
  world.carrierHas.set(provider_id, {
    providerId: provider_id,
    from: '',
    to: '',
    body: '',
    status: 'delivered',
    direction: 'outbound-api',
    createdAt: 0,
    errorCode: null,
    segments: 1,
    priceMicros: 8300,
  });
  await fetchPrices(world);
  expect(await costOf(world, id)).toMatchObject({ priceMicros: 8300, unpriced: 0 });
  expect(await triesOf(rows[0]!.id)).toMatchObject([{ state: 'delivered', price_micros: 8300 }]);
  await agree(id);
});

test('two who share a number are planned again together, as one text', async () => {
  await addPeople(world, [
    { id: 'share-1', phone: '+14065551881' },
    { id: 'share-2', phone: '+14065551881' },
  ]);
  const { id } = await approvedAlert(world, ['share-1', 'share-2'], { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  const rows = await rowsOf(id);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[1]!.id });
  await applyStatuses(world, [said(rows[0]!.id, '30022')]);
  expect((await rowsOf(id)).map((row) => row.state)).toEqual(['planned', 'planned']);
  await agree(id);
  const before = world.texts.length;
  world.passTime(31 * MINUTE);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows[1]!.id });
  expect(world.texts.length - before).toBe(1);
  expect((await rowsOf(id)).map((row) => row.state)).toEqual(['accepted', 'accepted']);
  await agree(id);
});

test.each(['30003', '30008'])(
  'a text that ends with %s is followed by one mail, with the text’s own words',
  async (code) => {
    const { id, rows, people } = await sent(`e${code}`, 2);
    await applyStatuses(world, [said(rows[0]!.id, code), said(rows[0]!.id, code)]);
    await followUp(world);
    const [mail, ...more] = await mailsOf(id);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ state: 'planned', recipient_id: people[0]!.id, instead_of: rows[0]!.id });
    await sendPage(world, { fromId: mail!.id, toId: mail!.id });
    const out = world.mails.at(-1)!;
    expect(out).toMatchObject({ to: people[0]!.email, subject: 'HB 203' });
    expect(out.text).toContain('Call about HB 203 today');
    expect(out.text).toContain('reply with the word unsubscribe');
    expect(out.text).not.toContain('STOP');
    await agree(id);
  },
);

test('a nudge by text that is lost goes by email, in the nudge’s own email words', async () => {
  const { id, people } = await sent('ff', 1);
  const unanswered = { ...world, unanswered: () => Promise.resolve([people[0]!.id]) };
  world.passTime(24 * 60 * MINUTE);
  good(await nudgeAlert(unanswered, director, { id, smsText: 'Call today, please', emailText: '' }));
  const nudge = (await rowsOf(id)).find((row) => row.id > 0 && row.source_kind === 'nudge')!;
  await sendPage(world, { fromId: nudge.id, toId: nudge.id });
  await applyStatuses(world, [said(nudge.id, '30003')]);
  expect(await mailsOf(id)).toMatchObject([{ source_kind: 'nudge', instead_of: nudge.id, state: 'planned' }]);
  await agree(id);
});

test('no mail in the place of a text where one of that alert is there already, or there is no open address', async () => {
  const both = await sent('gg', 1, { sendEmail: true });
  await applyStatuses(world, [said(both.rows[0]!.id, '30003')]);
  expect(await mailsOf(both.id)).toMatchObject([{ instead_of: null }]);
  await addPeople(world, [{ id: 'only-phone', phone: '+14065551771' }]);
  const { id } = await approvedAlert(world, ['only-phone'], { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  const [row] = await rowsOf(id);
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  await applyStatuses(world, [said(row!.id, '30003')]);
  expect(await mailsOf(id)).toEqual([]);
});

test('a used-up limit holds the sender until midnight Pacific, and a mail goes in the text’s place', async () => {
  const { id, rows } = await sent('hh', 1);
  const before = world.holds.length;
  await applyStatuses(world, [said(rows[0]!.id, '30027')]);
  expect(world.holds.slice(before)).toEqual([
    {
      senderId: 'main',
      until: Date.UTC(2027, 1, 10, 8),
      reason: 'T-Mobile’s limit for the day is used up (30027).',
      bulkOnly: false,
    },
  ]);
  expect(await mailsOf(id)).toHaveLength(1);
  world.holds.length = 0;
  world.passTime(3 * MINUTE);
  await followUp(world);
  expect(world.holds).toEqual([]);
});

test('a number that cannot be texted is closed with its code and its proof, once', async () => {
  const { id, rows, people } = await sent('ii', 1);
  await applyStatuses(world, [said(rows[0]!.id, '30005')]);
  const point = `${people[0]!.id}-sms`;
  expect(await pointOf(point)).toEqual({ state: 'invalid', reason: '30005' });
  await followUp(world);
  const { results } = await env.DB.prepare(
    `select actor_kind, detail from journal where action = 'contact.invalidate' and subject_id = ?`,
  )
    .bind(people[0]!.id)
    .all<{ actor_kind: string; detail: string }>();
  expect(results).toHaveLength(1);
  expect(JSON.parse(results[0]!.detail)).toEqual({
    contactPointId: point,
    deliveryId: rows[0]!.id,
    code: '30005',
  });
  const next = await approvedAlert(world, [people[0]!.id], { sendEmail: false }).catch(() => null);
  expect(next).toBeNull();
  world.passTime(MINUTE);
  await env.DB.prepare(
    `update contact_point set state = 'active', state_reason = null, updated_at = ? where id = ?`,
  )
    .bind(world.clock.now(), point)
    .run();
  await followUp(world);
  expect(await pointOf(point)).toEqual({ state: 'active', reason: null });
  await agree(id);
});

test('a number refused as wrong at creation is closed by the clock', async () => {
  world.answerTexts(() => ({ kind: 'refused', code: '21211', reason: 'invalid' }));
  const { people } = await sent('jj', 1);
  await followUp(world);
  expect(await pointOf(`${people[0]!.id}-sms`)).toEqual({ state: 'invalid', reason: '21211' });
});

test('a number that could not be reached on three alerts is marked and still gets texts', async () => {
  const [person] = crowd('kk', 1);
  await addPeople(world, [person!]);
  for (const no of [1, 2, 3]) {
    const { id } = await approvedAlert(world, [person!.id], { sendEmail: false });
    good(await launchAlert(world, director, { id }));
    const [row] = await rowsOf(id);
    await sendPage(world, { fromId: row!.id, toId: row!.id });
    await applyStatuses(world, [said(row!.id, '30003')]);
    expect(await pointOf(`${person!.id}-sms`)).toEqual({
      state: 'active',
      reason: no < 3 ? null : 'suspect',
    });
  }
});

test('an opt-out that the carrier tells late is kept as ours, once, and START lifts it for good', async () => {
  const { rows, people } = await sent('ll', 1);
  await applyStatuses(world, [said(rows[0]!.id, '21610', { status: 'failed' })]);
  await followUp(world);
  expect(await pointOf(`${people[0]!.id}-sms`)).toEqual({ state: 'suppressed', reason: 'stopped' });
  const { results } = await env.DB.prepare(
    `select id from journal where action = 'suppression.add' and subject_id = ?`,
  )
    .bind(String(rows[0]!.id))
    .all();
  expect(results).toHaveLength(1);
  await env.DB.prepare(
    `delete from suppression where address_hash = (select address_hash from contact_point where id = ?)`,
  )
    .bind(`${people[0]!.id}-sms`)
    .run();
  await env.DB.prepare(`update contact_point set state = 'active', state_reason = null where id = ?`)
    .bind(`${people[0]!.id}-sms`)
    .run();
  await followUp(world);
  expect(await pointOf(`${people[0]!.id}-sms`)).toEqual({ state: 'active', reason: null });
});

test.each(['30032', '30034', '30002'])(
  'code %s told late halts the alert, and once resumed it is not halted for the same texts',
  async (code) => {
    const { id, rows } = await sent(`m${code}`, 2);
    await applyStatuses(world, [said(rows[0]!.id, code, { status: 'failed' })]);
    expect(await alertOf(id)).toMatchObject({
      state: 'halted',
      reason: expect.stringContaining(`(${code})`) as string,
    });
    world.passTime(MINUTE);
    good(await resumeAlert(world, director, { id }));
    await followUp(world);
    expect((await alertOf(id))?.state).toBe('sending');
    world.passTime(MINUTE);
    await applyStatuses(world, [said(rows[1]!.id, code, { status: 'failed' })]);
    expect((await alertOf(id))?.state).toBe('halted');
  },
);

test('many texts filtered halt the alert with how many of how many; once resumed only new ones count', async () => {
  const { id, rows } = await sent('nn', 60);
  const filtered = (from: number, to: number) =>
    applyStatuses(
      world,
      rows.slice(from, to).map((row) => said(row.id, '30007')),
    );
  await filtered(0, 4);
  expect((await alertOf(id))?.state).toBe('open');
  await filtered(4, 5);
  expect(await alertOf(id)).toEqual({
    state: 'halted',
    reason:
      'Filtered by the carrier (30007): 5 of 60 texts. Read the text again: carriers stop words and links that look like spam.',
  });
  world.passTime(MINUTE);
  good(await resumeAlert(world, director, { id }));
  await followUp(world);
  expect((await alertOf(id))?.state).toBe('sending');
  world.passTime(MINUTE);
  await filtered(5, 9);
  await followUp(world);
  expect((await alertOf(id))?.state).toBe('sending');
  await filtered(9, 10);
  expect(await alertOf(id)).toMatchObject({
    state: 'halted',
    reason: expect.stringContaining('5 of 5 texts') as string,
  });
  await agree(id);
});

test('five filtered of a hundred and more are no reason to halt', async () => {
  const { id, rows } = await sent('oo', 100);
  await applyStatuses(
    world,
    rows.slice(0, 5).map((row) => said(row.id, '30007')),
  );
  expect((await alertOf(id))?.state).toBe('open');
});

test('a carrier that asks for less is asked nothing in bulk until then, and no try is burned', async () => {
  world.answerTexts(() => ({ kind: 'retry', code: '20429', afterMs: 7000 }));
  const before = world.holds.length;
  const { id, rows } = await sent('pp', 3);
  const [hold] = world.holds.slice(before);
  expect(hold).toMatchObject({ senderId: 'main', bulkOnly: true });
  expect(hold!.until - world.clock.now()).toBeGreaterThanOrEqual(7000);
  expect(hold!.until - world.clock.now()).toBeLessThan(8000);
  expect((await rowsOf(id)).map((row) => row.state)).toEqual(['planned', 'planned', 'planned']);
  expect(await triesOf(rows[0]!.id)).toEqual([]);
  await agree(id);
});

test('what failed is followed up by the clock when nobody did at once', async () => {
  const { id, rows } = await sent('qq', 1);
  await env.DB.prepare(
    `update delivery set state = 'undelivered', error_code = '30003', provider_rank = 80, updated_at = ? where id = ?`,
  )
    .bind(world.clock.now(), rows[0]!.id)
    .run();
  world.passTime(5 * MINUTE);
  expect(await followUp(world)).toMatchObject({ byEmail: 1 });
  expect(await followUp(world)).toMatchObject({ byEmail: 0 });
  expect(await mailsOf(id)).toHaveLength(1);
  await sweepDue(world);
});
