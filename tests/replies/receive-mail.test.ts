import { describe, expect, test } from 'vitest';
import { replyToken } from '../../src/delivery/index.ts';
import { addressHash } from '../../src/people/index.ts';
import { receiveMail, responseOf, setAnswerFromReply, understandReply } from '../../src/replies/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { alert, freshWorld, member, pointState, replyRow, rows, threadOf } from './network.ts';

const MAIL = { kind: 'provider', id: 'mail' } as const;
const stamp = (domain: string, result = 'pass') =>
  `Authentication-Results: mx.network.example; dkim=${result} header.d=${domain}; dmarc=${result} header.from=${domain}`;

let count = 0;
const eml = (m: { from: string; body?: string; headers?: string[]; subject?: string; id?: string }) =>
  new TextEncoder().encode(
    [
      ...(m.headers ?? [stamp('district.example')]),
      `From: Ned <${m.from}>`,
      `Subject: ${m.subject ?? 'Re: HB 203'}`,
      `Message-ID: <${m.id ?? (count += 1)}@district.example>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      m.body ?? '1',
      '',
      'On Tue, Feb 9, 2027 at 9:00 AM, Treasure State <alerts@network.example> wrote:',
      '> Please call.',
      '> To get no more of these emails, reply with the word unsubscribe.',
    ].join('\r\n'),
  );

/** A member mails to the reply address of a delivery (or to any address), and the mail is understood. */
const mails = async (
  world: TestWorld,
  to: number | string,
  from: string,
  more: Partial<Parameters<typeof eml>[0]> & { envelopeFrom?: string } = {},
) => {
  const address =
    typeof to === 'string'
      ? to
      : `r.${await replyToken(world.settings.linkSecrets[0], to)}@${world.settings.replyDomain}`;
  const { replyId, known } = good(
    await receiveMail(world, MAIL, {
      from: more.envelopeFrom ?? from,
      to: address.toUpperCase(),
      raw: eml({ from, ...more }),
    }),
  );
  good(await understandReply(world, { replyId }));
  return { replyId, known, row: await replyRow(world, replyId) };
};
const scene = async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  return { world, ned, hb, delivery: hb.delivery(ned, 'email') };
};

test('a proved reply is counted, and its original kept', async () => {
  const { world, ned, hb, delivery } = await scene();
  const { row } = await mails(world, delivery, ned.email, { body: "2 but can't Thursday" });
  expect(row).toMatchObject({
    trust: 'verified',
    state: 'answered',
    body: "2 but can't Thursday",
    alert_id: hb.id,
  });
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 2, door: 'email' });
  expect(await threadOf(world, ned.id)).toMatchObject({ unread: 1 });
  expect(
    new TextDecoder().decode((await world.files.get(String(row?.raw_key))) ?? new Uint8Array()),
  ).toContain('> Please call.');
});

test('the reply address decides which of two alerts is answered', async () => {
  const { world, ned, hb, delivery } = await scene();
  const later = await alert(world, [ned], { sentAt: world.clock.now() - 1 });
  await mails(world, delivery, ned.email);
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
  expect(await responseOf(world, later.id, ned.id)).toBeNull();
});

test('of an address that two members share a reply to their one mail waits for a person to say whose it is', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const ann = await member(world, { email: ned.email });
  const hb = await alert(world, [ned, ann]);
  await rows(
    world,
    `update delivery set carried_by = ${hb.delivery(ned, 'email')} where id = ${hb.delivery(ann, 'email')} returning id`,
  );
  const { row, replyId } = await mails(world, hb.delivery(ned, 'email'), ned.email);
  expect(row).toMatchObject({ state: 'waiting', meaning: 'shared_address', member_id: null });
  expect(await rows(world, `select id from answer where alert_id = '${hb.id}'`)).toEqual([]);
  const input = { replyId, alertId: hb.id, optionId: hb.option(1) };
  good(await setAnswerFromReply(world, staffAs('staff'), { ...input, memberId: ann.id }));
  expect(await responseOf(world, hb.id, ann.id)).toMatchObject({ no: 1 });
  expect(await responseOf(world, hb.id, ned.id)).toBeNull();
});

test('the same mail delivered again changes nothing', async () => {
  const { world, ned, hb, delivery } = await scene();
  const first = await mails(world, delivery, ned.email, { id: 'same' });
  const again = await mails(world, delivery, ned.email, { id: 'same' });
  expect(again).toMatchObject({ replyId: first.replyId, known: true });
  expect(await rows(world, `select id from answer where alert_id = '${hb.id}'`)).toHaveLength(1);
});

describe('a mail is never counted', () => {
  test('whose Authentication-Results is forged below ours', async () => {
    const { world, ned, hb, delivery } = await scene();
    const { row } = await mails(world, delivery, ned.email, {
      headers: [stamp('district.example', 'fail'), stamp('district.example')],
    });
    expect(row).toMatchObject({ trust: 'needs_review', state: 'waiting' });
    expect(await responseOf(world, hb.id, ned.id)).toBeNull();
  });

  test('from another sender with a true reply address: it waits under the member it was for', async () => {
    const { world, ned, hb, delivery } = await scene();
    const { row } = await mails(world, delivery, 'assistant@district.example');
    expect(row).toMatchObject({
      trust: 'needs_review',
      state: 'waiting',
      member_id: ned.id,
      from_address: 'assistant@district.example',
    });
    expect(await responseOf(world, hb.id, ned.id)).toBeNull();
    expect(await threadOf(world, ned.id)).toMatchObject({ unread: 1 });
  });

  test('without a reply address of ours, or with an altered one', async () => {
    const { world, ned, hb, delivery } = await scene();
    const token = await replyToken(world.settings.linkSecrets[0], delivery);
    const altered = `${token.slice(0, 20)}${token[20] === 'a' ? 'b' : 'a'}${token.slice(21)}`;
    expect((await mails(world, 'hello@reply.network.example', ned.email)).row).toMatchObject({
      trust: 'probable',
      state: 'waiting',
    });
    expect((await mails(world, `r.${altered}@reply.network.example`, ned.email)).row).toMatchObject({
      trust: 'probable',
      token_delivery_id: null,
    });
    expect(await responseOf(world, hb.id, ned.id)).toBeNull();
  });

  test('from nobody we know, and makes nobody a member', async () => {
    const { world } = await scene();
    const [before] = await rows(world, 'select count(*) as count from member');
    const { row } = await mails(world, 'hello@reply.network.example', 'stranger@elsewhere.example', {
      headers: [stamp('elsewhere.example')],
    });
    expect(row).toMatchObject({ trust: 'unknown', state: 'waiting', member_id: null });
    expect(await rows(world, 'select count(*) as count from member')).toEqual([before]);
  });

  test('that an out-of-office wrote, and it does not come before people', async () => {
    const { world, ned, hb, delivery } = await scene();
    const { row } = await mails(world, delivery, ned.email, {
      headers: [stamp('district.example'), 'Auto-Submitted: auto-replied'],
      body: '1',
    });
    expect(row).toMatchObject({ machine: 'auto_reply', state: 'handled', member_id: ned.id });
    expect(await responseOf(world, hb.id, ned.id)).toBeNull();
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'done', unread: 0 });
  });
});

describe('by email', () => {
  test('unsubscribe closes the address and no number', async () => {
    const { world, ned, delivery } = await scene();
    await mails(world, delivery, ned.email, { body: 'Unsubscribe' });
    expect(await pointState(world, ned.emailPoint)).toEqual({ state: 'suppressed', reason: 'unsubscribed' });
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
  });

  test('our own quoted foot unsubscribes nobody', async () => {
    const { world, ned, delivery } = await scene();
    await mails(world, delivery, ned.email, { body: 'Thanks, will read tonight' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
  });

  test('a forged mail unsubscribes nobody: a person looks at it', async () => {
    const { world, ned } = await scene();
    const { row } = await mails(world, 'hello@reply.network.example', ned.email, {
      headers: [stamp('district.example', 'fail')],
      body: 'unsubscribe',
    });
    expect(row).toMatchObject({ state: 'waiting', meaning: 'unclear_opt_out' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
  });
});

const report = (status: string, type = 'delivery-status') =>
  new TextEncoder().encode(
    [
      'From: MAILER-DAEMON@mx.example',
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <bounce${(count += 1)}@mx.example>`,
      'Auto-Submitted: auto-replied',
      `Content-Type: multipart/report; report-type=${type}; boundary=b`,
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'It failed.',
      '--b',
      `Content-Type: message/${type}`,
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; ned@district.example',
      'Action: failed',
      `Status: ${status}`,
      '',
      '--b--',
    ].join('\r\n'),
  );

