import { describe, expect, test } from 'vitest';
import { followUp } from '../../src/delivery/follow-up.ts';
import { mailOf } from '../../src/delivery/render.ts';
import { replyToken } from '../../src/delivery/index.ts';
import { receiveMail, responseOf, showInbox, understandReply } from '../../src/replies/index.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';
import {
  alert,
  freshWorld,
  member,
  pointState,
  replyRow,
  rows,
  sql,
  texts,
  threadOf,
  told,
  type Person,
} from './network.ts';

const MAIL = { kind: 'provider', id: 'mail' } as const;
const PASS =
  'Authentication-Results: mx.network.example; dkim=pass header.d=district.example; dmarc=pass header.from=district.example';
let count = 0;

const addressOf = async (world: TestWorld, delivery: number) =>
  `r.${await replyToken(world.settings.linkSecrets[0], delivery)}@${world.settings.replyDomain}`;
const takes = async (world: TestWorld, to: string, from: string, lines: string[]) => {
  const raw = new TextEncoder().encode(lines.join('\r\n'));
  const { replyId } = good(await receiveMail(world, MAIL, { from, to, raw }));
  good(await understandReply(world, { replyId }));
  return replyRow(world, replyId);
};
const person = (from: string, more: string[] = [], body = '1') => [
  PASS,
  `From: Ned <${from}>`,
  'Subject: Re: HB 203',
  `Message-ID: <m${(count += 1)}@district.example>`,
  ...more,
  '',
  body,
];
const bounce = (status: string, recipient: string, inside = '') => [
  'From: MAILER-DAEMON@mx.example',
  'Subject: Undelivered Mail Returned to Sender',
  `Message-ID: <b${(count += 1)}@mx.example>`,
  'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
  '',
  '--b',
  'Content-Type: message/delivery-status',
  '',
  'Reporting-MTA: dns; mx.example',
  '',
  `Final-Recipient: rfc822; ${recipient}`,
  'Action: failed',
  `Status: ${status}`,
  '',
  '--b',
  'Content-Type: message/rfc822',
  '',
  `Reply-To: ${inside}`,
  'Subject: HB 203',
  '',
  'Please call.',
  '--b--',
];
const complaint = (inside: string, type = 'abuse') => [
  'From: feedback@mail.example',
  `Message-ID: <c${(count += 1)}@mail.example>`,
  'Content-Type: multipart/report; report-type=feedback-report; boundary=b',
  '',
  '--b',
  'Content-Type: message/feedback-report',
  '',
  `Feedback-Type: ${type}`,
  '',
  '--b',
  'Content-Type: message/rfc822',
  '',
  `Reply-To: ${inside}`,
  '',
  '--b--',
];
const scene = async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  const delivery = hb.delivery(ned, 'email');
  return { world, ned, hb, delivery, to: await addressOf(world, delivery) };
};
const deliveryRow = async (world: TestWorld, id: number) =>
  (
    await rows(
      world,
      `select state, reason, error_code as code, provider_rank as rank from delivery where id = ${id}`,
    )
  )[0];

