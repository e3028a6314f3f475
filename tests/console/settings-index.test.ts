import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { holdEverything } from '../../src/archive/hold.ts';
import { settingsLines } from '../../src/console/settings-lines.ts';
import { good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, director, settle, staff } from './ground.ts';

let world: TestWorld;
const owner = staffAs('owner');
beforeAll(async () => {
  world = await settle();
});
const linesOf = async (who: Parameters<typeof settingsLines>[1]) =>
  Object.fromEntries(
    (await settingsLines(world, who)).flatMap(({ lines }) => lines.map((one) => [one.title, one] as const)),
  );

test('each part of the settings stands there with its state in a line', async () => {
  const lines = await linesOf(owner);
  expect(lines.Network?.line).toBe('Treasure State Legislative Network, MT, Mountain time');
  expect(lines.Organizations?.line).toBe('1 organization, 1 without a tax status');
  expect(lines.Senders?.line).toBe('2 senders');
  expect(lines.Hours?.line).toMatch(/^Texts \S+ am to \S+ pm where the member is/);
  expect(lines.Retention?.line).toBe('Nothing is removed');
  expect(lines.Export?.line).toContain('never written yet');
  expect(lines['Given-up messages']?.line).toBe('None');
  expect(lines['Your phone']?.line).toContain('None');
});

test('what wants a person is marked', async () => {
  const { results } = await env.DB.prepare(`select id from sender where channel = 'sms'`).all<{
    id: string;
  }>();
  await world.pacer.hold(results[0]?.id ?? '', {
    until: world.clock.now() + 60_000,
    reason: 'x',
    bulkOnly: false,
  });
  good(await holdEverything(world, director, { reason: 'An audit' }));
  const lines = await linesOf(owner);
  expect(lines.Senders).toMatchObject({ line: '2 senders, 1 paused', wants: true });
  expect(lines.Retention).toMatchObject({ line: 'Everything is held', wants: true });
});

test('nobody sees a part that they may not open', async () => {
  expect(Object.keys(await linesOf(staffAs('board')))).toEqual(['Your phone', 'Network']);
  expect(Object.keys(await linesOf(staff))).not.toContain('API keys');
  expect(Object.keys(await linesOf(director))).toContain('Retention');
  const page = (await browserOf(world, staff).get('/settings')).page;
  expect(page).toContain('href="/settings/senders"');
  expect(page).not.toContain('/settings/export');
});
