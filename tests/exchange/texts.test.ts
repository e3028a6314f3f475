import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDesk, SENDER, SERVICE, until } from './desk.ts';

interface Row {
  sid: string;
  direction: string;
  by: string;
  body: string;
  status: string;
  statuses: { status: string; told: number | string | null }[];
  segments: number;
  price_micros: number | null;
  error_code: number | null;
}

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());
beforeEach(async () => {
  await desk.control('DELETE', '');
  desk.worker.reset();
});

const PERSON = '+14065550123';
const rows = (to: string) => desk.control<Row[]>('GET', `/messages?to=${encodeURIComponent(to)}`);
const hooks = (path: string) => desk.worker.at(path).map(({ form }) => form.get('MessageStatus'));

const texts = (body: string, more = {}) =>
  desk.control<Row & { webhook_status: number | null }>('POST', '/sms', { from: PERSON, body, ...more });

const day = (shift: number) => new Date(Date.now() + shift * 86_400_000).toISOString().slice(0, 10);

describe('a text through the messaging service', () => {
  test('is accepted first, then queued, sent and delivered, each told once and in order', async () => {
    const callback = `${desk.worker.url}/hooks/twilio/status/token-1?x=it's`;
    const answer = await desk.texted({ To: PERSON, Body: 'Call the committee', StatusCallback: callback });
    expect(answer).toMatchObject({ status: 'accepted', num_segments: '0', price: null, from: SENDER });
    await until(() => hooks('/hooks/twilio/status').length === 4);
    expect(hooks('/hooks/twilio/status')).toEqual(['queued', 'sending', 'sent', 'delivered']);
    const told = desk.worker.at('/hooks/twilio/status');
    expect(told.every(({ signed }) => signed)).toBe(true);
    expect(told[0]!.form.get('MessageSid')).toBe(answer.sid);
    expect(told[0]!.form.get('MessagingServiceSid')).toBe(SERVICE);
    const [row] = await rows(PERSON);
    expect(row).toMatchObject({ status: 'delivered', segments: 1, price_micros: 8300 });
    expect(row!.statuses.map(({ status }) => status)).toEqual([
      'accepted',
      'queued',
      'sending',
      'sent',
      'delivered',
    ]);
  });

  test('costs by the segment once it was sent', async () => {
    const { sid } = await desk.texted({ To: PERSON, Body: 'a’'.repeat(40) });
    const shown = await until(async () => {
      const { messages } = await desk.list({ To: PERSON });
      return messages.find((message) => message.sid === sid && message.status === 'delivered');
    });
    expect(shown).toMatchObject({ num_segments: '2', price: '-0.01660', price_unit: 'USD' });
  });

  test('sent from a number without the service begins as queued', async () => {
    expect(await desk.texted({ From: SENDER, To: PERSON, Body: 'Hello' })).toMatchObject({
      status: 'queued',
      messaging_service_sid: null,
      num_segments: '1',
    });
  });
});

describe('a request is refused', () => {
  const cases: [string, Record<string, string>, number, number][] = [
    ['without To', { Body: 'Hello' }, 400, 21604],
    ['without a sender', { To: PERSON, Body: 'Hello', From: '', MessagingServiceSid: '' }, 400, 21603],
    ['without words', { To: PERSON }, 400, 21602],
    ['above 1600 characters', { To: PERSON, Body: 'a'.repeat(1601) }, 400, 21617],
    ['to what is no number', { To: '4065550123', Body: 'Hello' }, 400, 21211],
    ['to a number too short', { To: '+1406555', Body: 'Hello' }, 400, 21211],
    ['to another country', { To: '+442071838750', Body: 'Hello' }, 400, 21408],
    [
      'for a service unknown',
      { To: PERSON, Body: 'Hello', MessagingServiceSid: `MG${'1'.repeat(32)}` },
      404,
      21701,
    ],
    ['for a service misspelled', { To: PERSON, Body: 'Hello', MessagingServiceSid: 'MG1' }, 400, 21705],
    [
      'with a callback that is no address',
      { To: PERSON, Body: 'Hello', StatusCallback: 'nowhere' },
      400,
      21609,
    ],
    ['with a validity over ten hours', { To: PERSON, Body: 'Hello', ValidityPeriod: '36001' }, 400, 21624],
    ['from a number not ours', { To: PERSON, Body: 'Hello', From: '+14065550177' }, 400, 21606],
    ['to the magic invalid number', { To: '+15005550001', Body: 'Hello' }, 400, 21211],
    ['to the magic unroutable number', { To: '+15005550002', Body: 'Hello' }, 400, 21612],
    ['to the magic foreign number', { To: '+15005550003', Body: 'Hello' }, 400, 21408],
    ['to the magic stopped number', { To: '+15005550004', Body: 'Hello' }, 400, 21610],
    ['to the magic landline', { To: '+15005550009', Body: 'Hello' }, 400, 21614],
    ['from the magic invalid number', { To: PERSON, Body: 'Hello', From: '+15005550001' }, 400, 21212],
    ['from the magic unowned number', { To: PERSON, Body: 'Hello', From: '+15005550007' }, 400, 21606],
    ['from the magic full number', { To: PERSON, Body: 'Hello', From: '+15005550008' }, 400, 21611],
  ];
  test.each(cases)('%s', async (_, form, status, code) => {
    const response = await desk.text(form);
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({
      code,
      message: expect.any(String) as string,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
      status,
    });
    expect(await desk.control('GET', '/messages')).toEqual([]);
  });

  test('without the account’s name and token', async () => {
    const response = await desk.text({ To: PERSON, Body: 'Hello' }, { headers: {} });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: 20003, status: 401 });
  });

  test('above the rate that was set, and taken again a second later', async () => {
    const slow = await openDesk({ ratePerSecond: 3 });
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => slow.text({ To: PERSON, Body: 'Hello' })));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 201, 429, 429]);
    const late = answers.find(({ status }) => status === 429)!;
    expect(await late.json()).toMatchObject({ code: 20429 });
    expect(late.headers.get('twilio-concurrent-requests')).toMatch(/^\d+$/);
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect((await slow.text({ To: PERSON, Body: 'Hello' })).status).toBe(201);
    await slow.stop();
  });
});

