import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, NED, settle, staff } from './ground.ts';

let world: TestWorld;
const path = `/members/${NED}/hours`;
const stored = () =>
  env.DB.prepare('select texts_from as opens, texts_to as closes from member where id = ?').bind(NED).first();

beforeAll(async () => {
  world = await settle();
});

test('staff set a member’s hours as the member said, see them on their page, and take them back', async () => {
  const at = browserOf(world, staff);
  expect((await at.get(`/members/${NED}`)).page).toContain('between 9 am and 8 pm, as all members');
  expect((await at.get(path)).page).toContain('How they told you');
  const missing = await at.post(path, { opens: '16:00', closes: '19:00', hours: 'own' });
  expect(missing.status).toBe(422);
  expect(missing.page).toContain('Say how the member told you.');
  expect(missing.page).toContain('<option value="16:00" selected="">');
  const set = await at.post(path, { opens: '16:00', closes: '19:00', hours: 'own', saidBy: 'call' });
  expect(set.status).toBe(303);
  expect((await at.get(`/members/${NED}`)).page).toContain('between 4 pm and 7 pm');
  expect(await stored()).toEqual({ opens: '16:00', closes: '19:00' });
  await at.post(path, { opens: '16:00', closes: '19:00', hours: 'all', saidBy: 'email' });
  expect(await stored()).toEqual({ opens: null, closes: null });
});

test('who may not set them gets no form', async () => {
  const at = browserOf(world, staffAs('coordinator'));
  expect((await at.get(path)).status).toBe(403);
  expect(
    (await at.post(path, { opens: '16:00', closes: '19:00', hours: 'own', saidBy: 'call' })).status,
  ).toBe(403);
});
