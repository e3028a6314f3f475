import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, NED, sent, settle, staff } from './ground.ts';

let world: TestWorld;
let alertId: string;
const ids: Record<string, number> = {};
beforeAll(async () => {
  world = await settle();
  alertId = await sent(world);
  for (const member of [NED, CLARA]) {
    const row = await env.DB.prepare(
      `update delivery set state = 'unconfirmed', reason = 'no_proof_found', provider_rank = 0
       where source_id = ? and recipient_id = ? returning id`,
    )
      .bind(alertId, member)
      .first<{ id: number }>();
    ids[member] = row!.id;
  }
  await env.DB.prepare(
    `update rollup set state = 'unconfirmed' where source_id = ? and channel = 'sms' and state = 'accepted'`,
  )
    .bind(alertId)
    .run();
});
const at = () => `/alerts/${alertId}/unconfirmed`;

test('the alert’s page leads to what could not be confirmed, which says who, where to and when, and asks', async () => {
  const desk = browserOf(world, staff);
  expect((await desk.get(`/alerts/${alertId}`)).page).toContain(`href="${at()}"`);
  const { status, page } = await desk.get(at());
  expect(status).toBe(200);
  expect(page).toContain('Ned Harrowgate');
  expect(page).toContain('ends in 0101');
  expect(page).not.toContain('555-0101');
  expect(page).toContain('Leave as it is');
  expect(page).toContain('Send again');
  expect(page).toContain(`action="${at()}/again"`);
  expect(page).toContain(`formaction="${at()}/left"`);
});

test('without a choice or a reason the page says what is missing and keeps what was chosen', async () => {
  const desk = browserOf(world, staff);
  const none = await desk.post(`${at()}/left`);
  expect([none.status, none.page.includes('Choose at least one message.')]).toEqual([422, true]);
  const short = await desk.post(`${at()}/again`, { ids: String(ids[NED]), reason: 'so' });
  expect(short.status).toBe(422);
  expect(short.page).toContain('Say in a sentence');
  expect(short.page).toMatch(new RegExp(`value="${ids[NED]}" checked`));
});

test('one is left, the other is sent again, and nothing waits', async () => {
  const desk = browserOf(world, staff);
  const left = await desk.post(`${at()}/left`, { ids: String(ids[NED]) });
  expect([left.status, left.to]).toEqual([303, `${at()}?done=left`]);
  const again = await desk.post(`${at()}/again`, {
    ids: String(ids[CLARA]),
    reason: 'The hearing is tonight and she leads it.',
  });
  expect([again.status, again.to]).toEqual([303, `${at()}?done=again`]);
  expect((await desk.get(`${at()}?done=again`)).page).toContain('Nothing waits for a decision');
  const list = (await desk.get(`/alerts/${alertId}/deliveries`)).page;
  expect(list).toContain('Left as it is by a person');
  expect(list).toContain('Try 2');
});

test('a regional president has neither the page nor the choices', async () => {
  const field = browserOf(world, staffAs('regional_president', { regionId: 'western' }));
  expect((await field.get(at())).status).toBe(403);
  expect((await field.post(`${at()}/left`, { ids: String(ids[NED]) })).status).toBe(403);
  expect((await field.get(`/alerts/${alertId}`)).page).not.toContain(`href="${at()}"`);
});