describe('a text accepted and not delivered', () => {
  test.each([
    ['+15005530003', 'undelivered', 30003],
    ['+15005530007', 'undelivered', 30007],
    ['+15005530034', 'failed', 30034],
  ])('to %s ends %s with its code', async (to, status, code) => {
    const StatusCallback = `${desk.worker.url}/hooks/twilio/status/t`;
    await desk.text({ To: to, Body: 'Hello', StatusCallback });
    const end = await until(() =>
      desk.worker.received.find(({ form }) => form.get('MessageStatus') === status),
    );
    expect(end.form.get('ErrorCode')).toBe(String(code));
    const { messages } = await desk.list({ To: to });
    expect(messages[0]).toMatchObject({ status, error_code: code });
  });

  test('to a carrier that gives no receipt stays sent', async () => {
    const StatusCallback = `${desk.worker.url}/hooks/twilio/status/t`;
    await desk.text({ To: '+15005530000', Body: 'Hello', StatusCallback });
    await until(() => hooks('/hooks').includes('sent'));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(hooks('/hooks').at(-1)).toBe('sent');
  });
});

describe('the list of messages', () => {
  test('is newest first, by number, and pages without loss while new ones arrive', async () => {
    for (const body of ['one', 'two', 'three', 'four', 'five']) await desk.text({ To: PERSON, Body: body });
    await desk.text({ To: '+14065550199', Body: 'another' });
    const first = await desk.list({ To: PERSON, PageSize: '2' });
    expect(first.messages.map(({ body }) => body)).toEqual(['five', 'four']);
    await desk.text({ To: PERSON, Body: 'six' });
    const second = (await (await desk.get(first.next_page_uri!)).json()) as typeof first;
    const third = (await (await desk.get(second.next_page_uri!)).json()) as typeof first;
    expect([...second.messages, ...third.messages].map(({ body }) => body)).toEqual(['three', 'two', 'one']);
    expect(third.next_page_uri).toBeNull();
  });

  test('is filtered by the day sent, and by date knows nothing of what is not yet sent', async () => {
    await desk.control('POST', '/sms', { from: PERSON, body: 'Hello' });
    const count = async (query: Record<string, string>) =>
      (await desk.list({ From: PERSON, ...query })).messages.length;
    expect(await count({ DateSent: day(0) })).toBe(1);
    expect(await count({ DateSent: day(-1) })).toBe(0);
    expect(await count({ 'DateSent>': day(0) })).toBe(1);
    expect(await count({ 'DateSent>': day(1) })).toBe(0);
    expect(await count({ 'DateSent<': day(0) })).toBe(1);
    expect(await count({ 'DateSent<': day(-1) })).toBe(0);
    const slow = await openDesk({ statusDelayMs: 5000 });
    await slow.text({ To: PERSON, Body: 'waiting' });
    expect((await slow.list({ To: PERSON, DateSent: day(0) })).messages).toEqual([]);
    expect((await slow.list({ To: PERSON })).messages).toHaveLength(1);
    await slow.stop();
  });

  test('answers 404 for a message unknown', async () => {
    const response = await desk.get(
      `/2010-04-01/Accounts/AC${'0'.repeat(32)}/Messages/SM${'1'.repeat(32)}.json`,
    );
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ code: 20404 });
  });
});

