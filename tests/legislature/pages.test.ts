import { beforeAll, expect, test } from 'vitest';
import {
  addIssue,
  agenda,
  correctOfficial,
  listChambers,
  listCommittees,
  listOfficials,
  importCongress,
  listUnreached,
  officialsOfMember,
  showCommittee,
  showOfficial,
  showReach,
} from '../../src/legislature/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { browse } from './browse.ts';
import { addTestMember, layGround } from './ground.ts';

const world = testWorld();
const staff = staffAs('staff');
const { open, upload } = browse(world, staff);
const director = browse(world, staffAs('director'));
const board = browse(world, staffAs('board'));

const head = { source: 'a test', snapshot: '2026-08-05', state: 'MT' };
const person = (id: string, name: string, chamber: string, district: string) => ({
  id: `ocd-person/${id}`,
  name,
  given: name.split(' ')[0],
  family: name.split(' ').at(-1),
  chamber,
  district,
  party: 'Independent',
  phone: '406-444-4800',
  email: `${id}@leg.example`,
});
const people = {
  ...head,
  people: [person('ada', 'Ada Kestrelman', 'lower', '78'), person('bo', 'Bo Foxhollow', 'upper', '39')],
};
const committees = {
  ...head,
  committees: [
    {
      id: 'ocd-organization/ed',
      name: 'Education',
      chamber: 'lower',
      members: [['ocd-person/ada', 'chair']],
    },
  ],
};
const reach =
  'district_nces,chamber,seat,share\n3000001,lower,78,0.75\n3000001,lower,79,0.25\n3000001,upper,39,1\n';

const confirmed = async (kind: string, name: string, content: string) => {
  const preview = await upload(kind, name, content);
  const action = /action="([^"]+\/confirmation)"/.exec(preview.html)?.[1] ?? '';
  return { preview, done: await open(action, { kind, fileName: name }) };
};

beforeAll(async () => {
  await layGround(world, [
    { nces: '3000001', name: 'Alder Elem', state: 'MT' },
    { nces: '3000002', name: 'Basin HS', state: 'MT' },
  ]);
  await addTestMember(world, 'olga', '3000001');
});

test('empty pages teach the next step', async () => {
  expect((await open('/officials')).html).toContain('Import officials');
  expect((await open('/agenda')).html).toContain('Start a legislative session');
});

test('a file is shown by what it would change, and imported only then', async () => {
  const { preview, done } = await confirmed('officials', 'mt.json', JSON.stringify(people));
  expect(preview.status).toBe(200);
  expect(preview.html).toContain('2 people in 150 seats, 148 vacant.');
  expect(done.to).toBe('/officials/imports?done=officials');
  const list = await open('/officials?chamber=mt-lower&q=HD 78');
  expect(list.html).toContain('Rep. Ada Kestrelman');
  expect(list.html).toContain('Montana of Aug 5, 2026.');
  const vacant = await open('/officials?chamber=mt-upper');
  expect(vacant.html).toContain('Vacant');
});

test('a file that cannot be read says where and why', async () => {
  const wrong = await upload('officials', 'mt.json', JSON.stringify({ ...people, state: 'Montana' }));
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Two capital letters of a state');
  expect((await upload('officials', 'mt.json', 'nothing')).html).toContain('This is not a JSON file.');
  expect((await open('/officials/imports', { kind: 'officials' })).html).toContain('Choose a file.');
  expect(
    (await open(`/officials/imports/${'0'.repeat(64)}/confirmation`, { kind: 'officials' })).status,
  ).toBe(409);
});

test('committees and reach follow, and rows that cannot be taken are listed with line and reason', async () => {
  expect((await confirmed('committees', 'c.json', JSON.stringify(committees))).done.status).toBe(303);
  const { preview } = await confirmed('reach', 'r.csv', `${reach}3000009,lower,1,1\n`);
  expect(preview.html).toContain('No school district has the NCES id');
  expect(preview.html).toContain('Import without 1 row');
  expect((await confirmed('reach', 'r.csv', reach)).done.status).toBe(303);
  const [committee] = good(await listCommittees(world, staff, {})).data;
  expect(good(await showCommittee(world, staff, { id: committee?.id ?? '' })).members).toMatchObject([
    { name: 'Ada Kestrelman', role: 'chair', seatName: 'HD 78', reached: 1 },
  ]);
});

