import { env } from 'cloudflare:workers';
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { showTally } from '../../src/api/show-tally.ts';
import { begin } from '../../src/demo/begin.ts';
import { oneTimeSignInLink, signInRoutes } from '../../src/staff/index.ts';
import { signShown } from '../../src/platform/read-first.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { addStaff } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { callerOf } from './calls.ts';

const world = testWorld();
const { app, call, keyFor } = callerOf(world);
app.route('/', signInRoutes);
let owner = '';
let regions: { id: string; name: string }[] = [];
let partnerId = '';

// The library of sign-ins reads the machine's clock.
beforeAll(() => void vi.useFakeTimers({ toFake: ['Date'], now: TUESDAY }));
afterAll(() => void vi.useRealTimers());
beforeAll(async () => {
  owner = (await begin(world, 'demo')).apiKey;
  regions = (await call('GET', '/regions', { key: owner })).json.data;
  const organizations: { id: string; kind: string }[] = (await call('GET', '/organizations', { key: owner }))
    .json.data;
  partnerId = organizations.find((one) => one.kind === 'partner')?.id ?? '';
}, 60_000);

test('nobody gets in without a key, nor with one that is made up or revoked', async () => {
  const none: Record<string, string>[] = [
    {},
    { authorization: 'Bearer coth_nonsense' },
    { authorization: 'Basic abc' },
  ];
  for (const headers of none) {
    const { status, json, headers: answered } = await call('GET', '/members', { headers });
    expect(status).toBe(401);
    expect(answered.get('www-authenticate')).toBe('Bearer');
    expect(answered.get('content-type')).toBe('application/problem+json');
    expect(json).toMatchObject({ type: '/api/docs#unauthorized', status: 401 });
  }
  expect((await call('POST', '/members', { body: {} })).status).toBe(401);
  expect((await call('GET', '/nowhere')).status).toBe(401);
});

test('a partner and the board see no roster, no numbers, no journal', async () => {
  const partner = await keyFor('partner', { organizationId: partnerId });
  const board = await keyFor('board');
  const { json } = await call('GET', '/alerts', { key: owner });
  const alert = json.data[0].id;
  const closed = [
    '/members',
    '/suppressions',
    '/imports',
    '/districts',
    `/alerts/${alert}/deliveries`,
    `/alerts/${alert}/responses`,
    '/contact-reports',
    '/journal',
    '/expenses',
  ];
  for (const key of [partner, board]) {
    for (const path of closed) {
      const answer = await call('GET', path, { key });
      expect([answer.status, answer.json.type], path).toEqual([403, '/api/docs#forbidden']);
    }
    expect((await call('POST', '/members', { key, body: {} })).status).toBe(403);
  }
  const shared = (await call('GET', '/talking-points', { key: partner })).json.data;
  expect(shared.map((one: { title: string }) => one.title)).toEqual(['HB 203: vouchers']);
  expect((await call('GET', '/talking-points', { key: board })).status).toBe(403);
  expect((await call('GET', '/bills', { key: board })).status).toBe(403);
});

test('a partner sees the totals of an alert, and no more', async () => {
  const partner = await keyFor('partner', { organizationId: partnerId });
  const alert = (await call('GET', '/alerts', { key: owner })).json.data[0].id;
  const totals = await call('GET', `/alerts/${alert}/tally`, { key: partner });
  expect(Object.keys(totals.json)).toEqual(['asked', 'answered', 'by_option']);
  const whole = await call('GET', `/alerts/${alert}/tally`, { key: owner });
  expect(whole.json.asked).toBe(totals.json.asked);
  expect(whole.json.by_region.length).toBeGreaterThan(1);
  expect(whole.json.sending.email.total).toBeGreaterThan(0);
  expect(bad(await showTally(world, staffAs('board'), { id: alert })).kind).toBe('forbidden');
  // Words kept for another partner keep the alert that carries them for it too.
  const kept = await env.DB.prepare(
    `update talking_points set shared = 1, shared_with = '["another"]' where id = (select talking_points_id from alert where id = ?)`,
  )
    .bind(alert)
    .run();
  expect(kept.meta.changes).toBeGreaterThan(0);
  expect((await call('GET', `/alerts/${alert}/tally`, { key: partner })).status).toBe(404);
  expect((await call('GET', `/alerts/${alert}/tally`, { key: owner })).status).toBe(200);
  await env.DB.prepare(`update talking_points set shared_with = null`).run();
  expect(bad(await showTally(world, staffAs('partner'), { id: 'NOBODY' })).kind).toBe('missing');
});

