import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  addRelationship,
  changeRelationship,
  learnRelationships,
  listKnown,
  listOfficialsKnown,
  listRelationships,
  relationshipsOf,
  removeRelationship,
  restoreRelationship,
  showRelationship,
} from '../../src/legislature/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { browse } from './browse.ts';
import { addTestMember, layGround } from './ground.ts';

const world = testWorld();
const staff = staffAs('staff');
const western = staffAs('regional_president', { regionId: 'western' });
const central = staffAs('regional_president', { regionId: 'central' });
const WELL = { kind: 'former_student' as const, strength: 3, sinceYear: 1998, note: 'Taught her history.' };
const MET = { kind: 'acquainted' as const, strength: 1 };

beforeAll(async () => {
  await layGround(world, [{ nces: '3000001', name: 'Drummond', state: 'MT' }]);
  for (const id of ['olga', 'ned', 'clara']) await addTestMember(world, id, '3000001');
  await env.DB.batch(
    [
      `insert into region (id, name) values ('western', 'Western'), ('central', 'Central')`,
      `update member set region_id = 'western' where id in ('olga', 'ned')`,
      `update member set region_id = 'central', first_name = 'Clara' where id = 'clara'`,
      `insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title) values ('mt-lower', 'MT', 'state', 'lower', 'Montana House', 'HD', 'Rep.')`,
      `insert into seat (id, chamber_id, state, district) values ('hd78', 'mt-lower', 'MT', '78'), ('hd83', 'mt-lower', 'MT', '83')`,
      `insert into official (id, name, given, family, source, as_of) values ('kes', 'Ada Kestrelman', 'Ada', 'Kestrelman', 'test', '2027-01-01'), ('bra', 'Lyle Bramblewood', 'Lyle', 'Bramblewood', 'test', '2027-01-01')`,
      `insert into tenure (id, seat_id, official_id) values ('t1', 'hd78', 'kes'), ('t2', 'hd83', 'bra')`,
      `insert into reach (district_nces, seat_id, share, source) values ('3000001', 'hd78', 1, 'csv')`,
    ].map((sql) => env.DB.prepare(sql)),
  );
});

test('who knows an official stands on both sides, who knows them best first', async () => {
  good(await addRelationship(world, staff, { memberId: 'ned', officialId: 'kes', ...MET }));
  good(await addRelationship(world, staff, { memberId: 'olga', officialId: 'kes', ...WELL }));
  const { data } = good(await listRelationships(world, staff, { officialId: 'kes' }));
  expect(data.map(({ memberId, strength }) => [memberId, strength])).toEqual([
    ['olga', 3],
    ['ned', 1],
  ]);
  expect(data[0]).toMatchObject({ ...WELL, source: 'staff', districtName: 'Drummond' });
  expect(good(await listOfficialsKnown(world, staff, { memberId: 'olga' })).data).toMatchObject([
    { officialId: 'kes', title: 'Rep.', current: 1, strength: 3 },
  ]);
});

test('the same two stand on record once; a form sent twice is one entry', async () => {
  const id = '01JD3WK2Q9V6H7M4T8XN5RBACE';
  const entry = { id, memberId: 'ned', officialId: 'bra', ...MET };
  good(await addRelationship(world, staff, entry));
  good(await addRelationship(world, staff, entry));
  const again = bad(await addRelationship(world, staff, { memberId: 'ned', officialId: 'bra', ...WELL }));
  expect(again.fields?.[0]?.message).toContain('on record already');
  expect((await relationshipsOf(world, ['bra'])).map((one) => one.strength)).toEqual([1]);
});

test('a change replaces how and how well, and says who said so', async () => {
  const [entry] = await relationshipsOf(world, ['bra']);
  const id = entry?.id ?? '';
  const after = good(
    await changeRelationship(world, staffAs('director'), {
      id,
      kind: 'neighbor',
      strength: 2,
      note: 'Same street',
    }),
  );
  expect(after).toMatchObject({
    kind: 'neighbor',
    strength: 2,
    note: 'Same street',
    sourceId: 'staff-director',
  });
  expect(
    bad(await changeRelationship(world, staff, { id, kind: 'neighbor', strength: 4 })).fields,
  ).toBeDefined();
});

test('what is taken off leaves both pages and comes back by undo, unless the two have another by then', async () => {
  const [entry] = await relationshipsOf(world, ['bra']);
  const id = entry?.id ?? '';
  good(await removeRelationship(world, staff, { id }));
  expect(await relationshipsOf(world, ['bra'])).toEqual([]);
  expect(bad(await showRelationship(world, staff, { id })).kind).toBe('missing');
  expect(bad(await removeRelationship(world, staff, { id })).kind).toBe('conflict');
  good(await restoreRelationship(world, staff, { id }));
  expect(await relationshipsOf(world, ['bra'])).toMatchObject([{ id, kind: 'neighbor' }]);
  good(await removeRelationship(world, staff, { id }));
  good(await addRelationship(world, staff, { memberId: 'ned', officialId: 'bra', ...WELL }));
  expect(bad(await restoreRelationship(world, staff, { id })).kind).toBe('conflict');
});

