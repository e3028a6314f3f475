import { expect, test } from 'vitest';
import type { OutgoingMail } from '../../src/platform/world.ts';
import {
  bindingMail,
  isFromMailProvider,
  readMailEvent,
  resendMail,
} from '../../src/providers/mail/index.ts';

const settings = {
  mail: {
    apiKey: 're_1',
    apiBase: 'https://mail.example',
    webhookSecret: '',
    fromAddress: 'alerts@network.example',
    authservId: '',
  },
};
const mail: OutgoingMail = {
  to: 'ned@district.example',
  fromName: 'The "Network"',
  replyTo: 'r.abc@reply.example',
  subject: 'HB 203',
  text: 'Call today.',
  html: '<p>Call today.</p>',
  headers: { 'Auto-Submitted': 'auto-generated' },
  idempotencyKey: '12-1-abcd',
};

const provider = (answers: (Response | Error)[]) => {
  const asked: RequestInit[] = [];
  const port = resendMail(settings, (_url, init) => {
    const one = answers[asked.length] ?? new Error('more was asked than expected');
    asked.push(init);
    return one instanceof Error ? Promise.reject(one) : Promise.resolve(one);
  });
  return { port, asked };
};

test('a mail is one POST with its key, its reply address and its headers', async () => {
  const { port, asked } = provider([Response.json({ id: 'm1' })]);
  expect(await port.send(mail)).toEqual({ kind: 'accepted', providerId: 'm1', segments: null });
  expect(new Headers(asked[0]!.headers).get('idempotency-key')).toBe('12-1-abcd');
  expect(JSON.parse(asked[0]!.body as string)).toEqual({
    from: '"The  Network" <alerts@network.example>',
    to: ['ned@district.example'],
    reply_to: ['r.abc@reply.example'],
    subject: 'HB 203',
    text: 'Call today.',
    html: '<p>Call today.</p>',
    headers: { 'Auto-Submitted': 'auto-generated' },
    tags: [{ name: 'key', value: '12-1-abcd' }],
  });
});

test('an unclear answer is asked for once more with the same key, then called unknown', async () => {
  const again = provider([new Error('lost'), Response.json({ id: 'm1' })]);
  expect(await again.port.send(mail)).toMatchObject({ kind: 'accepted', providerId: 'm1' });
  expect(again.asked.map((init) => new Headers(init.headers).get('idempotency-key'))).toEqual([
    '12-1-abcd',
    '12-1-abcd',
  ]);
  const never = provider([new Response('', { status: 500 }), new Response('', { status: 502 })]);
  expect(await never.port.send(mail)).toMatchObject({ kind: 'unknown' });
});

test('to be asked to slow down after an unclear answer is no proof that nothing was taken', async () => {
  const { port } = provider([
    new Error('lost'),
    Response.json({ name: 'rate_limit_exceeded' }, { status: 429 }),
  ]);
  expect(await port.send(mail)).toMatchObject({ kind: 'unknown' });
});

test('a provider says whether it keeps keys', () => {
  expect(provider([]).port.keepsKeys).toBe(true);
  expect(bound(() => Promise.reject(new Error('unused'))).keepsKeys).toBe(false);
});

const said = (status: number, name: string, headers = {}) =>
  provider(
    Array.from({ length: 2 }, () => Response.json({ name, message: 'so' }, { status, headers })),
  ).port.send(mail);

test('too fast is tried later; a wrong mail is refused; a key used for other words says that the first was taken', async () => {
  expect(await said(429, 'rate_limit_exceeded', { 'retry-after': '2' })).toEqual({
    kind: 'retry',
    code: 'rate_limit_exceeded',
    afterMs: 2000,
  });
  expect(await said(409, 'concurrent_idempotent_requests')).toMatchObject({ kind: 'retry' });
  expect(await said(422, 'validation_error')).toEqual({
    kind: 'refused',
    code: 'validation_error',
    reason: 'so',
  });
  expect(await said(409, 'invalid_idempotent_request')).toMatchObject({ kind: 'unknown', taken: true });
});

