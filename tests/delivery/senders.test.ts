import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { Hono } from 'hono';
import { listSenders, releaseHold, senderRoutes, setSender } from '../../src/delivery/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';

const world = testWorld();
const director = staffAs('director');
const limits = { profile: '10dlc-50', perSecond: 30, perDay: 5_000 };
const journal = async (action: string) =>
  (await env.DB.prepare(`select * from journal where action = ?`).bind(action).all()).results;

test('what an installation begins with is a kind whose carriers’ limits are known', async () => {
  const { senders, profiles } = good(await listSenders(world, staffAs('staff'), {}));
  expect(senders.map((one) => [one.id, one.profile])).toEqual([
    ['main', '10dlc-75'],
    ['mail', 'mail-provider'],
  ]);
  expect(profiles).toContain('toll-free');
});

test('a director says what kind of sender it is, with a ceiling below the carriers’ and the number to text', async () => {
  const set = good(await setSender(world, director, { id: 'main', ...limits, number: '(406) 555-0177' }));
  expect(set).toMatchObject({ address: '+14065550177', profile: '10dlc-50', perSecond: 30, perDay: 5_000 });
  expect(await journal('sender.set')).toHaveLength(1);
  good(await setSender(world, director, { id: 'main', ...limits, perDay: null, number: null }));
  const { senders } = good(await listSenders(world, director, {}));
  expect(senders[0]).toMatchObject({ address: 'messaging-service', perDay: null });
});

test('a kind that nobody knows, a number that is none and a ceiling of nothing are refused, and others may not', async () => {
  const field = async (more: object) =>
    bad(await setSender(world, director, { id: 'main', ...limits, ...more })).fields?.[0]?.field;
  expect(await field({ profile: 'carrier-pigeon' })).toBe('profile');
  expect(await field({ number: '12' })).toBe('number');
  expect(await field({ perSecond: 0 })).toBe('perSecond');
  expect(bad(await setSender(world, director, { id: 'none', ...limits })).kind).toBe('missing');
  expect(bad(await setSender(world, staffAs('staff'), { id: 'main', ...limits })).kind).toBe('forbidden');
});

test('a hold is lifted once, by a named person, and the journal says what held', async () => {
  await world.pacer.hold('main', {
    until: world.clock.now() + 60_000,
    reason: 'T-Mobile cap',
    bulkOnly: false,
  });
  expect(good(await releaseHold(world, director, { id: 'main' }))).toEqual({ id: 'main', released: 1 });
  expect(bad(await releaseHold(world, director, { id: 'main' })).kind).toBe('conflict');
  expect((await journal('sender.release_hold')).map((row) => row.actor_id)).toEqual([director.id]);
});

test('the page shows what is used, what holds and why, and takes the form', async () => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    c.set('who', director);
    c.set('frame', { network: 'ASSN', nav: [], person: null, zone: 'America/Denver' });
    await next();
  });
  app.route('/', senderRoutes);
  await world.pacer.hold('main', {
    until: world.clock.now() + 60_000,
    reason: 'T-Mobile cap',
    bulkOnly: true,
  });
  const shown = await (await app.request('/settings/senders')).text();
  expect(shown).toContain('T-Mobile cap');
  expect(shown).toContain('10DLC, trust score 75 to 100');
  const post = (path: string, body: Record<string, string>) =>
    app.request(path, { method: 'POST', body: new URLSearchParams(body) });
  const wrong = await post('/settings/senders/main', { profile: 'toll-free', perSecond: 'many', perDay: '' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('at least 1');
  const right = await post('/settings/senders/main', { profile: 'toll-free', perSecond: '3', perDay: '' });
  expect(right.headers.get('location')).toBe('/settings/senders?done=saved');
  const lifted = await post('/settings/senders/main/release', {});
  expect(lifted.headers.get('location')).toBe('/settings/senders?done=released');
});
