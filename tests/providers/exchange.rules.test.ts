import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { codeInWords } from '../../src/delivery/carrier-codes.ts';
import { isFromMailProvider, readMailEvent, resendMail } from '../../src/providers/mail/index.ts';
import {
  isFromTwilio,
  readForm,
  readInbound,
  readStatus,
  twilioSms,
} from '../../src/providers/twilio/index.ts';
import { ACCOUNT, MAIL_KEY, MAIL_SECRET, openDesk, SENDER, SERVICE, TOKEN, until } from '../exchange/desk.ts';

let desk: Awaited<ReturnType<typeof openDesk>>;
let sms: ReturnType<typeof twilioSms>;
let mail: ReturnType<typeof resendMail>;
beforeAll(async () => {
  desk = await openDesk();
  sms = twilioSms({
    twilio: {
      accountSid: ACCOUNT,
      authTokens: [TOKEN],
      messagingServiceSid: SERVICE,
      apiBase: desk.exchange.url,
    },
  });
  mail = resendMail({
    mail: {
      apiKey: MAIL_KEY,
      apiBase: desk.exchange.url,
      webhookSecret: MAIL_SECRET,
      fromAddress: 'alerts@network.example',
      authservId: 'mx.network.example',
    },
  });
});
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.control('DELETE', '');
  desk.worker.reset();
});

const text = (to: string) =>
  sms.send({
    to,
    body: 'Call about HB 203 today',
    callbackUrl: `${desk.worker.url}/hooks/twilio/status/token.mac`,
    validitySeconds: 600,
  });
const letter = (key: string, to = 'ned@district.example', words = 'Call today.') =>
  mail.send({
    to,
    fromName: 'Network',
    replyTo: 'r.abc@reply.example.org',
    subject: 'HB 203',
    text: words,
    html: `<p>${words}</p>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    idempotencyKey: key,
  });

test('a text is accepted, reported on with true signatures, listed and priced', async () => {
  const outcome = await text('+14065550123');
  expect(outcome.kind).toBe('accepted');
  const providerId = outcome.kind === 'accepted' ? outcome.providerId : '';
  const path = '/hooks/twilio/status/token.mac';
  const last = await until(() =>
    desk.worker.at(path).find((got) => got.form.get('MessageStatus') === 'delivered'),
  );
  const form = readForm(last.body);
  const signature = last.headers.get('x-twilio-signature') ?? undefined;
  expect(isFromTwilio([TOKEN], signature, `${desk.worker.url}${path}`, form)).toBe(true);
  expect(readStatus(form)).toEqual({ accountSid: ACCOUNT, providerId, status: 'delivered', errorCode: null });
  expect(await sms.message(providerId)).toMatchObject({
    status: 'delivered',
    segments: 1,
    priceMicros: 8300,
    direction: 'outbound-api',
  });
  expect((await sms.list({ to: '+14065550123' })).map((one) => one.providerId)).toEqual([providerId]);
  expect(await sms.message('SM00000000000000000000000000000009')).toBeNull();
});

test('each test number of the carrier is refused with a code that we have words for', async () => {
  for (const [to, code] of [
    ['+15005550001', '21211'],
    ['+15005550002', '21612'],
    ['+15005550003', '21408'],
    ['+15005550004', '21610'],
    ['+15005550009', '21614'],
  ] as const) {
    expect(await text(to)).toMatchObject({ kind: 'refused', code });
    expect(codeInWords(code)).not.toBeNull();
  }
});

const fault = (kind: string, more = {}) =>
  desk.control('POST', '/faults', { on: 'sms', kind, times: 1, ...more });

test('a fault after the carrier accepted is unknown, one before it is told apart where it can be', async () => {
  await fault('5xx-after-accept');
  expect((await text('+14065550123')).kind).toBe('unknown');
  await fault('refuse');
  expect((await text('+14065550123')).kind).toBe('unknown');
  await fault('429', { retryAfter: 3 });
  expect(await text('+14065550123')).toEqual({ kind: 'retry', code: '20429', afterMs: 3000 });
  expect(await sms.list({ to: '+14065550123' })).toHaveLength(1);
});

test('what a person texts comes signed, with what the carrier did of itself', async () => {
  await desk.control('POST', '/sms', { from: '+14065550123', body: 'STOP' });
  const [got] = desk.worker.at('/hooks/twilio/inbound');
  const form = readForm(got!.body);
  const signature = got!.headers.get('x-twilio-signature') ?? undefined;
  expect(isFromTwilio([TOKEN], signature, `${desk.worker.url}/hooks/twilio/inbound`, form)).toBe(true);
  expect(readInbound(form)).toMatchObject({
    from: '+14065550123',
    to: SENDER,
    body: 'STOP',
    optOutType: 'STOP',
  });
  expect(await text('+14065550123')).toMatchObject({ kind: 'refused', code: '21610' });
});

test('a mail is sent once under its key, and its events come signed and name the key', async () => {
  const key = '12-1-0123456789abcdef';
  const first = await letter(key);
  expect(first.kind).toBe('accepted');
  expect(await letter(key)).toEqual(first);
  expect(await letter(key, undefined, 'Other words.')).toMatchObject({ kind: 'unknown' });
  const got = await until(() =>
    desk.worker.at('/hooks/mail').find((one) => one.body.includes('email.delivered')),
  );
  const headers = {
    id: got.headers.get('svix-id') ?? '',
    timestamp: got.headers.get('svix-timestamp') ?? '',
    signature: got.headers.get('svix-signature') ?? '',
  };
  expect(await isFromMailProvider(MAIL_SECRET, headers, got.body, Number(headers.timestamp) * 1000)).toBe(
    true,
  );
  expect(readMailEvent(got.body)).toMatchObject({ type: 'email.delivered', idempotencyKey: key });
});

test('a mail whose answer was lost is asked for again under its key, and is still one mail', async () => {
  await desk.control('POST', '/faults', { on: 'mail', kind: '5xx-after-accept', times: 1 });
  expect((await letter('13-1-0123456789abcdef')).kind).toBe('accepted');
  expect(await desk.control<unknown[]>('GET', '/mail?to=ned@district.example')).toHaveLength(1);
});

test('a mailbox that does not exist is a lasting bounce', async () => {
  await letter('14-1-0123456789abcdef', 'bounce@district.example');
  const got = await until(() =>
    desk.worker.at('/hooks/mail').find((one) => one.body.includes('email.bounced')),
  );
  expect(readMailEvent(got.body)).toMatchObject({ type: 'email.bounced', permanent: true });
});
