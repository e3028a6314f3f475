import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { discardDeadLetters } from '../../src/console/discard-dead-letters.ts';
import { keepDead } from '../../src/console/keep-dead.ts';
import { listDeadLetters } from '../../src/console/list-dead-letters.ts';
import { replayDeadLetters } from '../../src/console/replay-dead-letters.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, director, settle, staff } from './ground.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});
beforeEach(async () => {
  await env.DB.batch([env.DB.prepare('delete from dead_letter'), env.DB.prepare('delete from outbox')]);
  world.jobs.length = 0;
  world.pages.length = 0;
  await keepDead(world, [
    {
      id: 'dead-status',
      queue: 'events',
      kind: 'sms.status',
      body: { deliveryId: 7, providerId: 'SM7', said: { MessageStatus: 'sent' } },
      problem: 'no such column for +14065550101',
      attempts: 6,
    },
    {
      id: 'dead-page',
      queue: 'deliveries',
      kind: 'page',
      body: { fromId: 3, toId: 9 },
      problem: null,
      attempts: 6,
    },
    {
      id: 'dead-junk',
      queue: 'events',
      kind: 'unreadable',
      body: 'Ned, +14065550101',
      problem: null,
      attempts: 6,
    },
  ]);
});
const open = async () =>
  good(await listDeadLetters(world, staff, {}))
    .data.map(({ id }) => id)
    .toSorted();
const settled = async () =>
  (
    await env.DB.prepare(
      'select id, outcome, settled_by as by from dead_letter where settled_at is not null order by id',
    ).all()
  ).results;
const journal = async (action: string) =>
  (await env.DB.prepare('select detail from journal where action = ?').bind(action).all()).results;

test('what was given up is listed with why, and nothing personal is in it', async () => {
  const { data, count } = good(await listDeadLetters(world, staff, {}));
  expect(count).toBe(3);
  expect(data.find(({ id }) => id === 'dead-status')).toMatchObject({
    kind: 'sms.status',
    problem: 'no such column for withheld',
    attempts: 6,
  });
  expect(JSON.stringify(data)).not.toMatch(/555|Ned/);
});

test('a replay puts each back on its queue once, whoever asks again; what cannot be read stays', async () => {
  expect(good(await replayDeadLetters(world, staff, {}))).toEqual({ replayed: 2 });
  expect(world.jobs).toMatchObject([{ kind: 'sms.status', body: { deliveryId: 7, providerId: 'SM7' } }]);
  expect(world.pages).toEqual([{ fromId: 3, toId: 9 }]);
  expect(await open()).toEqual(['dead-junk']);
  expect(good(await replayDeadLetters(world, staff, {}))).toEqual({ replayed: 0 });
  expect(good(await replayDeadLetters(world, staff, { ids: ['dead-status'] }))).toEqual({ replayed: 0 });
  expect(world.jobs).toHaveLength(1);
  expect(await settled()).toMatchObject([
    { id: 'dead-page', outcome: 'replayed', by: 'staff-staff' },
    { id: 'dead-status', outcome: 'replayed' },
  ]);
  expect(await journal('dead_letter.replay')).toHaveLength(1);
});

test('two who replay the same at once put it back once', async () => {
  const done = await Promise.all([1, 2].map(() => replayDeadLetters(world, staff, { ids: ['dead-status'] })));
  expect(done.map((one) => good(one).replayed).toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(world.jobs).toHaveLength(1);
});

test('a page that the queue refuses counts as replayed: a clock hands out what is due', async () => {
  const { send } = world.deliveries;
  world.deliveries.send = () => Promise.reject(new Error('the queue is down'));
  expect(good(await replayDeadLetters(world, staff, { ids: ['dead-page'] }))).toEqual({ replayed: 1 });
  world.deliveries.send = send;
  expect(world.logged.map(({ event }) => event)).toContain('pages.not_sent');
});

test('a discard sets one or all aside and does nothing else', async () => {
  expect(good(await discardDeadLetters(world, director, { ids: ['dead-junk'] }))).toEqual({ discarded: 1 });
  expect(await open()).toEqual(['dead-page', 'dead-status']);
  expect(good(await discardDeadLetters(world, director, {}))).toEqual({ discarded: 2 });
  expect(good(await discardDeadLetters(world, director, {}))).toEqual({ discarded: 0 });
  expect([world.jobs, world.pages]).toEqual([[], []]);
  expect(await journal('dead_letter.discard')).toHaveLength(2);
});

test('the page says what, when, why and how often, with the choices that the role has', async () => {
  const page = (await browserOf(world, staff).get('/settings/dead-letters')).page;
  expect(page).toContain('A carrier’s report about a text');
  expect(page).toContain('Tried 6 times. Why it failed last: no such column for withheld');
  expect(page).toContain('action="/settings/dead-letters/dead-page/replay"');
  expect(page).not.toContain('/dead-junk/replay');
  expect(page).not.toContain('/discard');
  expect((await browserOf(world, director).get('/settings/dead-letters')).page).toContain(
    'action="/settings/dead-letters/dead-junk/discard"',
  );
  const reader = (await browserOf(world, staffAs('coordinator')).get('/settings/dead-letters')).page;
  expect(reader).not.toContain('/replay"');
});

test('its forms replay and discard, and home tells of what is open', async () => {
  const browser = browserOf(world, director);
  expect((await browser.get('/')).page).toContain('Three messages given up');
  expect((await browser.post('/settings/dead-letters/dead-page/replay', {})).to).toBe(
    '/settings/dead-letters?done=replayed',
  );
  expect((await browser.post('/settings/dead-letters/dead-page/replay', {})).to).toBe(
    '/settings/dead-letters?done=nothing',
  );
  expect((await browser.post('/settings/dead-letters/dead-junk/discard', {})).to).toBe(
    '/settings/dead-letters?done=discarded',
  );
  expect((await browser.post('/settings/dead-letters/replay', {})).to).toBe(
    '/settings/dead-letters?done=replayed',
  );
  expect((await browser.get('/settings/dead-letters?done=replayed')).page).toContain('Nothing was given up');
  expect((await browser.get('/')).page).not.toContain('given up');
});
