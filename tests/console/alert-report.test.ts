import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { alertOf } from '../../src/alerts/index.ts';
import { alertReport } from '../../src/console/alert-report.ts';
import { answerForMember } from '../../src/replies/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, director, NED, sent, settle, staff } from './ground.ts';

/** The id of the first choice. */
const firstOption = async () => (await alertOf(world, id))?.question?.options[0]?.id ?? '';

let world: TestWorld;
let id: string;
beforeAll(async () => {
  world = await settle();
  id = await sent(world);
  good(await answerForMember(world, staff, { alertId: id, memberId: NED, optionId: await firstOption() }));
});

test('the report says whom the alert asked, who answered and what it cost, and names nobody', async () => {
  const board = staffAs('board');
  const report = good(await alertReport(world, board, { id }));
  expect(report.tally).toMatchObject({ asked: 2, answered: 1 });
  expect(report.tally.byRegion.map(({ region, asked, answered }) => [region, asked, answered])).toEqual([
    ['Central', 1, 0],
    ['Western', 1, 1],
  ]);
  expect(report.sending?.sent.sms.out).toBe(2);
  const { status, page } = await browserOf(world, board).get(`/alerts/${id}/report`);
  expect(status).toBe(200);
  expect(page).toContain('About HB 203.');
  expect(page).toContain('href="/reports"');
  expect(page).not.toMatch(/Harrowgate|Underhill|responses/);
  expect((await browserOf(world, director).get(`/alerts/${id}/report`)).page).toContain(
    `href="/alerts/${id}"`,
  );
});

test('a regional president reads the answers of their region, and not what the network spent', async () => {
  const president = staffAs('regional_president', { regionId: 'central' });
  const report = good(await alertReport(world, president, { id }));
  expect([report.tally.asked, report.tally.answered, report.sending]).toEqual([1, 0, null]);
  expect((await browserOf(world, president).get(`/alerts/${id}/report`)).page).toContain('one region');
});

test('there is none for a partner, nor of an alert that never went out', async () => {
  expect(bad(await alertReport(world, staffAs('partner'), { id })).kind).toBe('forbidden');
  expect(bad(await alertReport(world, director, { id: 'none' })).kind).toBe('missing');
  expect((await browserOf(world, director).get('/alerts/01M00000000000000000000000/report')).status).toBe(
    404,
  );
});

test('whom an alert asked is counted as it goes out: who moves later is asked where they were', async () => {
  const moved = await sent(world, { members: [CLARA], title: 'A second one' });
  await env.DB.prepare(`update member set region_id = 'western' where id = ?`).bind(CLARA).run();
  const asked = async (regionId: string) =>
    good(await alertReport(world, staffAs('regional_president', { regionId }), { id: moved })).tally.asked;
  expect([await asked('central'), await asked('western')]).toEqual([1, 0]);
});
