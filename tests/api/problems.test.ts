import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { FAILURES } from '../../src/api/problem-details.ts';
import { app } from '../../src/app.tsx';
import { addOrganization } from '../../src/people/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { PROBLEM_STATUS } from '../../src/platform/problem.ts';
import { good, testWorld } from '../support/world.ts';
import { callerOf, type Answered } from './calls.ts';

const world = testWorld();
const { call, keyFor } = callerOf(world);
let key = '';
let organizationId = '';

beforeAll(async () => {
  key = await keyFor('owner');
  organizationId = good(
    await addOrganization(world, SYSTEM, { name: 'Association', shortName: 'A', kind: 'association' }),
  ).id;
});

const isProblem = (answer: Answered, failure: keyof typeof FAILURES) => {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toMatchObject({ type: `/api/docs#${failure}`, ...FAILURES[failure] });
  expect(answer.status).toBe(FAILURES[failure].status);
  expect(answer.json.detail).toMatch(/^[A-Z].*[.]$/);
};

test('a verb’s problem has the same status here as on a page', () => {
  for (const [kind, status] of Object.entries(PROBLEM_STATUS))
    expect(FAILURES[kind as keyof typeof PROBLEM_STATUS].status, kind).toBe(status);
});

test('an address that is not there is not found; another method is told which ones there are', async () => {
  isProblem(await call('GET', '/nowhere', { key }), 'missing');
  isProblem(await call('GET', '/api/nowhere'), 'missing');
  isProblem(await call('GET', '/members/NOBODY', { key }), 'missing');
  isProblem(await call('POST', '/imports/nonsense', { key, raw: 'x', type: 'text/csv' }), 'method');
  const wrong = await call('DELETE', '/members', { key });
  isProblem(wrong, 'method');
  expect(wrong.headers.get('allow')).toBe('GET, POST');
});

test('a body that is no JSON, or not said to be, is refused as such', async () => {
  for (const raw of ['{', '{"name":}', 'name=x', '\u0000', new Uint8Array([0x7b, 0xff, 0x7d])]) {
    isProblem(await call('POST', '/regions', { key, raw }), 'malformed');
  }
  isProblem(
    await call('POST', '/regions', { key, raw: 'name=x', type: 'application/x-www-form-urlencoded' }),
    'media',
  );
  isProblem(await call('POST', '/imports/members', { key, raw: 'a,b', type: 'application/json' }), 'media');
  for (const body of [[], 'text', 3, null])
    isProblem(await call('POST', '/regions', { key, body }), 'invalid');
});

test('an unknown field is refused and named, at any depth, in any spelling', async () => {
  const fieldsOf = async (path: string, body: unknown, method = 'POST') => {
    const answer = await call(method, path, { key, body });
    isProblem(answer, 'invalid');
    return answer.json.fields.map((one: { field: string }) => one.field);
  };
  expect(await fieldsOf('/regions', { name: 'X', colour: 'red' })).toEqual(['colour']);
  expect(await fieldsOf('/issues', { name: 'X', Summary: '' })).toEqual(['Summary']);
  expect(await fieldsOf('/regions', JSON.parse('{"name":"X","__proto__":{"a":1}}'))).toEqual(['__proto__']);
  // The verbs' own spelling is not the API's.
  expect(await fieldsOf('/members', { firstName: 'Lena' })).toEqual(['firstName']);
  expect(
    await fieldsOf('/alerts', {
      kind: 'update',
      title: 'X',
      organization_id: organizationId,
      audience: { kinds: ['superintendent'], colours: ['red'] },
    }),
  ).toEqual(['audience.colours']);
  expect(await fieldsOf('/members/M1', { id: 'M2' }, 'PATCH')).toEqual(['id']);
  expect((await call('GET', '/regions', { key })).json.data).toEqual([]);
});

test('unknown parameters and wrong values are refused and named', async () => {
  const fieldOf = async (path: string) => {
    const answer = await call('GET', path, { key });
    isProblem(answer, 'invalid');
    return answer.json.fields[0];
  };
  expect((await fieldOf('/members?colour=red')).field).toBe('colour');
  expect((await fieldOf('/members?organizationId=x')).field).toBe('organizationId');
  expect((await fieldOf('/members?limit=many')).field).toBe('limit');
  expect((await fieldOf('/members?limit=0')).field).toBe('limit');
  expect((await fieldOf('/members?limit=1&limit=2')).field).toBe('limit');
  expect((await fieldOf('/members?kind=mayor')).field).toBe('kind');
  expect((await fieldOf('/regions?limit=0')).field).toBe('limit');
  expect((await fieldOf('/regions?cursor=x')).field).toBe('cursor');
  expect((await fieldOf('/journal?from=yesterday')).field).toBe('from');
  expect((await fieldOf('/alerts?states=draft,lost')).field).toBe('states.1');
  expect((await call('GET', '/alerts?states=draft,open', { key })).status).toBe(200);
  const onPost = await call('POST', '/regions?dry_run=1', { key, body: { name: 'X' } });
  expect([onPost.status, onPost.json.fields[0].field]).toEqual([422, 'dry_run']);
});