const bound = (send: () => Promise<EmailSendResult>) => bindingMail({ send } as SendEmail, settings);

test('the platform’s own mail is held to the rules of production', async () => {
  const port = bound(() => Promise.resolve({ messageId: 'x1' }));
  expect(await port.send(mail)).toEqual({ kind: 'accepted', providerId: 'x1', segments: null });
  expect(await port.send({ ...mail, headers: { 'Message-ID': '<a@b>' } })).toMatchObject({
    kind: 'refused',
    code: 'E_HEADER_NOT_ALLOWED',
  });
  expect(await port.send({ ...mail, headers: { 'X-Line': 'a\r\nBcc: b' } })).toMatchObject({
    kind: 'refused',
  });
});

const failing = (code?: string) =>
  bound(() => Promise.reject(Object.assign(new Error('no'), code ? { code } : {}))).send(mail);

test('the errors of the platform’s mail are told apart', async () => {
  expect(await failing('E_RATE_LIMIT_EXCEEDED')).toMatchObject({ kind: 'retry' });
  expect(await failing('E_RECIPIENT_SUPPRESSED')).toMatchObject({
    kind: 'refused',
    code: 'E_RECIPIENT_SUPPRESSED',
  });
  expect(await failing('E_INTERNAL_SERVER_ERROR')).toMatchObject({ kind: 'unknown' });
  expect(await failing()).toMatchObject({ kind: 'unknown' });
});

const SECRET = `whsec_${btoa('test-mail-webhook-secret')}`;
const NOW = Date.UTC(2027, 1, 9, 16, 0);
const signed = async (body: string, at = NOW, id = 'msg_1') => {
  const timestamp = String(Math.floor(at / 1000));
  const key = await crypto.subtle.importKey(
    'raw',
    new TextEncoder().encode('test-mail-webhook-secret'),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  );
  const sum = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`${id}.${timestamp}.${body}`));
  return { id, timestamp, signature: `v1,${btoa(String.fromCharCode(...new Uint8Array(sum)))}` };
};

test('an event counts only with a true signature of the last five minutes', async () => {
  const body = '{"type":"email.delivered"}';
  const headers = await signed(body);
  const holds = (h: Parameters<typeof isFromMailProvider>[1], b = body) =>
    isFromMailProvider(SECRET, h, b, NOW);
  expect(await holds(headers)).toBe(true);
  expect(await holds({ ...headers, signature: `v1,AAAA ${headers.signature}` })).toBe(true);
  expect(await holds(headers, `${body} `)).toBe(false);
  expect(await holds({ ...headers, id: 'msg_2' })).toBe(false);
  expect(await holds({ ...headers, signature: undefined })).toBe(false);
  expect(await holds({ ...headers, timestamp: 'soon' })).toBe(false);
  expect(await holds(await signed(body, NOW - 6 * 60_000))).toBe(false);
  expect(await holds(await signed(body, NOW + 6 * 60_000))).toBe(false);
  expect(await holds(await signed(body, NOW - 4 * 60_000))).toBe(true);
});

const read = (tags: unknown) =>
  readMailEvent(
    JSON.stringify({
      type: 'email.bounced',
      data: { email_id: 'm1', tags, bounce: { type: 'Permanent' } },
    }),
  );

test('an event is read by the key that its mail was sent with', () => {
  const expected = { type: 'email.bounced', providerId: 'm1', idempotencyKey: '12-1-abcd', permanent: true };
  expect(read({ key: '12-1-abcd' })).toEqual(expected);
  expect(read([{ name: 'key', value: '12-1-abcd' }])).toEqual(expected);
  expect(read(null)?.idempotencyKey).toBeNull();
  expect(readMailEvent('no json')).toBeNull();
  expect(readMailEvent('{"type":"contact.created","data":{}}')).toBeNull();
});
