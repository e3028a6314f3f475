import { beforeAll, expect, test } from 'vitest';
import { sendPage } from '../../src/delivery/index.ts';
import { releaseHold } from '../../src/people/index.ts';
import { instantOf } from '../../src/platform/days.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { holdsNow } from '../../src/replies/holds.ts';
import { remindOfHolds } from '../../src/replies/remind-of-holds.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { good, staffAs } from '../support/world.ts';
import { browserOf } from './app.ts';
import { arrives, freshWorld, member, pointState, rows } from './network.ts';

const ZONE = 'America/Denver';
const FRIDAY = instantOf('2027-02-12', '15:00', ZONE);
const MONDAY = instantOf('2027-02-15', '17:00', ZONE);

beforeAll(async () => {
  const world = freshWorld();
  good(await saveNetworkSettings(world, SYSTEM, { zone: ZONE }));
  await rows(
    world,
    `insert into staff (id, email, name, created_at, updated_at) values ('dora', 'dora@network.example', 'Dora', 0, 0) returning id`,
  );
  await rows(
    world,
    `insert into role (id, staff_id, role, granted_by, granted_at) values ('dora-r', 'dora', 'staff', 'x', 0) returning id`,
  );
});

test('a hold of Friday is to be decided by Monday at five; then staff are mailed once, and it stays held', async () => {
  const world = freshWorld(FRIDAY);
  const ned = await member(world);
  await arrives(world, ned.phone, 'enough already');
  expect(await holdsNow(world)).toMatchObject([{ memberId: ned.id, dueAt: MONDAY, overdue: false }]);

  world.setNow(MONDAY - 1);
  expect(await remindOfHolds(world)).toEqual({ holds: 0 });
  world.setNow(MONDAY);
  expect(await holdsNow(world)).toMatchObject([{ overdue: true, told: 0 }]);
  const desk = browserOf(world, staffAs('staff'));
  expect((await desk.get('/inbox')).page).toContain('texts on hold: decide');
  expect(await remindOfHolds(world)).toEqual({ holds: 1 });
  expect(await remindOfHolds(world)).toEqual({ holds: 0 });
  for (const page of world.pages) await sendPage(world, page);
  expect(world.mails).toHaveLength(1);
  expect(world.mails[0]).toMatchObject({
    to: 'dora@network.example',
    subject: 'To decide: a number on hold',
  });
  expect(JSON.stringify(world.mails[0])).not.toContain('enough');

  world.setNow(MONDAY + 30 * 24 * 3_600_000);
  await remindOfHolds(world);
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'held' });
  expect(world.texts).toEqual([]);

  good(await releaseHold(world, staffAs('staff'), { channel: 'sms', address: ned.phone }));
  expect(await holdsNow(world)).toEqual([]);
  expect((await desk.get('/inbox')).page).not.toContain('texts on hold: decide');
  expect(await pointState(world, ned.smsPoint)).toMatchObject({ state: 'unconsented' });
});

test('only the holds of a region are shown to its president', async () => {
  const world = freshWorld(FRIDAY);
  const ned = await member(world, { region: 'hi-line' });
  await arrives(world, ned.phone, 'leave me alone');
  expect(await holdsNow(world, { regionId: 'central' })).toEqual([]);
  expect((await holdsNow(world, { regionId: 'hi-line' })).map(({ memberId }) => memberId)).toContain(ned.id);
});
