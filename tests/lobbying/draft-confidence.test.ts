import { beforeAll, expect, test } from 'vitest';
import {
  addContactReport,
  confidenceIn,
  discardContactReport,
  draftContactReport,
  ownDraft,
  replyDrafts,
  restoreContactReport,
  showContactReport,
} from '../../src/lobbying/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { browserOf } from './app.ts';
import { alert, freshWorld, reply, rows, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const browser = browserOf(world, staff);
let alertId = '';
const draft = async (body: string) =>
  good(await draftContactReport(world, SYSTEM, { replyId: await reply(world, 'ned', body, alertId) })).id ??
  '';
const shown = async (id: string) => good(await showContactReport(world, staff, { id }));

beforeAll(async () => {
  await settle();
  alertId = await alert(world);
});

test('a draft keeps how sure each field is, and the list says what is only likely', async () => {
  const id = await draft('Called Sen. Hill yesterday, she is a no');
  expect(confidenceIn((await shown(id)).confidence)).toEqual({
    officialId: 'sure',
    stance: 'sure',
    method: 'sure',
    billId: 'likely',
    onDate: 'sure',
    candidates: [],
  });
  const { page } = await browser.get('/log/contacts');
  expect(page).toContain('HB 203');
  expect(page).toContain('likely');
});

test('one click confirms what is whole; what is not leads to its form', async () => {
  const id = await draft('Called Sen. Hill, she is a no');
  const done = await browser.post(`/log/contacts/${id}/confirmation`, { asItStands: '1' });
  expect(done.to).toBe('/log/contacts?done=contact');
  expect(await shown(id)).toMatchObject({ state: 'confirmed', stance: 'oppose', billId: 'hb203' });
  const part = await draft('Called a legislator');
  expect((await browser.get('/log/contacts')).page).toContain(
    `href="/log/contacts/${part}">Fill in the rest`,
  );
  expect((await browser.post(`/log/contacts/${part}/confirmation`, { asItStands: '1' })).status).toBe(422);
});

test('a name that fits two is left open, and both are offered first', async () => {
  await run(`insert into seat (id, chamber_id, state, district) values ('seat-ben', 'mt-h', 'MT', '99');
    insert into official (id, name, given, family, source, as_of) values ('ben', 'Ben Hill', 'Ben', 'Hill', 'test', '2027-01-01');
    insert into tenure (id, seat_id, official_id) values ('tenure-ben', 'seat-ben', 'ben');
    insert into reach (district_nces, seat_id, share, source) values ('d1', 'seat-ben', 1, 'csv')`);
  const id = await draft('Called Hill, leaning no');
  expect(await shown(id)).toMatchObject({ officialId: null, stance: 'lean_oppose' });
  expect(confidenceIn((await shown(id)).confidence).candidates.toSorted()).toEqual(['ben', 'hill']);
  expect((await browser.get(`/log/contacts/${id}`)).page).toContain('The name fits');
});

test('a draft put away comes back by one click', async () => {
  const id = await draft('Called Sen. Hill, leaning no');
  const away = await browser.post(`/log/contacts/${id}/discard`);
  expect((await browser.get(away.to ?? '')).page).toContain(`/log/contacts/${id}/restoration`);
  expect((await browser.post(`/log/contacts/${id}/restoration`)).to).toBe('/log/contacts?done=restored');
  expect((await shown(id)).state).toBe('draft');
  expect(bad(await restoreContactReport(world, staff, { id })).kind).toBe('conflict');
  expect(bad(await restoreContactReport(world, staff, { id: 'none' })).kind).toBe('missing');
  good(await discardContactReport(world, staff, { id }));
  const other = staffAs('regional_president', { regionId: 'central' });
  expect(bad(await restoreContactReport(world, other, { id })).kind).toBe('missing');
});

test('the form of a member’s page shows their draft, and sending it confirms that draft', async () => {
  const id = await draft('Called Sen. Hill, leaning no');
  expect(await ownDraft(world, 'carla', id)).toBeNull();
  expect(await ownDraft(world, 'ned', id)).toMatchObject({
    id,
    values: { officialId: 'hill', stance: 'lean_oppose', method: 'phone' },
  });
  const input = { id, officialId: 'hill', stance: 'oppose' as const, onDate: '2027-02-09' };
  expect(good(await addContactReport(world, { kind: 'member', id: 'ned' }, input))).toEqual({ id });
  expect(await shown(id)).toMatchObject({
    state: 'confirmed',
    stance: 'oppose',
    billId: 'hb203',
    confirmedBy: 'ned',
  });
  expect(await rows(`select id from activity where contact_report_id = '${id}'`)).toHaveLength(1);
});

const draftsOf = async (...ids: string[]) => (await world.db.together(replyDrafts(ids)))[0];

test('the thread shows the drafts of a reply beside it, and one click there leads back to it', async () => {
  const replyId = await reply(world, 'ned', 'Spoke to Ada Hill, she is a no', alertId);
  const { id } = good(await draftContactReport(world, SYSTEM, { replyId }));
  expect(await draftsOf(replyId, 'another')).toEqual([
    {
      replyId,
      reportId: id,
      whole: true,
      fields: [
        { label: 'Official', value: 'Ada Hill', likely: false },
        { label: 'Bill', value: 'HB 203', likely: true },
        { label: 'Stands', value: 'Against the bill', likely: false },
        { label: 'How', value: null, likely: false },
        { label: 'Day', value: 'Feb 9', likely: true },
      ],
    },
  ]);
  const done = await browser.post(`/log/contacts/${id}/confirmation`, { asItStands: '1', thread: 'conv-1' });
  expect(done.to).toBe('/inbox/conv-1');
  expect(await draftsOf(replyId)).toEqual([]);
});
