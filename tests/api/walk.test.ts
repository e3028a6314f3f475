import { beforeAll, describe, expect, test } from 'vitest';
import { listFilers } from '../../src/lobbying/index.ts';
import type * as z from 'zod';
import { ANSWERS } from '../../src/api/answers.ts';
import { GROUPS } from '../../src/api/groups/index.ts';
import { camel, readMoment, snake } from '../../src/api/wire.ts';
import { begin } from '../../src/demo/begin.ts';
import { receiveSms } from '../../src/replies/index.ts';
import { good, staffAs, testWorld } from '../support/world.ts';
import { callerOf } from './calls.ts';

const world = testWorld();
const { call } = callerOf(world);
const endpoints = GROUPS.flatMap((group) => group.endpoints);
let key = '';
const ids: Record<string, string> = {};

const first = async (path: string, field = 'id'): Promise<string> => {
  const { json, status } = await call('GET', path, { key });
  expect(status, path).toBe(200);
  expect(json.data.length, path).toBeGreaterThan(0);
  return String(json.data.find((one: Record<string, unknown>) => one[field] !== null)[field]);
};

beforeAll(async () => {
  key = (await begin(world, 'demo')).apiKey;
  const member = (await call('GET', '/members?limit=1', { key })).json.data[0];
  Object.assign(ids, {
    '/members/{id}': member.id,
    '/members/{member_id}/contact-points/{id}': member.contact_points[0].id,
    member_id: member.id,
    nces: await first('/districts', 'nces'),
    district_nces: await first('/districts', 'nces'),
    key: 'enrollment',
    chamber_id: 'mt-lower',
    state: 'MT',
    '/imports/{id}': await first('/imports'),
    '/organizations/{id}': await first('/organizations'),
    '/officials/{id}': await first('/officials', 'official_id'),
    official_id: await first('/officials', 'official_id'),
    '/relationships/{id}': await first(`/members/${member.id}/relationships`),
    '/committees/{id}': await first('/committees'),
    committee_id: await first('/committees'),
    '/issues/{id}': await first('/issues'),
    legislative_session_id: await first('/legislative-sessions'),
    '/legislative-sessions/{id}': await first('/legislative-sessions'),
    '/bills/{id}': await first('/bills'),
    bill_id: await first('/bills'),
    '/talking-points/{id}': await first('/talking-points'),
    '/alerts/{id}': await first('/alerts'),
    alert_id: await first('/alerts'),
    '/contact-reports/{id}': await first('/contact-reports'),
    '/activities/{id}': await first('/activities'),
    '/expenses/{id}': await first('/expenses'),
    '/obligations/{id}': await first('/obligations'),
    obligation_id: await first('/obligations?state=open'),
    '/rules/{id}': await first('/rules'),
  });
  const lobbyist = good(await listFilers(world, staffAs('owner'), {})).lobbyists[0];
  const made = async (path: string, body: Record<string, unknown>) => {
    const answer = await call('POST', path, { key, body });
    expect(answer.status, answer.text).toBe(201);
    ids[`${path}/{id}`] = answer.json.id;
  };
  await made('/compensation', {
    lobbyist_id: lobbyist?.id,
    from_on: '2026-01-01',
    to_on: '2026-01-31',
    pay_cents: 100,
  });
  await made('/dues', {
    received_on: '2026-01-05',
    amount_cents: 100,
    payer_kind: 'other',
    payer: 'A payer',
  });
  await made('/asks', {
    official_ids: [ids['/officials/{id}']],
    issue_id: ids['/issues/{id}'],
    words: 'Vote no.',
  });
  await made('/candidates', {
    official_id: ids['/officials/{id}'],
    election_on: '2040-11-06',
    office: 'State Senate',
    source: 'List of filed candidates',
  });
  await made('/recurring-entries', { every: 'week', on_day: 1, kind: 'planning' });
  const texting = (await call('GET', '/members?reach=text&limit=1', { key })).json.data[0];
  good(
    await receiveSms(
      world,
      { kind: 'provider', id: 'twilio' },
      {
        providerId: 'SM1',
        from: texting.contact_points.find((one: { channel: string }) => one.channel === 'sms').address,
        to: '+14065550100',
        body: 'Who is on the committee?',
        optOutType: null,
        media: [],
        at: world.clock.now(),
      },
    ),
  );
  ids['/restorations/{id}'] = 'none';
  ids['/exports/{id}'] = 'none';
  ids.reply_id = await first('/replies');
  ids.conversation_id = await first('/conversations?show=all');
  ids['/conversations/{id}'] = ids.conversation_id;
  const filing = await call('POST', '/filings', { key, body: { obligation_id: ids.obligation_id } });
  expect(filing.status, filing.text).toBe(201);
  expect(filing.headers.get('location')).toBe(`/api/v1/filings/${filing.json.filing_id}`);
  ids['/filings/{id}'] = filing.json.filing_id;
  ids.filing_id = filing.json.filing_id;
}, 60_000);

