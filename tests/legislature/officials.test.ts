import * as z from 'zod';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  assignReachByZip,
  findOfficials,
  importCommittees,
  importCongress,
  importOfficials,
  importReach,
  officialsOfDistrict,
  officialsOfMember,
  setReach,
} from '../../src/legislature/index.ts';
import { statement } from '../../src/platform/statement.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { addTestMember, layGround, type TestDistrict } from './ground.ts';
import { realFile } from './real-files.ts';

const world = testWorld();
const staff = staffAs('staff');
const BILLINGS = '3003870';

const counts = statement({
  params: z.object({}),
  row: z.object({
    officials: z.number(),
    seats: z.number(),
    holders: z.number(),
    ended: z.number(),
    sittings: z.number(),
    reach: z.number(),
  }),
  sql: `select (select count(*) from official) as officials, (select count(*) from seat) as seats,
               (select count(*) from tenure where to_on is null) as holders,
               (select count(*) from tenure where to_on is not null) as ended,
               (select count(*) from committee_seat) as sittings, (select count(*) from reach) as reach`,
});
const everything = () => world.db.first(counts, {});

const files = {
  people: realFile('legislators/mt.json'),
  committees: realFile('legislators/mt-committees.json'),
  congress: realFile('legislators/congress.json'),
  ma: realFile('legislators/ma.json'),
  reach: realFile('reach/mt.csv'),
  zips: realFile('zip-districts/mt.json'),
  districts: realFile('school-districts/mt.json'),
};
const absent = Object.values(files).includes(null);
if (absent) console.log('Skipped: the folder of open data beside the project is absent.');
const given = (text: string | null) => text ?? '';