test('what staff correct survives the next file, and can be given back to it', async () => {
  expect(
    (await open('/officials/ada/contact', { phone: '406-555-0100', email: 'ada@leg.example' })).to,
  ).toContain('done=contact');
  const newer = {
    ...people,
    snapshot: '2026-09-01',
    people: people.people.map((one) => ({ ...one, phone: '406-444-0000' })),
  };
  expect((await confirmed('officials', 'mt.json', JSON.stringify(newer))).done.status).toBe(303);
  const phones = async () =>
    (await officialsOfMember(world, 'olga')).map((one) => `${one.family} ${one.phone} ${one.email}`);
  expect(await phones()).toEqual([
    'Foxhollow 406-444-0000 bo@leg.example',
    'Kestrelman 406-555-0100 ada@leg.example',
  ]);
  good(await correctOfficial(world, staff, { id: 'ada', phone: null, email: '' }));
  expect(await phones()).toEqual(['Foxhollow 406-444-0000 bo@leg.example', 'Kestrelman 406-444-0000 null']);
  expect((await open('/officials/ada/contact', { email: 'nobody' })).status).toBe(422);
  const shown = good(await showOfficial(world, staff, { id: 'ada' }));
  expect(shown).toMatchObject({
    asOf: '2026-09-01',
    districts: [{ name: 'Alder Elem', share: 0.75, members: 1 }],
  });
  const elsewhere = staffAs('regional_president', { regionId: 'elsewhere' });
  expect(good(await showOfficial(world, elsewhere, { id: 'ada' })).districts[0]?.members).toBe(0);
});

test('reach is set by hand, and a file does not change it back', async () => {
  expect(good(await listUnreached(world, staff, {}))).toMatchObject({
    data: [{ nces: '3000002', lacks: ['mt-lower', 'mt-upper'], members: 0 }],
    gaps: { districts: 1, state: 1, house: 0 },
  });
  expect((await open('/officials/reach')).html).toContain('Basin HS');
  const wrong = await open('/officials/reach/3000001', {
    chamberId: 'mt-lower',
    'seats-mt-lower': '78 0.5, 101',
  });
  expect(wrong).toMatchObject({ status: 422 });
  expect(wrong.html).toContain('is no seat here');
  const done = await open('/officials/reach/3000001', {
    chamberId: 'mt-lower',
    'seats-mt-lower': 'HD 78 50%, 80 0.5',
  });
  expect(done.status).toBe(303);
  const { preview } = await confirmed('reach', 'r.csv', reach);
  expect(preview.status).toBe(200);
  const house = good(await showReach(world, staff, { districtNces: '3000001' })).chambers.find(
    (one) => one.id === 'mt-lower',
  );
  expect(house?.reach.map((one) => [one.seatId, one.share])).toEqual([
    ['mt-lower-078', 0.5],
    ['mt-lower-080', 0.5],
  ]);
});