test('a regional president sees and writes what the members of the region know, and nothing of another', async () => {
  good(await addRelationship(world, central, { memberId: 'clara', officialId: 'kes', ...MET }));
  expect(
    bad(await addRelationship(world, central, { memberId: 'olga', officialId: 'bra', ...MET })).kind,
  ).toBe('missing');
  const seen = async (who: typeof central) =>
    good(await listRelationships(world, who, { officialId: 'kes' })).data.map(({ memberId }) => memberId);
  expect(await seen(central)).toEqual(['clara']);
  expect(await seen(western)).toEqual(['olga', 'ned']);
  const [own] = await relationshipsOf(world, ['kes'], 'western');
  const id = own?.id ?? '';
  expect(bad(await showRelationship(world, central, { id })).kind).toBe('missing');
  expect(bad(await changeRelationship(world, central, { id, ...MET })).kind).toBe('missing');
  expect(bad(await removeRelationship(world, central, { id })).kind).toBe('missing');
  expect(good(await listOfficialsKnown(world, central, { memberId: 'olga' })).data).toEqual([]);
});

test('the list of all officials says whom nobody knows', async () => {
  const map = good(await listKnown(world, central, {})).data;
  expect(map.map(({ officialId, best, members }) => [officialId, best, members])).toEqual([
    ['kes', 1, 1],
    ['bra', 0, 0],
  ]);
  const nobody = good(await listKnown(world, central, { unknownOnly: true })).data;
  expect(nobody.map(({ officialId }) => officialId)).toEqual(['bra']);
  const { html } = await browse(world, central).open('/officials/relationships?unknown=1');
  expect(html).toContain('Rep. Lyle Bramblewood');
  expect(html).not.toContain('Kestrelman');
});

test('members who left are not counted on', async () => {
  await env.DB.prepare(`update member set state = 'left' where id = 'clara'`).run();
  expect((await relationshipsOf(world, ['kes'])).map(({ memberId }) => memberId)).toEqual(['olga', 'ned']);
  expect(
    bad(await addRelationship(world, staff, { memberId: 'clara', officialId: 'bra', ...MET })).kind,
  ).toBe('missing');
});

test('the pages: add from the side of the official, change, take off, undo', async () => {
  const { open } = browse(world, staff);
  expect((await open('/officials/kes')).html).toContain('Who knows them best');
  const form = await open('/officials/relationships/new?official=bra');
  expect(form.html).toContain('Search for a member by name above');
  const found = await open('/officials/relationships/new?official=bra&q=Kestrelman');
  expect(found.html).toContain('<option value="olga">Olga Kestrelman, Drummond</option>');
  const wrong = await open('/officials/relationships', {
    side: 'official',
    officialId: 'bra',
    memberId: 'olga',
    kind: 'friend',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Choose how well.');
  const made = await open('/officials/relationships', {
    side: 'official',
    officialId: 'bra',
    memberId: 'olga',
    kind: 'friend',
    strength: '2',
    sinceYear: '2011',
  });
  expect(made).toMatchObject({ status: 303, to: '/officials/bra?done=knows#knows' });
  const [entry] = (await relationshipsOf(world, ['bra'])).filter(({ memberId }) => memberId === 'olga');
  const page = (await open('/officials/bra')).html;
  expect(page).toContain('Friend, since 2011');
  expect(page).toContain(`/officials/relationships/${entry?.id}?side=official`);
  const off = await open(`/officials/relationships/${entry?.id}/removal`, { side: 'official' });
  expect(off.to).toBe(`/officials/bra?removed=${entry?.id}#knows`);
  expect((await open(`/officials/bra?removed=${entry?.id}`)).html).toContain('Undo');
  await open(`/officials/relationships/${entry?.id}/restoration`, { side: 'official' });
  expect((await open('/officials/bra')).html).toContain('Friend, since 2011');
});

test('what a survey tells stands beside what staff wrote', async () => {
  const asked = { memberId: 'ned', alertId: 'survey', at: 1, offered: ['kes', 'bra'] };
  const known = asked.offered.map((officialId) => ({ officialId, strength: 1, kind: null }));
  good(await learnRelationships(world, SYSTEM, { ...asked, known }));
  const { data } = good(await listOfficialsKnown(world, staff, { memberId: 'ned' }));
  // Both stood there already by staff's word.
  expect(data.map(({ source }) => source)).toEqual(['staff', 'staff']);
});
