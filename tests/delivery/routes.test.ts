import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { deliveryRoutes, hookRoutes, launchAlert, sendPage } from '../../src/delivery/index.ts';
import type { InboundSms } from '../../src/delivery/index.ts';
import { signToken } from '../../src/platform/tokens.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { TEST_SETTINGS } from '../support/settings.ts';
import { good, staffAs, testWorld } from '../support/world.ts';
import { addPeople, approvedAlert, buildNetwork, crowd, rowsOf } from './network.ts';

const world = testWorld();
const received: Parameters<InboundSms['receive']>[1][] = [];
world.inboundSms = {
  receive: (_world, text) => {
    received.push(text);
    return Promise.resolve();
  },
};
const app = new Hono<AppEnv>();
app.use(async (c, next) => {
  c.set('world', world);
  await next();
});
app.route('/', hookRoutes);
app.route('/', deliveryRoutes);

beforeAll(buildNetwork);
beforeEach(() => {
  received.length = 0;
  world.reports.length = 0;
});

const ACCOUNT = TEST_SETTINGS.TWILIO_ACCOUNT_SID;
const post = (
  path: string,
  form: Record<string, string>,
  more: { signature?: string; host?: string; token?: string } = {},
) =>
  app.request(`${more.host ?? 'https://worker.internal'}${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature':
        more.signature ??
        getExpectedTwilioSignature(
          more.token ?? TEST_SETTINGS.TWILIO_AUTH_TOKEN,
          `${TEST_SETTINGS.PUBLIC_URL}${path}`,
          form,
        ),
    },
    body: new URLSearchParams(form).toString(),
  });
const text = { AccountSid: ACCOUNT, MessageSid: 'SM1', From: '+14065550101', To: '+14065550100', Body: '1' };

test('a signed text is taken in before the carrier is told so, and the answer sends nothing', async () => {
  const response = await post('/hooks/twilio/inbound', { ...text, OptOutType: 'STOP' });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/xml');
  expect(await response.text()).toContain('<Response/>');
  expect(received).toEqual([
    {
      providerId: 'SM1',
      from: text.From,
      to: text.To,
      body: '1',
      optOutType: 'STOP',
      media: [],
      at: world.clock.now(),
    },
  ]);
});

test('an unsigned, wrongly signed, altered or foreign text is refused and changes nothing', async () => {
  const path = '/hooks/twilio/inbound';
  const signature = getExpectedTwilioSignature(
    TEST_SETTINGS.TWILIO_AUTH_TOKEN,
    `${TEST_SETTINGS.PUBLIC_URL}${path}`,
    text,
  );
  const refused = [
    await app.request(path, { method: 'POST', body: new URLSearchParams(text) }),
    await post(path, text, { signature: '' }),
    await post(path, text, { token: 'another-token' }),
    await post(path, { ...text, Body: '2' }, { signature }),
    await post(`${path}?more=1`, text, { signature }),
    await post(path, { ...text, AccountSid: 'AC00000000000000000000000000000002' }),
  ];
  expect(refused.map((response) => response.status)).toEqual([403, 403, 403, 403, 403, 403]);
  expect(received).toEqual([]);
});

test('a text that could not be stored is not acknowledged', async () => {
  const failing = new Hono<AppEnv>();
  failing.use(async (c, next) => {
    c.set('world', { ...world, inboundSms: { receive: () => Promise.reject(new Error('no database')) } });
    await next();
  });
  failing.route('/', hookRoutes);
  const form = new URLSearchParams(text);
  const response = await failing.request('/hooks/twilio/inbound', {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': getExpectedTwilioSignature(
        TEST_SETTINGS.TWILIO_AUTH_TOKEN,
        `${TEST_SETTINGS.PUBLIC_URL}/hooks/twilio/inbound`,
        text,
      ),
    },
    body: form.toString(),
  });
  expect(response.status).toBe(503);
});

test('the fallback address takes a text by the same signature and the same rule', async () => {
  const path = '/hooks/twilio/inbound/fallback';
  expect((await post(path, text)).status).toBe(200);
  expect(received).toMatchObject([{ providerId: 'SM1' }]);
  expect((await post(path, text, { signature: 'wrong' })).status).toBe(403);
  expect(received).toHaveLength(1);
});

test('while the queue refuses, a report goes to the database; while both do, it is to be sent again', async () => {
  await addPeople(world, crowd('q', 1));
  const { id } = await approvedAlert(world, ['q0000']);
  good(await launchAlert(world, staffAs('director'), { id }));
  const row = (await rowsOf(id)).find((one) => one.channel === 'sms');
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  const token = await signToken(world.settings.linkSecrets[0], 'status', `${row!.id}.1`);
  const status = { AccountSid: ACCOUNT, MessageSid: 'SM1', MessageStatus: 'delivered' };
  const { send } = world.events;
  const { record } = world.db;
  world.events.send = () => Promise.reject(new Error('the queue is down'));
  world.db.record = () => Promise.reject(new Error('D1 is overloaded'));
  expect((await post(`/hooks/twilio/status/${token}`, status)).status).toBe(503);
  world.db.record = record;
  expect((await post(`/hooks/twilio/status/${token}`, status)).status).toBe(204);
  expect((await rowsOf(id)).find((one) => one.id === row!.id)).toMatchObject({ state: 'delivered' });
  world.events.send = send;
  world.db.record = () => Promise.reject(new Error('D1 is overloaded'));
  expect((await post(`/hooks/twilio/status/${token}`, status)).status).toBe(204);
  world.db.record = record;
});

test('a status report counts by its signature and by the delivery that its address names', async () => {
  const status = {
    AccountSid: ACCOUNT,
    MessageSid: 'SM1',
    MessageStatus: 'delivered',
    To: text.From,
    From: text.To,
  };
  const token = await signToken(world.settings.linkSecrets[0], 'status', '12.3');
  const path = `/hooks/twilio/status/${token}`;
  expect((await post(path, status)).status).toBe(204);
  expect(world.reports).toEqual([
    {
      kind: 'sms.status',
      body: {
        deliveryId: 12,
        attempt: 3,
        providerId: 'SM1',
        status: 'delivered',
        errorCode: null,
        said: { AccountSid: ACCOUNT, MessageSid: 'SM1', MessageStatus: 'delivered' },
      },
    },
  ]);
  expect(JSON.stringify(world.reports)).not.toContain('+1406');
  const forged = await signToken('another-secret', 'status', '12.3');
  const otherUse = await signToken(world.settings.linkSecrets[0], 'unsubscribe', '12.3');
  const refused = [
    await post(path, status, { signature: 'wrong' }),
    await post(path, { ...status, AccountSid: 'AC2' }),
    await post(`/hooks/twilio/status/${forged}`, status),
    await post(`/hooks/twilio/status/${otherUse}`, status),
  ];
  expect(refused.map((response) => response.status)).toEqual([403, 403, 403, 403]);
  expect(world.reports).toHaveLength(1);
});

const svix = async (body: string, secret = TEST_SETTINGS.MAIL_WEBHOOK_SECRET, at = world.clock.now()) => {
  const bytes = Uint8Array.from(atob(secret.replace('whsec_', '')), (c) => c.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const timestamp = String(Math.floor(at / 1000));
  const sum = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(`msg_1.${timestamp}.${body}`));
  return {
    'svix-id': 'msg_1',
    'svix-timestamp': timestamp,
    'svix-signature': `v1,${btoa(String.fromCharCode(...new Uint8Array(sum)))}`,
  };
};

test('a mail event counts only when signed, and lately', async () => {
  const body = JSON.stringify({
    type: 'email.bounced',
    data: {
      email_id: 'm1',
      to: ['ned@valier.example'],
      tags: { key: '12-1-abcd' },
      bounce: { type: 'Permanent' },
    },
  });
  const send = async (headers: Record<string, string>) =>
    (await app.request('/hooks/mail', { method: 'POST', headers, body })).status;
  expect(await send(await svix(body))).toBe(204);
  expect(world.reports).toEqual([
    {
      kind: 'mail.event',
      body: {
        eventId: 'msg_1',
        type: 'email.bounced',
        providerId: 'm1',
        idempotencyKey: '12-1-abcd',
        permanent: true,
        said: {
          type: 'email.bounced',
          data: { email_id: 'm1', tags: { key: '12-1-abcd' }, bounce: { type: 'Permanent' } },
        },
      },
    },
  ]);
  expect(await send({})).toBe(403);
  expect(await send(await svix(body, `whsec_${btoa('another')}`))).toBe(403);
  expect(await send(await svix(`${body} `))).toBe(403);
  expect(await send(await svix(body, undefined, world.clock.now() - 10 * 60_000))).toBe(403);
  expect(world.reports).toHaveLength(1);
});

const suppressions = async () => (await env.DB.prepare(`select reason from suppression`).all()).results;

/** Where the mail of one new person is unsubscribed. */
const unsubscribePath = async (letter: string) => {
  await addPeople(world, crowd(letter, 1));
  const { id } = await approvedAlert(world, [`${letter}0000`]);
  good(await launchAlert(world, staffAs('director'), { id }));
  const [row] = (await rowsOf(id)).filter((one) => one.channel === 'email');
  await sendPage(world, { fromId: row!.id, toId: row!.id });
  return new URL(world.mails.at(-1)!.headers['List-Unsubscribe']!.slice(1, -1)).pathname;
};

test('looking at an unsubscribe link changes nothing; one click closes the address, as often as it is sent', async () => {
  const path = await unsubscribePath('a');
  const page = await app.request(path);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain(`action="${path}"`);
  expect((await app.request(path, { method: 'HEAD' })).status).toBe(200);
  expect(await suppressions()).toEqual([]);

  const click = () =>
    app.request(path, { method: 'POST', body: new URLSearchParams('List-Unsubscribe=One-Click') });
  const first = await click();
  expect(first.status).toBe(200);
  expect(await suppressions()).toEqual([{ reason: 'unsubscribed' }]);
  expect((await click()).status).toBe(200);
  expect(await suppressions()).toHaveLength(1);
});

test('the button of the unsubscribe page, pressed at once as scanners do, closes nothing; pressed again by a reader it does', async () => {
  const before = (await suppressions()).length;
  const path = await unsubscribePath('b');
  const press = async (page: string) => {
    const shown = /name="shown" value="([^"]+)"/.exec(page)?.[1] ?? '';
    return (await app.request(path, { method: 'POST', body: new URLSearchParams({ shown }) })).text();
  };
  const page = await (await app.request(path)).text();
  world.passTime(1_000);
  const again = await press(page);
  expect(again).toContain('Press once more');
  expect(await suppressions()).toHaveLength(before);
  world.passTime(2_000);
  expect(await press(again)).toContain('You will get no more email');
  expect(await suppressions()).toHaveLength(before + 1);
});

test('an unsubscribe link that is not ours closes nothing and says so', async () => {
  const before = await suppressions();
  for (const method of ['GET', 'POST']) {
    const answer = await app.request('/u/MTQ1.bm90IG91cnM', { method });
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining('Nothing has changed'),
    ]);
  }
  expect(await suppressions()).toEqual(before);
});
