import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';
import { openDb } from '../../src/platform/db.ts';
import { randomIds } from '../../src/platform/ids.ts';
import type { World } from '../../src/platform/world.ts';
import { saveNetworkSettings } from '../../src/staff/network-settings.ts';
import { readJournal } from '../../src/staff/read-journal.ts';
import { bad, good, staffAs, testWorld, TUESDAY } from '../support/world.ts';

const HOUR = 3_600_000;
const base = testWorld();
// Real ids here: the journal is ordered and narrowed by the time inside them.
const ids = randomIds(base.clock.now);
const db = openDb(env.DB, { now: base.clock.now, ids, enqueue: () => Promise.resolve() });
const world: World = { ...base, ids, db };
const owner = staffAs('owner', { id: 'OWNER' });
const note = (action: string, id: string, who = owner) =>
  db.commit({ who, action, subject: { kind: 'alert', id } }, []);
const actionsOf = async (input: Parameters<typeof readJournal>[2]) =>
  good(await readJournal(world, owner, input)).data.map((row) => `${row.action} ${row.subjectId}`);

test('the journal is read newest first, page by page, without losing a line', async () => {
  for (let i = 0; i < 5; i += 1) {
    await note('alert.draft', `A${i}`);
    base.passTime(1000);
  }
  const all = await actionsOf({});
  expect(all[0]).toBe('alert.draft A4');
  const paged: string[] = [];
  let cursor: string | undefined;
  do {
    const page = good(await readJournal(world, owner, { limit: 2, cursor }));
    paged.push(...page.data.map((row) => `${row.action} ${row.subjectId}`));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(paged).toEqual(all);
});

test('it narrows to a subject, an action, a person, and days in the network’s zone', async () => {
  await note('alert.approve', 'A1', staffAs('director', { id: 'DIRECTOR' }));
  expect(await actionsOf({ subjectKind: 'alert', subjectId: 'A1' })).toEqual([
    'alert.approve A1',
    'alert.draft A1',
  ]);
  expect(await actionsOf({ action: 'alert.approve' })).toEqual(['alert.approve A1']);
  expect(await actionsOf({ actorId: 'DIRECTOR' })).toEqual(['alert.approve A1']);
  // 11 pm in Helena is the next day in UTC.
  base.setNow(TUESDAY + 14 * HOUR);
  await note('alert.close', 'A1');
  expect(
    await actionsOf({ from: '2027-02-09', to: '2027-02-09', subjectKind: 'alert', subjectId: 'A1' }),
  ).toContain('alert.close A1');
  expect(await actionsOf({ from: '2027-02-10' })).toEqual([]);
  expect(await actionsOf({ to: '2027-02-08' })).toEqual([]);
  good(await saveNetworkSettings(world, owner, { zone: 'America/New_York' }));
  expect(await actionsOf({ from: '2027-02-10' })).toContain('alert.close A1');
  expect(bad(await readJournal(world, owner, { from: 'soon' })).fields?.[0]?.field).toBe('from');
});

test('nobody can change the journal or take from it', async () => {
  await expect(env.DB.exec(`update journal set actor_id = 'nobody'`)).rejects.toThrow('append-only');
  await expect(env.DB.exec(`delete from journal`)).rejects.toThrow('append-only');
});