test('a lasting bounce or a complaint closes the address it is about, a passing bounce does not', async () => {
  for (const [status, type, state] of [
    ['5.1.1', 'delivery-status', 'invalid'],
    ['4.2.2', 'delivery-status', 'active'],
    ['5.7.1', 'delivery-status', 'active'],
    ['', 'feedback-report', 'suppressed'],
  ] as const) {
    const { world, ned, delivery } = await scene();
    const to = `r.${await replyToken(world.settings.linkSecrets[0], delivery)}@reply.network.example`;
    const { replyId } = good(await receiveMail(world, MAIL, { from: '', to, raw: report(status, type) }));
    expect(await replyRow(world, replyId)).toMatchObject({
      machine: type === 'feedback-report' ? 'complaint' : 'bounce',
      state: 'handled',
    });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state });
  }
});

test('what cannot be parsed is kept for a person, and what cannot be kept is refused for now', async () => {
  const { world, ned, delivery } = await scene();
  const { row } = await mails(world, delivery, ned.email, { headers: [`X-Long: ${'a'.repeat(3_000_000)}`] });
  expect(row).toMatchObject({ state: 'waiting', meaning: 'unreadable' });
  const full: TestWorld = {
    ...world,
    files: { ...world.files, put: () => Promise.reject(new Error('full')) },
  };
  expect(
    bad(await receiveMail(full, MAIL, { from: ned.email, to: 'x@y.example', raw: eml({ from: ned.email }) }))
      .kind,
  ).toBe('unavailable');
  expect(
    bad(await receiveMail(world, staffAs('owner'), { from: '', to: '', raw: eml({ from: ned.email }) })).kind,
  ).toBe('forbidden');
});

test('a stopped email address is found by its keyed hash, never by its text', async () => {
  const { world, ned, delivery } = await scene();
  await mails(world, delivery, ned.email, { body: 'unsubscribe' });
  const hash = await addressHash(world, 'email', ned.email);
  expect(await rows(world, `select reason from suppression where address_hash = '${hash}'`)).toEqual([
    { reason: 'unsubscribed' },
  ]);
});