const filled = (path: string) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const prefix = path.slice(0, path.indexOf(`{${name}}`)) + `{${name}}`;
    const value = ids[path] ?? ids[prefix] ?? ids[name];
    const one = name === 'id' ? (ids[prefix] ?? ids[path]) : (ids[name] ?? value);
    if (!one) throw new Error(`The walk has no ${name} for ${path}.`);
    return one;
  });

/** What an answer's shape promises, found in the answer: names, kinds, moments as text. */
const compared = (shape: z.ZodObject, answer: Record<string, unknown>): string[] => {
  const back = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => back(one, name));
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [camel(key), back(one, key)]));
    return (name === 'at' || name.endsWith('_at')) && typeof value === 'string' ? readMoment(value) : value;
  };
  const parsed = shape.safeParse(back(answer, ''));
  return (
    parsed.error?.issues.map((one) => `${one.path.map(String).map(snake).join('.')}: ${one.message}`) ?? []
  );
};

describe('reading the demo network', () => {
  test.each(endpoints.filter((one) => one.method === 'get'))('GET $path', async (endpoint) => {
    const { status, json, text } = await call('GET', filled(endpoint.path), { key });
    expect(status, text).toBe(200);
    if (endpoint.lists) {
      expect(Array.isArray(json.data)).toBe(true);
      expect(json).toHaveProperty('next_cursor');
    }
    const shape = ANSWERS[endpoint.answers ?? ''];
    const one = endpoint.lists ? json.data[0] : json;
    if (shape && one) expect(compared(shape, one), JSON.stringify(one)).toEqual([]);
    expect(text).not.toMatch(/"[a-z]+[A-Z]\w*":/);
    expect(text).not.toMatch(/"(at|\w+_at)":\d/);
  });

  test('a filing comes as CSV too', async () => {
    const file = await call('GET', `/filings/${ids.filing_id}.csv`, { key });
    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.text.split('\r\n').length).toBeGreaterThan(3);
    expect((await call('GET', '/filings/NOBODY.csv', { key })).status).toBe(404);
  });

  test('a list is walked to its end by cursors, each thing seen once', async () => {
    for (const path of [
      '/members',
      '/districts',
      '/officials',
      '/bills',
      '/activities',
      '/journal',
      '/issues',
      '/alerts',
    ]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      let pages = 0;
      do {
        const { json, status }: Awaited<ReturnType<typeof call>> = await call(
          'GET',
          `${path}?limit=3${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
          { key },
        );
        expect(status, path).toBe(200);
        expect(json.data.length, path).toBeLessThanOrEqual(3);
        seen.push(
          ...json.data.map((one: Record<string, unknown>) => String(one.id ?? one.nces ?? one.seat_id)),
        );
        cursor = json.next_cursor;
        pages += 1;
      } while (cursor !== null && pages < 100);
      expect(new Set(seen).size, path).toBe(seen.length);
      const whole = await call('GET', `${path}?limit=100`, { key });
      if (whole.json.next_cursor === null) expect(seen.length, path).toBe(whole.json.data.length);
    }
  });
});

// After the reading, since these take things away; the undo of an import takes most.
const writing = endpoints
  .filter((one) => one.method !== 'get')
  .toSorted((a, b) => Number(a.path === '/imports/{id}') - Number(b.path === '/imports/{id}'));
test.each(writing)('$method $path answers a minimal call', async (endpoint) => {
  const { status, text } = await call(endpoint.method.toUpperCase(), filled(endpoint.path), {
    key,
    ...(endpoint.file
      ? { raw: 'nonsense', type: endpoint.file.types[0] }
      : { body: endpoint.method === 'delete' ? undefined : {} }),
  });
  expect([200, 201, 409, 422], text).toContain(status);
});