test('a regional president sees their own region only, in lists and by id', async () => {
  const [own, other] = regions;
  const key = await keyFor('regional_president', { regionId: own?.id });
  const mine = (await call('GET', '/members?limit=1000', { key })).json.data;
  const all = (await call('GET', '/members?limit=1000', { key: owner })).json.data;
  expect(mine.length).toBeGreaterThan(0);
  expect(mine.length).toBeLessThan(all.length);
  expect(new Set(mine.map((one: { region_id: string }) => one.region_id))).toEqual(new Set([own?.id]));
  expect((await call('GET', `/members?region=${other?.id}`, { key })).json.data).toEqual([]);
  const stranger = all.find((one: { region_id: string }) => one.region_id === other?.id);
  expect((await call('GET', `/members/${stranger.id}`, { key })).status).toBe(404);
  expect((await call('GET', `/members/${stranger.id}`, { key: owner })).status).toBe(200);
  const email = stranger.contact_points.find((one: { channel: string }) => one.channel === 'email').address;
  expect((await call('GET', `/members?email=${encodeURIComponent(email)}`, { key })).json.data).toEqual([]);
  const alert = (await call('GET', '/alerts', { key })).json.data[0].id;
  const asked = (await call('GET', `/alerts/${alert}/responses?limit=200`, { key })).json.data;
  expect(asked.length).toBeGreaterThan(0);
  expect(asked.length).toBeLessThan(
    (await call('GET', `/alerts/${alert}/responses?limit=200`, { key: owner })).json.data.length,
  );
  const tally = (await call('GET', `/alerts/${alert}/tally`, { key })).json;
  expect(tally.by_region.map((one: { region_id: string }) => one.region_id)).toEqual([own?.id]);
  expect(tally).not.toHaveProperty('sending');
});

test('a key does what its scopes say', async () => {
  const reads = await keyFor('owner', { scopes: ['read'] });
  expect((await call('GET', '/members', { key: reads })).status).toBe(200);
  const refused = await call('POST', '/regions', { key: reads, body: { name: 'New' } });
  expect([refused.status, refused.json.detail]).toEqual([
    403,
    'This key may not do this: it needs the scope region. An owner makes keys under Settings.',
  ]);
  const points = await keyFor('owner', { scopes: ['talking-points', 'contact-report'] });
  expect((await call('GET', '/talking-points', { key: points })).status).toBe(200);
  expect((await call('GET', '/contact-reports', { key: points })).status).toBe(200);
  expect((await call('GET', '/members', { key: points })).status).toBe(403);
  const imports = await keyFor('owner', { scopes: ['import'] });
  const file = { key: imports, raw: 'nces,name,state\n3099999,Example Elem,MT\n', type: 'text/csv' };
  expect((await call('POST', '/imports/districts?dry_run=1', file)).status).toBe(200);
  expect((await call('GET', '/imports', { key: imports })).status).toBe(200);
  expect((await call('POST', '/members', { key: imports, body: {} })).status).toBe(403);
});

test('a person signed in to the console may read, and needs a key to change anything', async () => {
  const { id } = good(
    await addStaff(world, SYSTEM, { name: 'Reader', email: 'reader@staff.example', role: 'owner' }),
  );
  const link = new URL(good(await oneTimeSignInLink(world, id)));
  // A form that stood open for as long as people read.
  const before = { ...world, clock: { now: () => world.clock.now() - 10_000 } };
  const shown = await signShown(before, link.pathname);
  const ctx = createExecutionContext();
  const body = new URLSearchParams({ shown });
  const signed = await app.request(link.href, { method: 'POST', body }, env, ctx);
  await waitOnExecutionContext(ctx);
  const cookie = signed.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  expect((await call('GET', '/members?limit=1', { headers: { cookie } })).status).toBe(200);
  const refused = await call('POST', '/regions', { headers: { cookie }, body: { name: 'New' } });
  expect([refused.status, refused.json.type]).toEqual([403, '/api/docs#forbidden']);
  // A key that is no good is not made good by a cookie.
  expect((await call('GET', '/members', { key: 'coth_x', headers: { cookie } })).status).toBe(401);
});

test('what holds people’s numbers is not kept by anything on the way', async () => {
  expect((await call('GET', '/members', { key: owner })).headers.get('cache-control')).toBe('no-store');
  expect((await call('GET', '/members')).headers.get('cache-control')).toBe('no-store');
});
