import { expect, test } from 'vitest';
import { twilioSms } from '../../src/providers/twilio/index.ts';

const settings = {
  twilio: {
    accountSid: 'AC1',
    authTokens: ['token'],
    messagingServiceSid: 'MG1',
    apiBase: 'https://twilio.example',
  },
};
const resource = {
  sid: 'SM1',
  from: '+14065550100',
  to: '+14065550101',
  body: 'Hello',
  status: 'delivered',
  direction: 'outbound-api',
  date_created: 'Tue, 09 Feb 2027 16:00:00 +0000',
  error_code: null,
  num_segments: '2',
  price: '-0.01660',
};
const text = {
  to: '+14065550101',
  body: 'Call today & ask',
  callbackUrl: 'https://network.example/hooks/twilio/status/x.y',
  validitySeconds: 600,
};

/** A carrier that answers with what it is given, and keeps what it was asked. */
const carrier = (answer: (url: string) => Response | Error) => {
  const asked: { url: string; init: RequestInit }[] = [];
  const sms = twilioSms(settings, (url, init) => {
    asked.push({ url, init });
    const one = answer(url);
    return one instanceof Error ? Promise.reject(one) : Promise.resolve(one);
  });
  return { sms, asked };
};
const refusing = (status: number, body: object | string, headers = {}) =>
  carrier(() => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }));

test('a text is one POST through the messaging service, with its callback and its validity', async () => {
  const { sms, asked } = carrier(() => Response.json(resource, { status: 201 }));
  expect(await sms.send(text)).toEqual({ kind: 'accepted', providerId: 'SM1', segments: 2 });
  expect(asked).toHaveLength(1);
  const { url, init } = asked[0]!;
  expect(url).toBe('https://twilio.example/2010-04-01/Accounts/AC1/Messages.json');
  expect(new Headers(init.headers).get('authorization')).toBe(`Basic ${btoa('AC1:token')}`);
  expect(Object.fromEntries(new URLSearchParams(init.body as string))).toEqual({
    To: text.to,
    MessagingServiceSid: 'MG1',
    Body: text.body,
    StatusCallback: text.callbackUrl,
    ValidityPeriod: '600',
  });
});

const outcome = (status: number, body: object | string = '', headers = {}) =>
  refusing(status, body, headers).sms.send(text);

test('only a definite no proves that nothing was taken', async () => {
  expect(await outcome(400, { code: 21610, message: 'unsubscribed' })).toEqual({
    kind: 'refused',
    code: '21610',
    reason: 'unsubscribed',
  });
  expect(await outcome(429, { code: 20429 }, { 'retry-after': '7' })).toEqual({
    kind: 'retry',
    code: '20429',
    afterMs: 7000,
  });
  expect(await outcome(429, 'busy')).toEqual({ kind: 'retry', code: 'HTTP 429', afterMs: null });
  expect(await outcome(400, { code: 21611 })).toMatchObject({ kind: 'retry', code: '21611' });
  expect(await outcome(500, { code: 20500 })).toMatchObject({ kind: 'unknown' });
  expect(await outcome(201, '<html>')).toMatchObject({ kind: 'unknown' });
});

test('a lost connection is never repeated', async () => {
  const { sms, asked } = carrier(() => new DOMException('too slow', 'TimeoutError'));
  expect(await sms.send(text)).toEqual({ kind: 'unknown', reason: 'TimeoutError' });
  expect(asked).toHaveLength(1);
});

const one = (price: string | null) => carrier(() => Response.json({ ...resource, price })).sms.message('SM1');

test('what a message cost is read to the millionth', async () => {
  expect(await one('-0.01660')).toMatchObject({ priceMicros: 16_600, segments: 2, status: 'delivered' });
  expect(await one('-0.0079')).toMatchObject({ priceMicros: 7900 });
  expect(await one('-1.5')).toMatchObject({ priceMicros: 1_500_000 });
  expect(await one(null)).toMatchObject({ priceMicros: null });
  expect(await refusing(404, {}).sms.message('SM1')).toBeNull();
  await expect(refusing(503, {}).sms.message('SM1')).rejects.toThrow('503');
});

const at = (iso: string) => new Date(Date.parse(iso)).toUTCString().replace('GMT', '+0000');

test('the list follows its pages and ends where messages get too old', async () => {
  const pages: Record<string, object> = {
    '/2010-04-01/Accounts/AC1/Messages.json': {
      messages: [{ ...resource, sid: 'SM3', date_created: at('2027-02-09T17:00:00Z') }],
      next_page_uri: '/2010-04-01/Accounts/AC1/Messages.json/2',
    },
    '/2010-04-01/Accounts/AC1/Messages.json/2': {
      messages: [
        { ...resource, sid: 'SM2', date_created: at('2027-02-09T16:30:00Z') },
        { ...resource, sid: 'SM1', date_created: at('2027-02-09T15:00:00Z') },
      ],
      next_page_uri: '/2010-04-01/Accounts/AC1/Messages.json/3',
    },
  };
  const { sms, asked } = carrier((url) => Response.json(pages[new URL(url).pathname]));
  const found = await sms.list({ to: text.to, sentAfter: Date.parse('2027-02-09T16:00:00Z') });
  expect(found.map((one) => one.providerId)).toEqual(['SM3', 'SM2']);
  expect(asked).toHaveLength(2);
  expect(new URL(asked[0]!.url).searchParams.get('To')).toBe(text.to);
});

test('a list between two instants, of every number, keeps pictures’ place; half a list is none', async () => {
  const messages = ['15:00', '16:30', '17:00'].map((hour, no) => ({
    ...resource,
    sid: `SM${no}`,
    date_created: at(`2027-02-09T${hour}:00Z`),
    ...(no === 1 ? { num_media: '1', subresource_uris: { media: '/SM1/Media.json' } } : {}),
  }));
  const { sms, asked } = carrier(() => Response.json({ messages: messages.toReversed() }));
  const found = await sms.list({
    sentAfter: Date.parse('2027-02-09T16:00:00Z'),
    sentBefore: Date.parse('2027-02-09T17:00:00Z'),
  });
  expect(found).toMatchObject([{ providerId: 'SM1', mediaList: '/SM1/Media.json' }]);
  const filter = new URL(asked[0]!.url).searchParams;
  expect(filter.has('To')).toBe(false);
  expect(filter.get('DateSent>')).toBe('2027-02-09T16:00:00Z');
  expect(filter.get('DateSent<')).toBe('2027-02-09T17:00:00Z');

  const endless = carrier(() => Response.json({ messages: [], next_page_uri: '/more.json' }));
  await expect(endless.sms.list({})).rejects.toThrow('more than');
});
