import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openDesk, SENDER, until } from './desk.ts';
import { answerSchema, breaches, formFields, type ApiDescription } from './openapi.ts';

const FILE = new URL('../../../shared/vectors/twilio/messages-openapi.json', import.meta.url);
const there = existsSync(FILE);
if (!there)
  console.log('Skipped: Twilio’s API description is not beside this checkout (shared/vectors/twilio).');

const LIST = '/2010-04-01/Accounts/{AccountSid}/Messages.json';
const ONE = '/2010-04-01/Accounts/{AccountSid}/Messages/{Sid}.json';

describe.skipIf(!there)('every answer obeys Twilio’s own API description', () => {
  const api = there
    ? (JSON.parse(readFileSync(FILE, 'utf8')) as ApiDescription)
    : { paths: {}, components: { schemas: {} } };

  test('creating, fetching, changing and listing, at every state of a message', async () => {
    const desk = await openDesk({ statusDelayMs: 2 });
    const seen = new Set<string>();
    for (const to of ['+14065550123', '+15005530003', '+15005530034']) {
      const response = await desk.text({ To: to, Body: 'Hello', MediaUrl: 'https://pictures.example/a.jpg' });
      const message = (await response.json()) as { sid: string; uri: string };
      expect(breaches(api, answerSchema(api, LIST, 'post', response.status), message)).toEqual([]);
      await until(async () => {
        const fetched = (await (await desk.get(message.uri)).json()) as { status: string };
        expect(breaches(api, answerSchema(api, ONE, 'get', 200), fetched)).toEqual([]);
        seen.add(fetched.status);
        return ['delivered', 'undelivered', 'failed'].includes(fetched.status);
      });
    }
    expect([...seen]).toEqual(expect.arrayContaining(['delivered', 'undelivered', 'failed']));

    await desk.control('POST', '/sms', { from: '+14065550123', body: 'STOP' });
    for (const query of [{}, { To: SENDER }, { PageSize: '2', Page: '1' }, { To: '+14065550199' }]) {
      const listed = await desk.list(query as Record<string, string>);
      expect(breaches(api, answerSchema(api, LIST, 'get', 200), listed)).toEqual([]);
    }
    await desk.stop();
  });

  test('redacting and canceling', async () => {
    const desk = await openDesk({ statusDelayMs: 5000 });
    const { sid } = await desk.texted({ To: '+14065550123', Body: 'Hello' });
    const response = await fetch(`${desk.account}/Messages/${sid}.json`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`AC${'0'.repeat(32)}:a-token-for-tests`).toString('base64')}`,
      },
      body: new URLSearchParams({ Status: 'canceled', Body: '' }),
    });
    const changed = (await response.json()) as { status: string; body: string };
    expect(breaches(api, answerSchema(api, ONE, 'post', response.status), changed)).toEqual([]);
    expect(changed).toMatchObject({ status: 'canceled', body: '' });
    await desk.stop();
  });

  test('the fields it reads are fields that Twilio takes', () => {
    const fields = formFields(api, LIST, 'post');
    const read = [
      'To',
      'From',
      'MessagingServiceSid',
      'Body',
      'StatusCallback',
      'ValidityPeriod',
      'MediaUrl',
      'ScheduleType',
      'SendAt',
    ];
    expect(read.filter((field) => !fields.includes(field))).toEqual([]);
  });

  test('the check itself sees a wrong answer', () => {
    const schema = answerSchema(api, LIST, 'post', 201);
    const found = breaches(api, schema, { sid: 'SM1', status: 'lost', error_code: '30003', extra: 1 });
    expect(found).toContain('$.body is missing');
    expect(found).toContain('$.error_code is not integer');
    expect(found).toContain('$.extra is unknown to Twilio');
    expect(found.some((fault) => fault.startsWith('$.sid breaks'))).toBe(true);
    expect(found.some((fault) => fault.startsWith('$.status is not one of'))).toBe(true);
  });
});