describe.skipIf(absent)('the real files of Montana', () => {
  let roster: {
    people: { id: string; name: string; chamber: string; district: string }[];
    [key: string]: unknown;
  };
  beforeAll(async () => {
    roster = JSON.parse(given(files.people)) as typeof roster;
    const { districts } = JSON.parse(given(files.districts)) as { districts: TestDistrict[] };
    const zips: Record<string, string> = { [BILLINGS]: '59101', '3003900': '59086' };
    await layGround(
      world,
      districts.map(({ nces, name, county }) => ({
        nces,
        name,
        county,
        state: 'MT',
        zip: zips[nces] ?? null,
      })),
    );
    await addTestMember(world, 'olga', BILLINGS);
    await addTestMember(world, 'retired', null);
  });

  test('a dry run says what a file would change, and changes nothing', async () => {
    const refresh = good(await importOfficials(world, staff, { file: given(files.people), dryRun: true }));
    expect(refresh).toMatchObject({ created: 150, updated: 0, removed: 0, asOf: '2026-08-05' });
    expect(refresh.notes[0]).toBe('150 people in 150 seats, none vacant.');
    expect(await everything()).toMatchObject({ officials: 0, seats: 0 });
  });

  test('150 people sit in 150 seats, 50 of the Senate and 100 of the House', async () => {
    good(await importOfficials(world, staff, { file: given(files.people) }));
    expect(await everything()).toMatchObject({ officials: 150, seats: 150, holders: 150, ended: 0 });
  });

  test('the same file again changes nothing', async () => {
    const before = await everything();
    const again = good(await importOfficials(world, staff, { file: given(files.people) }));
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 150, removed: 0 });
    expect(await everything()).toEqual(before);
  });

  test('committees come with their 787 memberships, and the same file again changes nothing', async () => {
    const first = good(await importCommittees(world, staff, { file: given(files.committees) }));
    expect(first).toMatchObject({ created: 787, notes: ['66 committees with 787 memberships.'] });
    expect(await everything()).toMatchObject({ sittings: 787 });
    const again = good(await importCommittees(world, staff, { file: given(files.committees) }));
    expect(again).toMatchObject({ created: 0, updated: 0, removed: 0, unchanged: 787 });
    expect(await everything()).toMatchObject({ sittings: 787 });
  });

  test('1,460 rows of reach are taken, all of them or none', async () => {
    const spoilt = `${given(files.reach)}9999999,lower,1,0.5\n${BILLINGS},lower,101,0.5\n${BILLINGS},upper,1,1.5\n`;
    const problem = bad(await importReach(world, staff, { file: spoilt }));
    expect(problem.fields?.map((one) => one.field)).toEqual([
      'line 1462: district_nces',
      'line 1463: seat',
      'line 1464: share',
    ]);
    expect(await everything()).toMatchObject({ reach: 0 });
    expect(good(await importReach(world, staff, { file: given(files.reach) }))).toMatchObject({
      created: 1460,
    });
    expect(await everything()).toMatchObject({ reach: 1460 });
    expect(good(await importReach(world, staff, { file: given(files.reach) }))).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: 1460,
    });
  });

  test('the members of Congress of one state come, and senators reach every school district', async () => {
    const refresh = good(await importCongress(world, staff, { file: given(files.congress), states: ['MT'] }));
    expect(refresh).toMatchObject({ created: 4 });
    expect(await everything()).toMatchObject({ officials: 154, seats: 154, reach: 1460 + 2 * 483 });
  });

  test('a ZIP code in one district gives its representative; others are listed to be set by hand', async () => {
    const refresh = good(await assignReachByZip(world, staff, { file: given(files.zips) }));
    expect(refresh).toMatchObject({ created: 1 });
    expect(refresh.byHand).toHaveLength(482);
    expect(refresh.byHand.find((one) => one.nces === '3003900')?.reason).toBe(
      'The ZIP code 59086 lies in the districts 1 and 2.',
    );
    good(
      await setReach(world, staff, {
        districtNces: '3003900',
        chamberId: 'us-house',
        seats: [{ seatId: 'us-house-mt-002' }],
      }),
    );
    const reached = await officialsOfDistrict(world, '3003900');
    expect(reached.filter((one) => one.chamberId === 'us-house').map((one) => one.seatName)).toEqual([
      'MT-2',
    ]);
    const again = good(await assignReachByZip(world, staff, { file: given(files.zips) }));
    expect(again.byHand).toHaveLength(481);
    expect((await officialsOfDistrict(world, '3003900')).some((one) => one.chamberId === 'us-house')).toBe(
      true,
    );
  });

  test('a member in Billings has two representatives, two senators and the delegation', async () => {
    const officials = await officialsOfMember(world, 'olga');
    expect(officials.map((one) => `${one.title} ${one.seatName} ${one.share}`)).toEqual([
      'Sen. SD 47 0.65',
      'Sen. SD 46 0.35',
      'Rep. HD 93 0.65',
      'Rep. HD 92 0.35',
      'Sen. MT Class 1 1',
      'Sen. MT Class 2 1',
      'Rep. MT-2 1',
    ]);
    expect(officials[0]).toMatchObject({
      phone: '406-444-4800',
      level: 'state',
      chamberName: 'Montana Senate',
    });
    expect(officials[0]?.committees.length).toBeGreaterThan(0);
    expect(await officialsOfMember(world, 'retired')).toEqual([]);
  });

  test('words name an official by title and family name, the member’s own first', async () => {
    const own = roster.people.find((one) => one.chamber === 'upper' && one.district === '47');
    const family = own?.name.split(' ').at(-1) ?? '';
    const found = await findOfficials(world, `Called Sen. ${family}, leaning no`, { memberId: 'olga' });
    expect(found[0]).toMatchObject({ name: own?.name, own: true, match: 'title and family name' });
    expect(await findOfficials(world, 'neil DURAM')).toMatchObject([
      { name: 'Neil Duram', seatName: 'HD 1', own: false },
    ]);
    expect(await findOfficials(world, 'thanks for the update')).toEqual([]);
  });

  test('a person who is gone leaves the seat and stays on record; the follower begins with the file', async () => {
    const next = structuredClone(roster);
    next.snapshot = '2027-01-04';
    const first = next.people[0];
    if (first)
      Object.assign(first, {
        id: 'ocd-person/new',
        name: 'Ada Kestrelman',
        given: 'Ada',
        family: 'Kestrelman',
      });
    next.people = next.people.filter((one) => one.chamber !== 'upper' || one.district !== '50');
    const refresh = good(await importOfficials(world, staff, { file: JSON.stringify(next) }));
    expect(refresh).toMatchObject({ created: 1, removed: 2 });
    expect(refresh.notes).toContain('HD 1: Ada Kestrelman follows Neil Duram.');
    expect(
      refresh.notes.some(
        (note) => note.startsWith('SD 50: ') && note.endsWith('leaves, the seat is vacant.'),
      ),
    ).toBe(true);
    expect(await everything()).toMatchObject({ officials: 155, seats: 154, holders: 153, ended: 2 });
    const older = bad(await importOfficials(world, staff, { file: given(files.people) }));
    expect(older).toMatchObject({ kind: 'refused', rule: 'older-file' });
  });

  test('Massachusetts names its seats, and its two vacancies are seats too', async () => {
    const refresh = good(await importOfficials(world, staff, { file: given(files.ma) }));
    expect(refresh.notes[0]).toBe('198 people in 200 seats, 2 vacant.');
  });
});

const small = {
  state: 'MT',
  source: 'a test',
  snapshot: '2026-08-05',
  people: [{ id: 'x', name: 'Ann Lee', given: 'Ann', family: 'Lee', chamber: 'lower', district: '1' }],
};

const tried = async (value: unknown) =>
  bad(
    await importOfficials(world, staff, {
      file: typeof value === 'string' ? value : JSON.stringify(value),
    }),
  ).fields;

test('a file of the wrong shape is refused by field and reason', async () => {
  expect(await tried('{')).toMatchObject([{ field: 'file' }]);
  expect(await tried({ ...small, people: [{ ...small.people[0], chamber: 'middle' }] })).toEqual([
    { field: 'people.0.chamber', message: 'Either lower or upper.' },
  ]);
  expect(await tried({ ...small, people: [...small.people, { ...small.people[0], id: 'y' }] })).toEqual([
    { field: 'people.1.district', message: 'HD 1 is held by another person of this file.' },
  ]);
  expect(await tried({ ...small, people: [{ ...small.people[0], district: '101' }] })).toMatchObject([
    { field: 'people.0.district' },
  ]);
});

test('a coordinator, a partner and the board import nothing', async () => {
  for (const role of ['coordinator', 'partner', 'board', 'regional_president'] as const)
    expect(bad(await importOfficials(world, staffAs(role), { file: '{}' })).kind).toBe('forbidden');
});