test('gaps are counted with the quickest way to fill each: by ZIP code, by a file, by one form', async () => {
  const congress = {
    source: 'a test',
    snapshot: '2026-08-05',
    people: [1, 2].map((no) => ({
      id: `us${no}`,
      name: `Rep. ${no}`,
      family: `Rep${no}`,
      state: 'MT',
      chamber: 'house',
      district: no,
    })),
  };
  good(await importCongress(world, staff, { file: JSON.stringify(congress), states: ['MT'] }));
  await addTestMember(world, 'waiting', '3000002');
  const { gaps } = good(await listUnreached(world, staff, {}));
  expect(gaps).toEqual({ districts: 2, members: 2, house: 2, byZip: 0, state: 1 });
  const page = (await open('/officials/reach')).html;
  expect(page).toContain('No reach known for 2 school districts, with 2 members.');
  expect(page).toContain('No ZIP code is known for these.');
  const line = 'No reach known for 2 school districts, with 2 members.';
  expect((await open('/officials')).html).toContain(line);
  const regional = browse(world, staffAs('regional_president', { regionId: 'central' }));
  expect((await regional.open('/officials')).html).not.toContain('No reach known');
  expect(page).toContain('name="seats-3000002-us-house"');
  const file = (await open('/officials/reach.csv')).html;
  expect(
    file
      .trim()
      .split('\n')
      .map((line) => line.split(',').slice(0, 4).join(',')),
  ).toEqual([
    expect.stringMatching(/district_nces,chamber,seat,share$/),
    '3000001,us-house,,',
    '3000002,mt-lower,,',
    '3000002,mt-upper,,',
    '3000002,us-house,,',
  ]);
  const wrong = await open('/officials/reach', {
    'seats-3000001-us-house': '9',
    'seats-3000002-mt-lower': '12',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('is no seat here');
  expect(good(await listUnreached(world, staff, {})).gaps.districts).toBe(2);
  const done = await open('/officials/reach', {
    'seats-3000001-us-house': '1 0.6; 2 0.4',
    'seats-3000002-mt-lower': 'HD 12',
    'seats-3000002-mt-upper': '',
  });
  expect(done).toMatchObject({ status: 303, to: '/officials/reach?done=reach' });
  expect(good(await listUnreached(world, staff, {}))).toMatchObject({
    data: [{ nces: '3000002', lacks: ['mt-upper', 'us-house'] }],
    gaps: { districts: 1, members: 1 },
  });
});

test('seats are listed page by page, vacant ones among them', async () => {
  const first = good(await listOfficials(world, staff, { chamberId: 'mt-lower', limit: 60 }));
  const second = good(
    await listOfficials(world, staff, { chamberId: 'mt-lower', limit: 60, cursor: first.nextCursor ?? '' }),
  );
  expect(first.data).toHaveLength(60);
  expect(second.data.map((one) => one.seatName)).toContain('HD 78');
  expect(second.data).toHaveLength(40);
  expect(second.nextCursor).toBeNull();
  expect(good(await listChambers(world, staff, {})).data.slice(0, 2)).toMatchObject([
    { id: 'mt-lower', seats: 100, vacant: 99 },
    { id: 'mt-upper', seats: 50, vacant: 49 },
  ]);
});

test('the agenda is made by forms, and a wrong form says so beside its field', async () => {
  const wrong = await open('/agenda/sessions', {
    name: '',
    jurisdiction: 'MT',
    kind: 'regular',
    startsOn: '2027-01-04',
  });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('Give the legislative session a name.');
  await open('/agenda/sessions', {
    name: '70th Legislature',
    jurisdiction: 'MT',
    kind: 'regular',
    startsOn: '2027-01-04',
  });
  expect((await open('/agenda/issues', { name: 'School funding' })).status).toBe(303);
  const housing = good(await addIssue(world, staff, { name: 'Teacher housing' })).id;
  const read = good(await agenda(world, staff, {}));
  const legislativeSessionId = read.session?.id ?? '';
  const funding = read.issues.find((issue) => issue.name === 'School funding')?.id ?? '';
  const move = (issueId: string, how: string, was: string) =>
    director.open('/agenda/priorities', { legislativeSessionId, issueId, move: how, was });
  expect((await move(funding, 'add', '')).status).toBe(303);
  expect((await move(housing, 'add', funding)).status).toBe(303);
  expect((await move(housing, 'up', `${funding} ${housing}`)).status).toBe(303);
  expect((await move(housing, 'up', `${funding} ${housing}`)).status).toBe(409);
  expect(good(await agenda(world, staff, {})).priorities.map((issue) => issue.name)).toEqual([
    'Teacher housing',
    'School funding',
  ]);

  const bill = {
    legislativeSessionId,
    number: 'hb203',
    title: 'Revise school funding',
    status: 'Introduced',
    issueId: funding,
  };
  const added = await open('/agenda/bills', bill);
  const at = (added.to ?? '').split('?')[0] ?? '';
  expect((await open('/agenda/bills', { ...bill, number: 'HB 203' })).html).toContain(
    'is on the agenda of this session already',
  );
  expect((await open(`${at}/events`, { kind: 'hearing', on: '2027-02-10', time: '' })).html).toContain(
    'Give the time',
  );
  expect((await open(`${at}/events`, { kind: 'hearing', on: '2027-02-10', time: '15:00' })).status).toBe(303);
  expect((await open(`${at}/positions`, { position: 'support', fromOn: '2027-02-09' })).status).toBe(303);
  expect(
    (await open(at, { title: 'Revise school funding', status: 'In committee', statusOn: '2027-02-09' }))
      .status,
  ).toBe(303);
  const page = await open(at);
  for (const words of ['HB 203', 'Support', 'In committee', 'Hearing Wednesday, February 10, 3:00 pm'])
    expect(page.html).toContain(words);
  expect((await open(`/agenda/bills?q=hb203`)).html).toContain('HB 203');
  expect((await open('/agenda')).html).toContain('1. Teacher housing');
});

test('a regional president reads the agenda without forms; the board reads neither it nor officials', async () => {
  const president = browse(world, staffAs('regional_president', { regionId: 'r' }));
  const page = await president.open('/agenda');
  expect(page.html).toContain('HB 203');
  expect(page.html).not.toContain('<button class="button" type="submit" name="move"');
  expect((await board.open('/agenda')).status).toBe(403);
  expect((await board.open('/officials')).status).toBe(403);
  expect((await board.open('/agenda/issues', { name: 'Another' })).status).toBe(403);
  expect(bad(await showReach(world, staffAs('board'), { districtNces: '3000001' })).kind).toBe('forbidden');
});

test('what is not there answers 404', async () => {
  for (const path of [
    '/officials/nobody',
    '/officials/committees/none',
    '/officials/reach/0',
    '/agenda/bills/none',
    '/agenda?session=none',
  ])
    expect((await open(path)).status, path).toBe(404);
});

test('a form is shown only to those who may send it', async () => {
  const forms = ['/agenda/issues/new', '/agenda/bills/new', '/agenda/sessions/new', '/officials/imports'];
  for (const path of forms) {
    expect([path, (await open(path)).status]).toEqual([path, 200]);
    const refused = await board.open(path);
    expect([path, refused.status]).toEqual([path, 403]);
    expect(refused.html).toContain('This needs another role: owner, director');
  }
});
