import { Hono } from 'hono';
import { beforeAll, expect, test } from 'vitest';
import { hoursRoutes } from '../../src/delivery/index.ts';
import type { Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { staffAs, testWorld } from '../support/world.ts';
import { asRead } from '../support/as-read.ts';
import { buildNetwork } from './network.ts';

const world = testWorld();
const appFor = (who: Who) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    c.set('who', who);
    c.set('frame', {
      network: 'SAM',
      nav: [],
      person: { name: 'Test', role: 'Director' },
      zone: 'America/Denver',
    });
    await next();
  });
  app.route('/', hoursRoutes);
  return app;
};
const director = appFor(staffAs('director'));
const REASON = 'Counsel has read the law of the state.';
const FIELDS = { state: 'RI', days: 'weekday', opens: '09:00', closes: '19:00', fromOn: '', reason: REASON };
const send = (path: string, fields: Record<string, string>, app = director) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return app.request(path, { method: 'POST', body });
};

beforeAll(buildNetwork);

test('the page shows the hours of the network and of states, and teaches what may be done', async () => {
  const page = await (await director.request('/settings/hours')).text();
  for (const words of [
    '9 am to 8 pm',
    'noon to 8 pm',
    'Rhode Island',
    '9 am to 6 pm',
    'no texts',
    'ask counsel',
    'Nobody has set other hours',
    'Set these hours',
  ])
    expect(page, words).toContain(words);
  const staff = await (await appFor(staffAs('staff')).request('/settings/hours')).text();
  expect(staff).not.toContain('Set these hours');
  expect((await appFor(staffAs('board')).request('/settings/hours')).status).toBe(403);
});

test('hours are set with a reason, shown with who and why, and ended after a word on what that does', async () => {
  const wrong = await send('/settings/hours', { ...FIELDS, closes: '22:00', reason: '' });
  expect(wrong.status).toBe(422);
  const again = await wrong.text();
  expect(again).toContain('Say why in a sentence');
  expect(again).toContain('value="22:00"');

  const set = await send('/settings/hours', FIELDS);
  expect([set.status, set.headers.get('location')]).toEqual([303, '/settings/hours?done=set']);
  const page = asRead(await (await director.request('/settings/hours?done=set')).text());
  expect(page).toContain('These hours hold now');
  expect(page).toContain(REASON);
  expect(page).toContain('9 am to 7 pm');
  expect((await send('/settings/hours', FIELDS)).status).toBe(409);

  const action = /action="(\/settings\/hours\/[^"]+\/end)"/.exec(page)?.[1] ?? '';
  expect((await send(action, {}, appFor(staffAs('staff')))).status).toBe(403);
  expect((await send(action, {})).headers.get('location')).toBe('/settings/hours?done=ended');
});

test('days are closed by one tick, whatever the times say', async () => {
  await send('/settings/hours', { ...FIELDS, state: '*', days: 'sunday', closed: '1' });
  const page = await (await director.request('/settings/hours')).text();
  expect(page).toContain('Sunday no texts');
});
