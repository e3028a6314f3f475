import { beforeAll, expect, test } from 'vitest';
import { apiClocks } from '../../src/api/index.ts';
import { testWorld } from '../support/world.ts';
import { callerOf } from './calls.ts';

const world = testWorld();
const { call, keyFor } = callerOf(world);
let key = '';
let other = '';
beforeAll(async () => {
  key = await keyFor('owner');
  other = await keyFor('owner');
});

let used = 0;
const fresh = () => `request-${(used += 1)}`;
const send = (idempotency: string, name: string, as = key) =>
  call('POST', '/issues', { key: as, body: { name }, headers: { 'idempotency-key': idempotency } });
const issues = async () => (await call('GET', '/issues', { key })).json.data.length;

test('the same request with the same key is done once and answered alike', async () => {
  const one = fresh();
  const first = await send(one, 'School funding');
  expect([first.status, first.headers.get('idempotency-replayed')]).toEqual([201, null]);
  const again = await send(one, 'School funding');
  expect([again.status, again.json, again.headers.get('idempotency-replayed')]).toEqual([
    201,
    first.json,
    'true',
  ]);
  expect(await issues()).toBe(1);
  // Without the key it is a second request, and the name is taken.
  expect((await call('POST', '/issues', { key, body: { name: 'School funding' } })).status).toBe(422);
});

test('the same key with another body or address is refused', async () => {
  const one = fresh();
  await send(one, 'Local control');
  const body = await send(one, 'Something else');
  expect([body.status, body.json.fields[0].field]).toEqual([422, 'Idempotency-Key']);
  const address = await call('POST', '/regions', {
    key,
    body: { name: 'Local control' },
    headers: { 'idempotency-key': one },
  });
  expect(address.status).toBe(422);
  expect((await call('GET', '/regions', { key })).json.data).toEqual([]);
});

test('a key belongs to who sent it', async () => {
  const one = fresh();
  expect((await send(one, 'Mine')).status).toBe(201);
  const theirs = await send(one, 'Theirs', other);
  expect([theirs.status, theirs.json.name]).toEqual([201, 'Theirs']);
});

test('of requests with one key at once, one is done and the others wait or get its answer', async () => {
  const before = await issues();
  const one = fresh();
  const answers = await Promise.all(Array.from({ length: 8 }, () => send(one, 'At once')));
  const made = answers.filter((answer) => answer.status === 201);
  expect(made.filter((answer) => answer.headers.get('idempotency-replayed') === null)).toHaveLength(1);
  expect(answers.every((answer) => answer.status === 201 || answer.status === 409)).toBe(true);
  expect(await issues()).toBe(before + 1);
});

test('while a request is being worked on, its repeat is told to wait', async () => {
  const commit = world.db.commit.bind(world.db);
  const { promise: held, resolve: go } = Promise.withResolvers<void>();
  world.db.commit = async (...all) => {
    await held;
    return commit(...all);
  };
  const one = fresh();
  const first = send(one, 'Slow');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const second = await send(one, 'Slow');
  expect([second.status, second.json.type]).toEqual([409, '/api/docs#conflict']);
  go();
  expect((await first).status).toBe(201);
  world.db.commit = commit;
  expect((await send(one, 'Slow')).headers.get('idempotency-replayed')).toBe('true');
});

test('a refusal is answered alike; a fault of ours is not kept', async () => {
  const one = fresh();
  const refused = await call('POST', '/issues', { key, body: {}, headers: { 'idempotency-key': one } });
  const again = await call('POST', '/issues', { key, body: {}, headers: { 'idempotency-key': one } });
  expect([again.status, again.json]).toEqual([422, refused.json]);
  expect(again.headers.get('content-type')).toBe('application/problem+json');

  const commit = world.db.commit.bind(world.db);
  world.db.commit = () => Promise.reject(new Error('away'));
  const two = fresh();
  expect((await send(two, 'Later')).status).toBe(500);
  world.db.commit = commit;
  const later = await send(two, 'Later');
  expect([later.status, later.headers.get('idempotency-replayed')]).toEqual([201, null]);
});

test('keys are free again after 24 hours', async () => {
  const one = fresh();
  await send(one, 'Yesterday');
  expect(await apiClocks.quarter['idempotency.forget'](world)).toEqual({ forgotten: 0 });
  expect((await send(one, 'Other')).status).toBe(422);
  world.passTime(24 * 60 * 60 * 1000 + 1);
  const { forgotten } = await apiClocks.quarter['idempotency.forget'](world);
  expect(forgotten).toBeGreaterThan(5);
  expect((await send(one, 'Today')).status).toBe(201);
});

test('a key is 1 to 200 signs without spaces', async () => {
  for (const wrong of ['', 'a b', 'x'.repeat(201)]) expect((await send(wrong, 'Never')).status).toBe(422);
});