test('wrong types and values are named as the caller wrote them', async () => {
  const member = await call('POST', '/members', {
    key,
    body: { first_name: 3, last_name: '', kind: 'mayor', sms_consent_on: 'soon', email_is_public: 'yes' },
  });
  isProblem(member, 'invalid');
  expect(member.json.fields.map((one: { field: string }) => one.field)).toEqual([
    'first_name',
    'last_name',
    'kind',
    'email_is_public',
    'sms_consent_on',
  ]);
  const deep = await call('POST', '/alerts', {
    key,
    body: {
      kind: 'action',
      title: 'X',
      organization_id: organizationId,
      questions: [
        {
          prompt: 'X',
          options: [
            { no: 1, label: 'Stop' },
            { no: 1, label: 'No' },
          ],
        },
      ],
    },
  });
  expect(deep.json.fields.map((one: { field: string }) => one.field)).toContain(
    'questions.0.options.0.label',
  );
  let nested: unknown = [];
  for (let depth = 0; depth < 5000; depth += 1) nested = [nested];
  isProblem(await call('POST', '/regions', { key, body: { name: nested } }), 'invalid');
});

const draft = (deadline_at: unknown) =>
  call('POST', '/alerts', {
    key,
    body: { kind: 'update', title: 'X', organization_id: organizationId, deadline_at },
  });

test('moments are read and written as ISO 8601, and nothing else', async () => {
  const made = await draft('2027-02-12T09:30:00-07:00');
  expect([made.status, made.json.deadline_at]).toEqual([201, '2027-02-12T16:30:00.000Z']);
  expect(made.headers.get('location')).toBe(`/api/v1/alerts/${made.json.id}`);
  for (const wrong of ['2027-02-30T09:30:00Z', '2027-02-12', 1802442600000, 'soon', '2027-02-12T09:30:00']) {
    const answer = await draft(wrong);
    isProblem(answer, 'invalid');
    expect(answer.json.fields).toEqual([
      { field: 'deadline_at', message: 'Write the time as 2027-02-09T16:00:00Z.' },
    ]);
  }
});

test('somebody was first, and a rule says no, are told apart', async () => {
  const alert = (
    await call('POST', '/alerts', {
      key,
      body: { kind: 'update', title: 'Y', organization_id: organizationId },
    })
  ).json;
  const first = await call('PATCH', `/alerts/${alert.id}`, {
    key,
    body: { revision: alert.revision, title: 'Z' },
  });
  expect(first.status).toBe(200);
  isProblem(
    await call('PATCH', `/alerts/${alert.id}`, { key, body: { revision: alert.revision, title: 'W' } }),
    'conflict',
  );
  const address = { channel: 'email', address: 'lena.marsh@district.example' };
  expect(
    (await call('POST', '/suppressions', { key, body: { ...address, reason: 'unsubscribed' } })).status,
  ).toBe(200);
  const refused = await call('POST', '/suppressions/release', { key, body: address });
  isProblem(refused, 'refused');
  expect(refused.json.rule).toBe('consent.suppressed');
});

test('a fault of ours says nothing of itself, and is logged', async () => {
  const all = world.db.all.bind(world.db);
  world.db.all = () => Promise.reject(new Error('D1 is away: secret detail'));
  const answer = await call('GET', '/regions', { key });
  world.db.all = all;
  isProblem(answer, 'fault');
  expect(answer.text).not.toContain('secret');
  expect(world.logged.at(-1)).toMatchObject({
    event: 'api.failed',
    values: 'Error: D1 is away: secret detail',
  });
});

test('an answer is asked for by HEAD without a body', async () => {
  const answer = await call('HEAD', '/regions', { key });
  expect([answer.status, answer.text]).toEqual([200, '']);
});

test('more than 10 MB is refused before it is read, as a problem', async () => {
  const headers = { 'content-type': 'text/csv', 'content-length': String(11 * 1024 * 1024) };
  const answer = await app.request('/api/v1/imports/members', { method: 'POST', headers, body: 'x' }, env);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([413, 'application/problem+json']);
  expect(await answer.json()).toMatchObject({ type: '/api/docs#large', status: 413 });
});