describe('a person texts', () => {
  test('and the Worker gets Twilio’s form, signed', async () => {
    const sent = await texts('Called Sen. Doe, leaning no');
    expect(sent).toMatchObject({ direction: 'inbound', webhook_status: 200 });
    const [got] = desk.worker.at('/hooks/twilio/inbound');
    expect(got!.signed).toBe(true);
    expect(Object.fromEntries(got!.form)).toMatchObject({
      MessageSid: sent.sid,
      SmsSid: sent.sid,
      From: PERSON,
      To: SENDER,
      Body: 'Called Sen. Doe, leaning no',
      NumMedia: '0',
      NumSegments: '1',
      MessagingServiceSid: SERVICE,
    });
    expect(got!.form.has('OptOutType')).toBe(false);
    expect((await desk.list({ To: SENDER })).messages[0]).toMatchObject({
      direction: 'inbound',
      status: 'received',
    });
  });

  test('a picture, and its address and type travel with it', async () => {
    await texts('', { media: ['https://pictures.example/a.jpg'] });
    const { form } = desk.worker.at('/hooks/twilio/inbound')[0]!;
    expect([form.get('NumMedia'), form.get('MediaUrl0'), form.get('MediaContentType0')]).toEqual([
      '1',
      'https://pictures.example/a.jpg',
      'image/jpeg',
    ]);
  });

  test.each(['STOP', ' stop ', 'Unsubscribe', 'END', 'quit', 'CANCEL', 'REVOKE', 'OPTOUT', 'stopall'])(
    '%j and is texted no more until START',
    async (word) => {
      await texts(word);
      expect(desk.worker.at('/hooks/twilio/inbound')[0]!.form.get('OptOutType')).toBe('STOP');
      const refused = await desk.texted({ To: PERSON, Body: 'Hello' });
      expect(refused.code).toBe(21610);
      expect(await rows(PERSON)).toMatchObject([{ by: 'carrier', direction: 'outbound-reply' }]);
      await texts('Start');
      expect(desk.worker.at('/hooks/twilio/inbound')[1]!.form.get('OptOutType')).toBe('START');
      expect((await desk.texted({ To: PERSON, Body: 'Hello' })).status).toBe('accepted');
    },
  );

  test.each(['Stop HB 203', 'YES', 'stop it please'])('%j and nothing is stopped', async (words) => {
    await texts(words);
    expect(desk.worker.at('/hooks/twilio/inbound')[0]!.form.has('OptOutType')).toBe(false);
    expect((await desk.texted({ To: PERSON, Body: 'Hello' })).status).toBe('accepted');
  });

  test('HELP and the carrier answers', async () => {
    await texts('HELP');
    expect(desk.worker.at('/hooks/twilio/inbound')[0]!.form.get('OptOutType')).toBe('HELP');
    expect((await rows(PERSON))[0]).toMatchObject({ by: 'carrier' });
  });

  test('and the Worker’s TwiML words are texted back', async () => {
    desk.worker.answerBy(() => new Response('<Response><Message>Thanks &amp; noted</Message></Response>'));
    await texts('1');
    expect(await rows(PERSON)).toMatchObject([{ body: 'Thanks & noted', by: 'network' }]);
  });

  test('and a Worker that fails is not asked again, but the list still knows the text', async () => {
    desk.worker.answerBy(() => new Response('broken', { status: 500 }));
    expect((await texts('1')).webhook_status).toBe(500);
    expect(desk.worker.at('/hooks/twilio/inbound')).toHaveLength(1);
    expect((await desk.list({ To: SENDER })).messages).toHaveLength(1);
  });

  test('and a Worker that cannot be reached is tried twice', async () => {
    const lonely = await openDesk({ workerUrl: 'http://127.0.0.1:1', publicUrl: 'https://network.example' });
    const sent = await lonely.control<{ webhook: { url: string; failed: string }[] }>('POST', '/sms', {
      from: PERSON,
      body: '1',
    });
    expect(sent.webhook.map(({ url }) => url)).toEqual(
      Array(2).fill('https://network.example/hooks/twilio/inbound'),
    );
    expect(sent.webhook[0]!.failed).toContain('ECONNREFUSED');
    await lonely.stop();
  });
});

test('webhooks for the public address are signed for it and delivered where the Worker listens', async () => {
  const far = await openDesk({ publicUrl: 'https://network.example' });
  far.worker.knownAs('https://network.example');
  await far.control('POST', '/sms', { from: PERSON, body: '1' });
  await far.text({
    To: PERSON,
    Body: 'Hello',
    StatusCallback: 'https://network.example/hooks/twilio/status/t',
  });
  await until(() => far.worker.received.length === 5);
  expect(far.worker.received.every(({ signed }) => signed)).toBe(true);
  await far.stop();
});
