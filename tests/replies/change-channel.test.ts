import { describe, expect, test } from 'vitest';
import { sendPage } from '../../src/delivery/index.ts';
import { suppressAddress } from '../../src/people/index.ts';
import { receiveMail, responseOf } from '../../src/replies/index.ts';
import { good, staffAs } from '../support/world.ts';
import {
  alert,
  arrives,
  freshWorld,
  member,
  pointState,
  replyRow,
  rows,
  texts,
  threadOf,
  told,
} from './network.ts';

const mail = (from: string, body: string) =>
  new TextEncoder().encode(
    [
      'Authentication-Results: mx.network.example; dkim=pass header.d=district.example; dmarc=pass header.from=district.example',
      `From: Ned <${from}>`,
      'Subject: Re: HB 203',
      `Message-ID: <${body.length}.${from}>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      body,
    ].join('\r\n'),
  );

describe('"Stop texting me and email me"', () => {
  test('closes the number, leaves email open, says so in one text, and staff see it', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const { replyId } = await arrives(world, ned.phone, 'Stop texting me and email me instead');
    expect(await pointState(world, ned.smsPoint)).toEqual({ state: 'suppressed', reason: 'stopped' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
    expect(await replyRow(world, replyId)).toMatchObject({ state: 'handled', meaning: 'to_email' });
    expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open', unread: 1 });
    for (const page of world.pages) await sendPage(world, page);
    expect(world.texts.map(({ body }) => body)).toEqual([
      expect.stringContaining('We send you email instead'),
    ]);
  });

  test('opens email that the member had closed, with the text as evidence', async () => {
    const world = freshWorld();
    const ned = await member(world);
    good(
      await suppressAddress(world, staffAs('staff'), {
        channel: 'email',
        address: ned.email,
        reason: 'unsubscribed',
      }),
    );
    const { replyId } = await arrives(world, ned.phone, 'no more texts, email only');
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
    const lines = await rows(
      world,
      `select channel, kind, evidence_id as evidence from consent_event where member_id = '${ned.id}' and evidence_id = '${replyId}' order by id`,
    );
    expect(lines.map(({ channel, kind }) => `${String(channel)} ${String(kind)}`).toSorted()).toEqual([
      'email granted',
      'sms revoked',
    ]);
  });

  test('does not open email that bounced or was complained about, and says that a person will see to it', async () => {
    const world = freshWorld();
    const ned = await member(world);
    await rows(
      world,
      `update contact_point set state = 'invalid', state_reason = 'bounced' where id = '${ned.emailPoint}' returning id`,
    );
    await arrives(world, ned.phone, 'switch me to email');
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'invalid' });
    expect((await told(world, ned.id))[0]).toContain('a person will see to it');
  });

  test('beside an answer counts the answer too', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const hb = await alert(world, [ned]);
    await texts(world, ned.phone, '1 and please email me instead of text from now on');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
    expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 1 });
  });

  test('from a number of two members closes it for both and goes to a person', async () => {
    const world = freshWorld();
    const ned = await member(world);
    const ann = await member(world, { phone: ned.phone });
    const { replyId } = await arrives(world, ned.phone, 'email me instead of texting');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
    expect(await pointState(world, ann.smsPoint)).toMatchObject({ state: 'suppressed' });
    expect(await replyRow(world, replyId)).toMatchObject({ state: 'waiting', meaning: 'to_email' });
  });
});

describe('by mail', () => {
  const arrivesByMail = async (body: string) => {
    const world = freshWorld();
    const ned = await member(world);
    const { replyId } = good(
      await receiveMail(
        world,
        { kind: 'provider', id: 'mail' },
        { from: ned.email, to: 'alerts@network.example', raw: mail(ned.email, body) },
      ),
    );
    return { world, ned, reply: await replyRow(world, replyId) };
  };

  test('"text me instead" closes email, leaves the number open, and one mail says so', async () => {
    const { world, ned, reply } = await arrivesByMail('Too many emails here. Text me only please.');
    expect(reply).toMatchObject({ meaning: 'to_sms' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'suppressed' });
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'active' });
    for (const page of world.pages) await sendPage(world, page);
    expect(world.mails.map(({ text }) => text)).toEqual([expect.stringContaining('Texts go on')]);
  });

  test('"stop the texts, email is fine" closes the number', async () => {
    const { world, ned } = await arrivesByMail('stop the texts. email is fine');
    expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'suppressed' });
    expect(await pointState(world, ned.emailPoint)).toMatchObject({ state: 'active' });
  });
});

test('a wrong number voids consent from that day, keeps earlier answers, and tells staff', async () => {
  const world = freshWorld();
  const ned = await member(world);
  const hb = await alert(world, [ned]);
  await texts(world, ned.phone, '2');
  const { replyId } = await arrives(world, ned.phone, 'Wrong number');
  expect(
    await rows(
      world,
      `select kind, on_date as onDate, evidence_id as evidence from consent_event where member_id = '${ned.id}' and kind = 'invalidated'`,
    ),
  ).toEqual([{ kind: 'invalidated', onDate: '2027-02-09', evidence: replyId }]);
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'invalid' });
  expect(await responseOf(world, hb.id, ned.id)).toMatchObject({ no: 2 });
  expect(await threadOf(world, ned.id)).toMatchObject({ state: 'open' });
});