describe('a bounce that comes as a mail', () => {
  test.each([
    ['5.1.1', 'undelivered', 'email.bounced', 'invalid', /does not exist.*\(5\.1\.1\)/],
    ['4.2.2', 'undelivered', 'email.bounced', 'active', /full or could not be reached \(4\.2\.2\)/],
    ['5.7.1', 'undelivered', 'email.refused', 'active', /refused by a rule/],
  ])('of status %s moves its delivery to %s', async (status, state, code, point, reason) => {
    const { world, ned, delivery, to } = await scene();
    await takes(world, to, '', bounce(status, ned.email));
    const row = await deliveryRow(world, delivery);
    expect(row).toMatchObject({ state, code, rank: 95 });
    expect(row?.reason).toMatch(reason);
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: point });
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'done', unread: 0 });
  });

  test('is known by the address that the returned mail was to be answered at', async () => {
    const { world, ned, delivery, to } = await scene();
    await takes(world, 'bounces@reply.network.example', '', bounce('5.1.1', ned.email, to));
    expect(await deliveryRow(world, delivery)).toMatchObject({ state: 'undelivered' });
  });

  test('is never applied by its recipient alone', async () => {
    const { world, ned, delivery } = await scene();
    await takes(world, 'bounces@reply.network.example', '', bounce('5.1.1', ned.email));
    expect(await deliveryRow(world, delivery)).toMatchObject({ state: 'delivered' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
  });

  test('of an address that mail was passed on to leaves the member’s own open', async () => {
    const { world, ned, delivery, to } = await scene();
    await takes(world, to, '', bounce('5.1.1', 'ned.private@elsewhere.example'));
    expect(await deliveryRow(world, delivery)).toMatchObject({ state: 'undelivered' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
  });

  test('three times, on three alerts, marks the address, and a refusal does not', async () => {
    const world = freshWorld();
    const [ned, ann] = [await member(world), await member(world)];
    for (let no = 0; no < 3; no += 1) {
      const hb = await alert(world, [ned, ann]);
      await takes(world, await addressOf(world, hb.delivery(ned, 'email')), '', bounce('4.2.2', ned.email));
      await takes(world, await addressOf(world, hb.delivery(ann, 'email')), '', bounce('5.7.1', ann.email));
      await followUp(world, 0);
      expect(await pointState(world, ned.emailPoint)).toEqual({
        state: 'active',
        reason: no < 2 ? null : 'suspect',
      });
    }
    expect(await pointState(world, ann.emailPoint)).toEqual({ state: 'active', reason: null });
  });
});

test('a complaint closes the address once, however often it is made; "not spam" closes nothing', async () => {
  const { world, ned, to } = await scene();
  await takes(world, 'fbl@reply.network.example', 'feedback@mail.example', complaint(to, 'not-spam'));
  expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
  for (let no = 0; no < 2; no += 1)
    await takes(world, 'fbl@reply.network.example', 'feedback@mail.example', complaint(to));
  expect(await pointState(world, ned.emailPoint)).toMatchObject({
    state: 'suppressed',
    reason: 'complained',
  });
  expect(
    await rows(
      world,
      `select source from consent_event where member_id = '${ned.id}' and source = 'complained'`,
    ),
  ).toHaveLength(1);
});

describe('a mail that missed the reply address', () => {
  const answers = async (allowed: boolean, more: (to: string) => string[], from?: string) => {
    const { world, ned, hb, to } = await scene();
    good(await saveNetworkSettings(world, staffAs('owner'), { countProbableMail: allowed }));
    const row = await takes(
      world,
      'alerts@network.example',
      from ?? ned.email,
      person(from ?? ned.email, more(to)),
    );
    return { row, response: await responseOf(world, hb.id, ned.id) };
  };
  test('waits in the inbox unless the network counts such mails', async () => {
    const ref = (to: string) => [`References: <first@mail.example> <${to}>`];
    expect(await answers(false, ref)).toMatchObject({
      row: { trust: 'probable', state: 'waiting' },
      response: null,
    });
    expect(await answers(true, ref)).toMatchObject({
      row: { trust: 'probable', state: 'answered' },
      response: { no: 1 },
    });
  });
  test('never counts where it answers nothing of ours, or a mail to another member', async () => {
    expect(await answers(true, () => [])).toMatchObject({ row: { state: 'waiting' }, response: null });
    const other = await scene();
    expect(await answers(true, () => [`References: <${other.to}>`])).toMatchObject({
      row: { state: 'waiting' },
      response: null,
    });
  });
});

test('what we answer by mail stands under the mail it answers', async () => {
  const { world, ned, hb, to } = await scene();
  await world.db.commit({ who: MAIL, action: 'test.close', subject: { kind: 'alert', id: hb.id } }, [
    sql(`update alert set state = 'closed' where id = '${hb.id}'`),
  ]);
  await takes(
    world,
    to,
    ned.email,
    person(ned.email, ['References: <a@x.example> <b@x.example>', 'In-Reply-To: <b@x.example>']),
  );
  const [planned] = await rows(
    world,
    `select d.id, d.attempt_no as attempt, d.source_kind as sourceKind, w.email_subject as subject, w.email_text as words, w.answers_mail as answersMail
     from delivery d join wording w on w.id = d.wording_id where d.recipient_id = '${ned.id}' and d.source_kind = 'confirmation'`,
  );
  const mail = await mailOf(
    world,
    { ...planned, address: ned.email, merge: null, fromName: null } as never,
    'token',
  );
  const own = `<m${count}@district.example>`;
  expect(mail.subject).toBe('Re: HB 203');
  expect(mail.headers['In-Reply-To']).toBe(own);
  expect(mail.headers.References).toBe(`<a@x.example> <b@x.example> ${own} <${mail.replyTo ?? ''}>`);
  expect(mail.headers['Auto-Submitted']).toBe('auto-replied');
});

describe('nothing of ours answers', () => {
  test.each([
    ['a list', ['List-Id: <staff.district.example>'], {}],
    ['a mail of ours that came round', [], { from: 'alerts@network.example' }],
    ['an automatic reply', ['Auto-Submitted: auto-replied'], {}],
    ['an empty envelope', [], { envelope: '' }],
  ] as const)('%s, even to a closed alert', async (_, headers, more) => {
    const { world, ned, hb, to } = await scene();
    await rows(world, `update alert set state = 'closed' where id = '${hb.id}' returning id`);
    const from = 'from' in more ? more.from : ned.email;
    await takes(world, to, 'envelope' in more ? more.envelope : from, person(from, [...headers]));
    expect(await told(world, ned.id)).toEqual([]);
    expect(await responseOf(world, hb.id, ned.id)).toBeNull();
  });

  test('a machine that texts HELP without end, more than three times a day', async () => {
    const { world, ned } = await scene();
    for (let no = 0; no < 6; no += 1) await texts(world, ned.phone, 'HELP');
    expect(await told(world, ned.id)).toHaveLength(3);
    world.passTime(25 * 3_600_000);
    await texts(world, ned.phone, 'HELP');
    expect(await told(world, ned.id)).toHaveLength(4);
  });
});

test('of a storm of out-of-office mails nothing is answered, and the inbox still shows people', async () => {
  const world = freshWorld();
  const people: Person[] = [];
  for (let no = 0; no < 30; no += 1) people.push(await member(world));
  const hb = await alert(world, people);
  const addresses = await Promise.all(people.map((one) => addressOf(world, hb.delivery(one, 'email'))));
  const before = await rows(world, 'select count(*) as n from delivery');
  const jobs = async () =>
    Number((await rows(world, `select count(*) as n from outbox where kind = 'reply.understand'`))[0]?.n);
  const jobsBefore = await jobs();
  const began = performance.now();
  const STORM = 300;
  for (let at = 0; at < STORM; at += 25)
    await Promise.all(
      Array.from({ length: 25 }, async (_, no) => {
        const one = people[(at + no) % people.length];
        if (!one) return;
        await receiveMail(world, MAIL, {
          from: one.email,
          to: addresses[(at + no) % people.length] ?? '',
          raw: new TextEncoder().encode(
            person(
              one.email,
              ['Auto-Submitted: auto-replied'],
              'I am out of the office until February 12. 1',
            ).join('\r\n'),
          ),
        });
      }),
    );
  console.log(`${STORM} automatic replies taken in ${Math.round(performance.now() - began)} ms.`);
  const [ned] = people;
  if (!ned) throw new Error('Nobody was made.');
  await takes(world, addresses[0] ?? '', ned.email, person(ned.email, [], 'Can you send me the bill?'));
  expect(await rows(world, 'select count(*) as n from delivery')).toEqual(before);
  expect(
    await rows(
      world,
      `select count(*) as n from reply where machine = 'auto_reply' and alert_id = '${hb.id}'`,
    ),
  ).toEqual([{ n: STORM }]);
  expect(await rows(world, `select id from answer where alert_id = '${hb.id}'`)).toEqual([]);
  expect(await jobs()).toBe(jobsBefore + 1);
  const { data } = good(await showInbox(world, staffAs('staff'), {}));
  const own = new Set(people.map(({ id }) => id));
  expect(
    data.filter(({ memberId }) => memberId && own.has(memberId)).map(({ memberId }) => memberId),
  ).toEqual([ned.id]);
});
