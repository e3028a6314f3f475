import { beforeAll, expect, test } from 'vitest';
import { listActivities, lobbyingJobs } from '../../src/lobbying/index.ts';
import { good, staffAs } from '../support/world.ts';
import { freshWorld, reply, rows, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const PHONE = '+14065550100';
const hears = async (text: string) => {
  const replyId = await reply(world, null, text);
  const whose = await world.staffText(world, { address: PHONE, text, at: world.clock.now() });
  if (whose) {
    await lobbyingJobs['log.text'](world, { replyId, ...whose });
    await lobbyingJobs['log.text'](world, { replyId, ...whose });
  }
  return whose;
};
const drafts = async () => good(await listActivities(world, staff, { state: 'draft' })).data;
const said = async () =>
  (
    await rows(
      `select w.sms_text as words from delivery d join wording w on w.id = d.wording_id where d.recipient_id = 'staff-lobbyist' order by d.id`,
    )
  ).map((one) => String(one.words));

beforeAll(async () => {
  await settle();
  await run(`insert into role (id, staff_id, role, granted_at, granted_by) values ('r', 'staff-lobbyist', 'staff', 0, 'x');
    insert into staff_phone (staff_id, phone, added_at) values ('staff-lobbyist', '${PHONE}', 0)`);
});

test('LOG from a staff phone makes one draft, told back by text, and 1 confirms it', async () => {
  expect(await hears('1')).toBeNull();
  expect(await hears('LOG 30m SB 12 Sen Hill oppose')).toEqual({ staffId: 'staff-lobbyist' });
  expect(await drafts()).toMatchObject([
    { personName: 'Theo Brightwater', minutes: 30, billNumber: 'SB 12', door: 'sms' },
  ]);
  expect((await said())[0]).toContain('draft: 30 min, Spoke with an official, Sen. Ada Hill, SB 12, oppose');
  expect(await hears('1')).toEqual({ staffId: 'staff-lobbyist' });
  expect(await drafts()).toEqual([]);
  expect(good(await listActivities(world, staff, {})).data).toMatchObject([
    { state: 'confirmed', minutes: 30 },
  ]);
  expect(await said()).toHaveLength(2);
});

test('what is not clear is asked back and nothing is drafted; a number of nobody is not heard', async () => {
  await hears('LOG 30m SB 99 Sen Hill');
  expect((await said()).at(-1)).toContain('SB 99 is not among the bills');
  expect(await drafts()).toEqual([]);
  expect(await world.staffText(world, { address: '+14065559999', text: 'LOG 30m prep', at: 0 })).toBeNull();
});

test('a staff person who is a member too confirms with LOG 1: their bare 1 answers alerts', async () => {
  await run(`update contact_point set address = '${PHONE}' where id = 'ned-sms'`);
  await hears('LOG 45m prep HB 203');
  expect((await said()).at(-1)).toContain('Reply LOG 1');
  expect(await hears('1')).toBeNull();
  await hears('LOG 1');
  expect(await drafts()).toEqual([]);
});
