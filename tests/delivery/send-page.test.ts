import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { launchAlert, planOne, sendPage, sweepDue } from '../../src/delivery/index.ts';
import { CLAIM_CONDITIONS, type ClaimCondition } from '../../src/delivery/conditions.ts';
import { claimStatement } from '../../src/delivery/claim-queries.ts';
import { currentHours } from '../../src/delivery/current-hours.ts';
import { change } from '../../src/platform/statement.ts';
import { memberOfToken, suppressionChanges } from '../../src/people/index.ts';
import { pageToken, readToken, sha256 } from '../../src/platform/tokens.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, countedTally, crowd, keptTally, rowsOf } from './network.ts';

const world = testWorld();
const director = staffAs('director');
beforeAll(buildNetwork);

/** An alert by text to new members, launched and not yet sent. */
const launched = async (
  prefix: string,
  count: number,
  more: { sendEmail?: boolean; smsText?: string } = {},
) => {
  const people = crowd(prefix, count);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
    { sendEmail: false, ...more },
  );
  const before = world.pages.length;
  good(await launchAlert(world, director, { id }));
  return { id, people, pages: world.pages.slice(before) };
};
const statesOf = async (id: string) => [...new Set((await rowsOf(id)).map((row) => row.state))];

test('a page of a hundred is one POST each, three statements, a true link and a true callback', async () => {
  const { id, people, pages } = await launched('a', 101, { smsText: '{{first_name}}, call about HB 203' });
  const { fromId, toId } = pages[0]!;
  const before = world.db.count();
  expect(
    await sendPage(world, { fromId, toId: toId - 1, channel: 'sms', segments: 100, urgent: false }),
  ).toEqual({ sent: 100 });
  expect(world.db.count() - before).toBe(3);
  await sendPage(world, { fromId: toId, toId });
  expect(world.texts.map((text) => text.to).toSorted()).toEqual(
    people.map((one) => String(one.phone)).toSorted(),
  );
  const rows = await rowsOf(id);
  const first = world.texts[0]!;
  const row = rows.find((one) => people.find((p) => p.id === one.recipient_id)?.phone === first.to)!;
  const token = await pageToken(world.settings.linkSecrets[0], row.id);
  expect(first.body).toContain(`Ned${row.recipient_id}, call about HB 203 network.example/a/${token}`);
  expect(first.body).not.toMatch(/[{}]/);
  expect(row).toMatchObject({ state: 'accepted', attempt_no: 1, token_hash: await sha256(token) });
  expect(row.provider_id).toMatch(/^SM/);
  const callback = first.callbackUrl.replace('https://network.example/hooks/twilio/status/', '');
  expect(await readToken(world.settings.linkSecrets, 'status', callback)).toBe(`${row.id}.1`);
  expect(first.validitySeconds).toBe(36_000);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('a mail carries what machines look for, and its words as text and as safe HTML', async () => {
  const people = crowd('m', 2);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
  );
  good(await launchAlert(world, director, { id }));
  const [row] = (await rowsOf(id)).filter((one) => one.channel === 'email');
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  const [mail] = world.mails;
  expect(mail).toMatchObject({
    to: 'm0@district.example',
    subject: 'HB 203',
    fromName: 'Legislative network',
  });
  expect(mail!.headers).toMatchObject({
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'OOF, AutoReply',
  });
  expect(mail!.headers['List-Unsubscribe']).toMatch(/^<https:\/\/network\.example\/u\/[\w.-]+>$/);
  expect(mail!.replyTo).toMatch(/^r\.[a-z2-7]{28}@reply\.network\.example$/);
  expect(mail!.text).toContain('Dear Nedm0000, call about HB 203 today.');
  expect(mail!.html).toContain('<p>Dear Nedm0000, call about HB 203 today.</p>');
  expect(mail!.html).toContain('<a href="https://network.example/a/');
  expect(mail!.text).not.toContain('/u/');
  expect(mail!.idempotencyKey).toMatch(new RegExp(`^${row!.id}-1-[0-9a-f]{16}$`));
});

test('at the foot of each reader’s mail stands the way to their own settings, which nobody had to approve', async () => {
  const people = crowd('foot', 2);
  await addPeople(world, people);
  const { id } = await approvedAlert(
    world,
    people.map((one) => one.id),
  );
  good(await launchAlert(world, director, { id }));
  const before = [world.mails.length, world.texts.length] as const;
  const rows = await rowsOf(id);
  await sendPage(world, { fromId: rows[0]!.id, toId: rows.at(-1)!.id });
  const mails = world.mails.slice(before[0]);
  expect(mails).toHaveLength(2);
  for (const [no, mail] of mails.entries()) {
    const [, token] =
      /unsubscribe\.\n(?:.*\n)?Change how we reach you: https:\/\/network\.example\/me\/(\S+)$/.exec(
        mail.text,
      ) ?? [];
    expect(await memberOfToken(world, token ?? '')).toBe(people[no]!.id);
    expect(mail.html).toContain(`<a href="https://network.example/me/${token}">`);
  }
  for (const text of world.texts.slice(before[1])) expect(text.body).not.toContain('/me/');
  const wording = await env.DB.prepare(
    `select email_text as words from wording where id = (select wording_id from delivery where id = ?)`,
  )
    .bind(rows.at(-1)!.id)
    .first<{ words: string }>();
  expect(wording!.words).not.toContain('/me/');
});

test('a page delivered twice at once is one POST each', async () => {
  const { id, pages } = await launched('bb', 100);
  const before = world.texts.length;
  const both = await Promise.all([sendPage(world, pages[0]!), sendPage(world, pages[0]!)]);
  expect(both.map((one) => one.sent).reduce((a, b) => a + b)).toBe(100);
  await sendPage(world, pages[0]!);
  const sent = world.texts.slice(before).map((text) => text.to);
  expect(sent).toHaveLength(100);
  expect(new Set(sent).size).toBe(100);
  expect(await statesOf(id)).toEqual(['accepted']);
});

test('the claim takes no more than the lease covers, and the rest comes again later', async () => {
  const { id, pages } = await launched('ccc', 30);
  const slow = {
    ...world,
    pacer: { ...world.pacer, lease: () => Promise.resolve({ granted: 12, againInMs: 1500 }) },
  };
  const segments = pages[0]!.segments! / 30;
  const before = world.pages.length;
  expect(await sendPage(slow, pages[0]!)).toEqual({ sent: Math.floor(12 / segments) });
  expect(world.pages.slice(before)).toEqual([
    { ...pages[0], urgent: false, segments: pages[0]!.segments! - 12 },
  ]);
  expect((await rowsOf(id)).filter((row) => row.state === 'accepted')).toHaveLength(
    Math.floor(12 / segments),
  );
});

test('at most six requests are open at once', async () => {
  const { pages } = await launched('dddd', 40);
  let open = 0;
  let most = 0;
  const counting = {
    ...world,
    sms: {
      ...world.sms,
      send: async (text: Parameters<typeof world.sms.send>[0]) => {
        open += 1;
        most = Math.max(most, open);
        await new Promise((resolve) => setTimeout(resolve, 1));
        open -= 1;
        return world.sms.send(text);
      },
    },
  };
  await sendPage(counting, pages[0]!);
  expect(most).toBe(6);
});

/** For each condition of the claim: a change after the launch that only this condition holds against. */
const AGAINST: Record<ClaimCondition, (id: string, row: number) => Promise<unknown>> = {
  planned: (_id, row) => set(`state = 'skipped'`, row),
  ownMessage: (_id, row) => set(`carried_by = ${row}`, row),
  due: (_id, row) => set(`due_at = due_at + 60000`, row),
  deadline: (_id, row) => set(`deadline_at = ${TUESDAY}`, row),
  alertIsLive: (id) => env.DB.prepare(`update alert set state = 'paused' where id = ?`).bind(id).run(),
  notSuppressed: async (_id, row) => {
    const point = await env.DB.prepare(
      `select p.id, p.address_hash from delivery d join contact_point p on p.id = d.contact_point_id where d.id = ?`,
    )
      .bind(row)
      .first<{ id: string; address_hash: string }>();
    await env.DB.prepare(
      `insert into suppression (address_hash, channel, reason, consent_event_id, at) values (?, 'sms', 'stopped', 'x', 1)`,
    )
      .bind(point!.address_hash)
      .run();
  },
  contactPointIsOpen: (_id, row) =>
    env.DB.prepare(
      `update contact_point set state = 'held' where id = (select contact_point_id from delivery where id = ?)`,
    )
      .bind(row)
      .run(),
  inWindow: (_id, row) =>
    env.DB.prepare(
      `update member set zone = 'Pacific/Honolulu' where id = (select recipient_id from delivery where id = ?)`,
    )
      .bind(row)
      .run(),
  inOwnHours: (_id, row) =>
    env.DB.prepare(
      `update member set texts_from = '18:00', texts_to = '20:00' where id = (select recipient_id from delivery where id = ?)`,
    )
      .bind(row)
      .run(),
};
const set = (what: string, row: number) =>
  env.DB.prepare(`update delivery set ${what} where id = ?`).bind(row).run();

test.each(Object.keys(CLAIM_CONDITIONS) as ClaimCondition[])(
  'nothing is claimed against "%s", and without that condition it would be',
  async (condition) => {
    const { id } = await launched(`e${condition}`, 1);
    const [row] = await rowsOf(id);
    await AGAINST[condition](id, row!.id);
    const before = world.texts.length;
    await sendPage(world, { fromId: row!.id, toId: row!.id, channel: 'sms', segments: 5 });
    expect(world.texts.length).toBe(before);
    const { shut, clock } = (await currentHours(world)).at(world.clock.now());
    const claim = (without?: ClaimCondition) =>
      world.db.record([
        change(claimStatement(without), {
          fromId: row!.id,
          toId: row!.id,
          channel: 'sms',
          leased: 5,
          claimId: 'c1',
          tokenHashes: [`hash-${condition}`],
          shut,
          clock,
          now: world.clock.now(),
        }),
      ]);
    expect((await claim())[0]!.rows).toEqual([]);
    expect((await claim(condition))[0]!.rows).toHaveLength(1);
  },
);

test('a STOP between plan and claim blocks the number for all who have it, and the row says why', async () => {
  const { id } = await launched('ffffff', 3);
  const [row] = await rowsOf(id);
  const phone = crowd('ffffff', 1)[0]!.phone!;
  await world.db.commit(
    { who: SYSTEM, action: 'suppression.add', subject: { kind: 'reply', id: 'r1' } },
    await suppressionChanges(world, {
      channel: 'sms',
      address: phone,
      reason: 'stopped',
      byCarrier: true,
      evidence: { kind: 'reply', id: 'r1' },
      who: SYSTEM,
    }),
  );
  const before = world.texts.length;
  await sendPage(world, { fromId: row!.id, toId: row!.id + 2 });
  expect(world.texts.slice(before).map((text) => text.to)).not.toContain(phone);
  expect(world.texts.length - before).toBe(2);
  await sweepDue(world);
  expect(await rowsOf(id)).toMatchObject([
    { state: 'skipped', reason: 'stopped' },
    { state: 'accepted' },
    { state: 'accepted' },
  ]);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('one text confirms a STOP of ours; a text planned before it does not pass', async () => {
  await addPeople(world, [{ id: 'leaver', phone: '+14065557001' }]);
  const plan = (sourceId: string) =>
    planOne(world, {
      sourceKind: 'confirmation',
      sourceId,
      recipientId: 'leaver',
      channel: 'sms',
      contactPointId: 'leaver-sms',
      wording: { sms: 'You get no more texts from us.' },
      urgent: true,
    });
  const entry = { who: SYSTEM, action: 'reply.receive', subject: { kind: 'reply', id: 'r2' } };
  await world.db.commit(entry, plan('before-stop'));
  world.passTime(1000);
  await world.db.commit(entry, [
    ...(await suppressionChanges(world, {
      channel: 'sms',
      address: '+14065557001',
      reason: 'stopped',
      byCarrier: false,
      evidence: { kind: 'reply', id: 'r2' },
      who: SYSTEM,
    })),
    ...plan('after-stop'),
  ]);
  const [early] = await rowsOf('before-stop');
  const [late] = await rowsOf('after-stop');
  const before = world.texts.length;
  await sendPage(world, { fromId: early!.id, toId: late!.id });
  expect(world.texts.length - before).toBe(1);
  expect((await rowsOf('after-stop'))[0]).toMatchObject({ state: 'accepted' });
  expect((await rowsOf('before-stop'))[0]).toMatchObject({ state: 'planned' });
});

test('what the carrier did not take goes again, what is unclear never does, and an opt-out it knew of is kept', async () => {
  const { id, people, pages } = await launched('ggggggg', 4);
  const said: Record<string, Parameters<typeof world.answerTexts>[0]> = {
    [people[0]!.phone!]: () => ({ kind: 'retry', code: '20429', afterMs: 3000 }),
    [people[1]!.phone!]: () => ({ kind: 'unknown', reason: 'TimeoutError' }),
    [people[2]!.phone!]: () => ({ kind: 'refused', code: '21610', reason: 'unsubscribed' }),
    [people[3]!.phone!]: () => ({ kind: 'refused', code: '21211', reason: 'invalid' }),
  };
  world.answerTexts(
    (to) => said[to]?.(to) ?? { kind: 'accepted', providerId: `SM-again-${to}`, segments: null },
  );
  const pagesBefore = world.pages.length;
  await sendPage(world, pages[0]!);
  expect(await rowsOf(id)).toMatchObject([
    { state: 'planned', error_code: '20429' },
    { state: 'unknown', reason: 'no_clear_answer' },
    { state: 'skipped', reason: 'stopped', error_code: '21610' },
    { state: 'failed', error_code: '21211', reason: 'The number is not valid' },
  ]);
  const stopped = await env.DB.prepare(`select state from contact_point where address = ?`)
    .bind(people[2]!.phone!)
    .first();
  expect(stopped).toEqual({ state: 'suppressed' });
  expect(world.pages.length - pagesBefore).toBe(1);
  world.answerTexts(() => ({ kind: 'accepted', providerId: 'SM-later', segments: null }));
  world.passTime(5000);
  const before = world.texts.length;
  await sendPage(world, pages[0]!);
  expect(world.texts.slice(before).map((text) => text.to)).toEqual([people[0]!.phone]);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});

test('an account that is not right halts the alert at once, and nobody is marked as failed', async () => {
  const { id, pages } = await launched('hhhhhhhh', 3);
  world.answerTexts(() => ({ kind: 'refused', code: '30034', reason: 'unregistered' }));
  await sendPage(world, pages[0]!);
  const alert = await env.DB.prepare(`select state, halted_reason from alert where id = ?`).bind(id).first();
  expect(alert).toEqual({
    state: 'halted',
    halted_reason: 'Our number is not registered with the carriers (30034).',
  });
  expect(await statesOf(id)).toEqual(['planned']);
  world.answerTexts(() => ({ kind: 'accepted', providerId: 'SM-x', segments: null }));
  world.passTime(60 * 60_000);
  const before = world.texts.length;
  await sendPage(world, pages[0]!);
  expect(world.texts.length).toBe(before);
  world.setNow(TUESDAY);
  // The slower pace that the carrier had asked for was over by then.
  world.holds.length = 0;
});

test('a text to a shared number counts for both who have it', async () => {
  await addPeople(world, [
    { id: 'pair-1', phone: '+14065558801' },
    { id: 'pair-2', phone: '+14065558801' },
  ]);
  const { id } = await approvedAlert(world, ['pair-1', 'pair-2'], { sendEmail: false });
  good(await launchAlert(world, director, { id }));
  const [row] = await rowsOf(id);
  const before = world.texts.length;
  await sendPage(world, { fromId: row!.id, toId: row!.id + 1 });
  expect(world.texts.length - before).toBe(1);
  expect(await statesOf(id)).toEqual(['accepted']);
  expect(await keptTally(id)).toEqual(await countedTally(id));
});
