import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { listToRing } from '../../src/console/list-to-ring.ts';
import { markRung } from '../../src/console/mark-rung.ts';
import { answerOnPage } from '../../src/replies/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, NED, sent, settle } from './ground.ts';

let world: TestWorld;
const western = staffAs('regional_president', { regionId: 'western' });
const central = staffAs('regional_president', { regionId: 'central' });
const run = (sql: string) => env.DB.prepare(sql).run();
const names = async (who = western, more: { regionId?: string } = {}) =>
  good(await listToRing(world, who, more)).data.map(({ name, reasons }) => `${name}: ${reasons.join(', ')}`);

beforeAll(async () => {
  world = await settle();
});

test('whom texts reach and who owes no answer need not be rung', async () => {
  expect(await names()).toEqual([]);
  expect((await browserOf(world, western).get('/members/to-ring')).page).toContain('Nobody to ring');
});

test('a region’s list says why: no number, no consent, no answer to what is out', async () => {
  const alertId = await sent(world);
  expect(await names()).toEqual(['Ned Harrowgate: No answer to “HB 203: call House Education”']);
  await run(`update contact_point set state = 'unconsented' where id = '${NED}-s'`);
  expect((await names())[0]).toContain('Has not agreed to texts, No answer');
  const option = await env.DB.prepare(
    `select o.id from question_option o join question q on q.id = o.question_id where q.alert_id = ? and o.no = 2`,
  )
    .bind(alertId)
    .first<{ id: string }>();
  const delivery = await env.DB.prepare('select id from delivery where source_id = ? and recipient_id = ?')
    .bind(alertId, NED)
    .first<{ id: number }>();
  good(
    await answerOnPage(
      world,
      { kind: 'member', id: NED },
      { optionId: option?.id ?? '', deliveryId: delivery?.id ?? 0 },
    ),
  );
  expect(await names()).toEqual(['Ned Harrowgate: Has not agreed to texts']);
  await run(`delete from contact_point where id = '${NED}-s'`);
  expect(await names()).toEqual(['Ned Harrowgate: No mobile number']);
});

test('a regional president sees and marks the region’s own alone; staff choose the region', async () => {
  expect(await names(central, { regionId: 'western' })).toEqual(await names(central));
  expect(await names(central)).toEqual(['Clara Underhill: No answer to “HB 203: call House Education”']);
  expect(await names(staffAs('staff'), { regionId: 'western' })).toHaveLength(1);
  expect(bad(await markRung(world, central, { id: NED })).kind).toBe('missing');
  expect(bad(await listToRing(world, staffAs('partner'), {})).kind).toBe('forbidden');
});

test('who was rung says when and by whom, and can be taken back; the journal has both', async () => {
  const browser = browserOf(world, central);
  const before = await browser.get('/members/to-ring');
  expect(before.page).toContain('href="tel:+14065550102"');
  const posted = await browser.post(`/members/${CLARA}/calls`, { region: 'central' });
  expect(posted).toMatchObject({ status: 303, to: `/members/to-ring?region=central#m-${CLARA}` });
  const after = await browser.get('/members/to-ring');
  expect(after.page).toContain('of 1 still to ring');
  await browser.post(`/members/${CLARA}/calls`, { region: 'central', rung: 'no' });
  expect(good(await listToRing(world, central, {})).data[0]?.calledAt).toBeNull();
  const { results } = await env.DB.prepare(
    `select detail from journal where action = 'call.mark' order by id`,
  ).all();
  expect(results).toEqual([{ detail: '{"rung":true}' }, { detail: '{"rung":false}' }]);
});

test('a long list goes on by name', async () => {
  await run(`insert into member (id, first_name, last_name, kind, organization_id, region_id, created_at, updated_at)
    select printf('01MX%022d', value), 'A', printf('Many%03d', value), 'superintendent', 'sam', 'western', 1, 1 from json_each('[1,2,3,4,5]')`);
  const seen: string[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { data: { name: string }[]; nextCursor: string | null } = good(
      await listToRing(world, western, { cursor, limit: 2 }),
    );
    seen.push(...page.data.map(({ name }) => name));
    cursor = page.nextCursor;
  }
  expect(seen).toEqual(['Ned Harrowgate', ...[1, 2, 3, 4, 5].map((no) => `A Many00${no}`)]);
});
