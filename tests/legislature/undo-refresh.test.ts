import { env } from 'cloudflare:workers';
import { beforeEach, describe, expect, test } from 'vitest';
import { addRelationship } from '../../src/legislature/add-relationship.ts';
import { correctOfficial } from '../../src/legislature/correct-official.ts';
import {
  importCommittees,
  importCongress,
  importOfficials,
  importReach,
  listCommittees,
  listOfficials,
  redrawSeats,
  setReach,
  showOfficial,
  undoRefresh,
} from '../../src/legislature/index.ts';
import { listImports, showImport, undoImport } from '../../src/people/index.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { browse } from './browse.ts';
import { emptyTables } from './empty-tables.ts';
import { addTestMember, layGround } from './ground.ts';
import { houseFile, houseReach } from './house-files.ts';

const world = testWorld();
const staff = staffAs('staff');
const all = async (sql: string) => (await env.DB.prepare(sql).all()).results;

type Person = Parameters<typeof houseFile>[1][number];
const committees = (snapshot: string, list: [string, string[]][]) =>
  JSON.stringify({
    source: 'a test',
    state: 'MT',
    snapshot,
    committees: list.map(([id, members]) => ({
      id,
      name: `Committee ${id}`,
      chamber: 'lower',
      members: members.map((one) => [one, 'member']),
    })),
  });
/** Everything that an import of this slice may touch, as it stands. */
const standing = async () => ({
  officials: await all('select id, name, phone, override, source, as_of from official order by id'),
  tenures: await all(
    'select seat_id, official_id, from_on, to_on from tenure order by seat_id, official_id, from_on',
  ),
  seats: await all('select id, from_on, to_on from seat order by id'),
  committees: await all('select * from committee order by id'),
  committeeSeats: await all('select * from committee_seat order by committee_id, official_id'),
  reach: await all('select * from reach order by district_nces, seat_id'),
  feeds: await all('select * from feed order by jurisdiction, kind'),
});
const importOf = async (made: ReturnType<typeof importOfficials>) => {
  const { importId } = good(await made);
  expect(importId).toBeTruthy();
  world.passTime(60_000);
  return importId ?? '';
};
const officials = (snapshot: string, list: Person[], acceptOlder = false) =>
  importOf(
    importOfficials(world, staff, { file: houseFile(snapshot, list), fileName: 'people.json', acceptOlder }),
  );
const undo = async (id: string) => good(await undoImport(world, staff, { id }));

const FIRST: Person[] = [
  { id: 'ada', district: '78', phone: '406-555-0101' },
  { id: 'bo', district: '79' },
];

beforeEach(async () => {
  await emptyTables([
    'import',
    'reach',
    'relationship',
    'committee_seat',
    'committee',
    'tenure',
    'seat',
    'official',
    'feed',
  ]);
  if ((await all('select 1 from district')).length > 0) return;
  const districts = ['3000001', '3000002'].map((nces) => ({ nces, name: `District ${nces}`, state: 'MT' }));
  await layGround(world, districts);
  await addTestMember(world, 'olga', '3000001');
  const network = { networkName: 'Treasure State', shortName: 'TS', zone: 'America/Denver', state: 'MT' };
  good(await saveNetworkSettings(world, staffAs('owner'), network));
});

describe('an import of officials that is undone', () => {
  test('leaves seats, people and the day of the data exactly as before it', async () => {
    await officials('2026-08-05', FIRST);
    const before = await standing();
    const id = await officials('2026-09-01', [
      { id: 'ada', district: '78', phone: '406-555-0199' },
      { id: 'cy', district: '79' },
      { id: 'di', district: '80' },
    ]);
    expect(await standing()).not.toEqual(before);
    const told = good(await undoImport(world, staff, { id, dryRun: true }));
    expect(told).toEqual({ removed: 2, restored: 2, kept: [] });
    expect(await undo(id)).toEqual(told);
    expect(await standing()).toEqual(before);
    expect(bad(await undoImport(world, staff, { id })).kind).toBe('conflict');
  });

  test('of the very first file takes away its seats too', async () => {
    const before = await standing();
    const id = await officials('2026-08-05', FIRST);
    expect(await undo(id)).toMatchObject({ removed: 2, kept: [] });
    expect(await standing()).toEqual(before);
  });

  test('keeps what staff did since: corrections, and people whom members know', async () => {
    await officials('2026-08-05', FIRST);
    const id = await officials('2026-09-01', [
      { id: 'ada', district: '78', phone: '406-555-0199' },
      { id: 'cy', district: '79' },
    ]);
    good(await correctOfficial(world, staff, { id: 'ada', phone: '406-555-0007' }));
    good(
      await addRelationship(world, staff, {
        memberId: 'olga',
        officialId: 'cy',
        kind: 'friend',
        strength: 3,
      }),
    );
    expect((await undo(id)).kept).toEqual([{ id: 'cy', name: 'Given cy', reason: 'members know them' }]);
    const ada = good(await showOfficial(world, staff, { id: 'ada' }));
    expect(ada.phone).toBe('406-555-0007');
    expect(good(await showOfficial(world, staff, { id: 'cy' })).seat).toBeNull();
    const { data } = good(await listOfficials(world, staff, { q: 'HD 79' }));
    expect(data).toMatchObject([{ officialId: 'bo' }]);
  });

  test('keeps whom contact reports name, on record without a seat', async () => {
    await officials('2026-08-05', FIRST);
    const id = await officials('2026-09-01', [...FIRST, { id: 'cy', district: '80' }]);
    await env.DB.exec(
      `insert into contact_report (id, state, official_id, method, on_date, door, created_at, created_by) values ('c', 'confirmed', 'cy', 'phone', '2026-09-02', 'staff', 1, 'x')`,
    );
    expect((await undo(id)).kept).toEqual([
      { id: 'cy', name: 'Given cy', reason: 'contact reports name them' },
    ]);
    expect(good(await showOfficial(world, staff, { id: 'cy' })).seat).toBeNull();
    await env.DB.exec(`delete from contact_report`);
  });

  test('is refused once a newer file says what stands, and goes back newest first', async () => {
    const start = await standing();
    const one = await officials('2026-08-05', FIRST);
    const between = await standing();
    const two = await officials('2026-09-01', [FIRST[0] as Person]);
    const { rule, message } = bad(await undoImport(world, staff, { id: one, dryRun: true }));
    expect(rule).toBe('import.overtaken');
    expect(message).toContain('Data of Sep 1, 2026 from a test have come since');
    await undo(two);
    expect(await standing()).toEqual(between);
    await undo(one);
    expect(await standing()).toEqual(start);
  });

  test('leaves a map alone that has ended since, and says so', async () => {
    world.setNow(Date.parse('2027-02-10T18:00:00Z'));
    await officials('2026-08-05', FIRST);
    const id = await officials('2026-09-01', [FIRST[0] as Person, { id: 'cy', district: '79' }]);
    good(await redrawSeats(world, staff, { chamberId: 'mt-lower', state: 'MT', on: '2027-02-01' }));
    expect((await undo(id)).kept).toMatchObject([
      { id: 'cy', reason: 'they hold or held another seat' },
      { name: 'HD 79', reason: 'its map has ended since' },
    ]);
    expect(await all('select 1 from tenure where to_on is null')).toEqual([]);
  });

  test('a file that changes nothing is no import', async () => {
    await officials('2026-08-05', FIRST);
    const again = good(await importOfficials(world, staff, { file: houseFile('2026-08-06', FIRST) }));
    expect(again).toMatchObject({ importId: null, unchanged: 2 });
    expect(good(await listImports(world, staff, { kinds: ['officials'] })).data).toHaveLength(1);
  });

  test('says of each seat what became of it', async () => {
    await officials('2026-08-05', FIRST);
    const id = await officials('2026-09-01', [FIRST[0] as Person, { id: 'cy', district: '79' }]);
    const { lines } = good(await showImport(world, staff, { id }));
    expect(lines.flatMap(({ problems }) => problems)).toEqual([
      { field: 'HD 79', reason: 'Given cy follows Given bo.' },
    ]);
  });
});

test('an import of Congress is undone like one of officials, the senators’ own reach with it', async () => {
  const file = JSON.stringify({
    source: 'a test',
    snapshot: '2026-08-05',
    people: [1, 2].map((no) => ({
      id: `S00${no}`,
      name: `Sen ${no}`,
      given: 'Sen',
      family: String(no),
      chamber: 'senate',
      state: 'MT',
      class: no,
    })),
  });
  const before = await standing();
  const id = await importOf(importCongress(world, staff, { file }));
  expect((await standing()).reach).toHaveLength(4);
  expect(await undo(id)).toEqual({ removed: 2, restored: 0, kept: [] });
  expect(await standing()).toEqual(before);
});

test('an import of committees that is undone leaves them and their members as before', async () => {
  await officials('2026-08-05', FIRST);
  good(await importCommittees(world, staff, { file: committees('2026-08-05', [['a', ['ada', 'bo']]]) }));
  const before = await standing();
  world.passTime(60_000);
  const id = await importOf(
    importCommittees(world, staff, {
      file: committees('2026-09-01', [
        ['a', ['ada']],
        ['b', ['bo']],
      ]),
    }),
  );
  expect(await undo(id)).toEqual({ removed: 1, restored: 1, kept: [] });
  expect(await standing()).toEqual(before);

  const second = await importOf(
    importCommittees(world, staff, {
      file: committees('2026-09-01', [
        ['a', ['ada', 'bo']],
        ['b', ['bo']],
      ]),
    }),
  );
  await env.DB.batch(
    [
      `insert into legislative_session (id, jurisdiction, name, kind, starts_on) values ('s', 'MT', '2027', 'regular', '2027-01-04')`,
      `insert into bill (id, legislative_session_id, number, title, status, status_on, source, created_at) values ('x', 's', 'HB 1', 'A', 'New', '2027-01-04', 'x', 0)`,
      `insert into bill_event (id, bill_id, kind, at, committee_id, source) values ('e', 'x', 'hearing', 1, 'b', 'x')`,
    ].map((sql) => env.DB.prepare(sql)),
  );
  expect((await undo(second)).kept).toMatchObject([
    { id: 'b', reason: 'a hearing is there, so it stays without members' },
  ]);
  expect(
    good(await listCommittees(world, staff, {})).data.map(({ name, members }) => [name, members]),
  ).toEqual([
    ['Committee a', 2],
    ['Committee b', 0],
  ]);
  await env.DB.exec('delete from bill_event');
});

describe('an import of reach that is undone', () => {
  test('brings the shares back as they were, but where staff or a later file spoke since', async () => {
    await officials('2026-08-05', FIRST);
    await importOf(
      importReach(world, staff, { file: houseReach(['3000001', '78', 1], ['3000002', '78', 1]) }),
    );
    const before = (await standing()).reach;
    const id = await importOf(
      importReach(world, staff, {
        file: houseReach(['3000001', '78', 0.4], ['3000001', '79', 0.6], ['3000002', '79', 1]),
      }),
    );
    expect(good(await undoImport(world, staff, { id, dryRun: true }))).toEqual({
      removed: 0,
      restored: 2,
      kept: [],
    });
    expect(await undo(id)).toMatchObject({ restored: 2 });
    expect((await standing()).reach).toEqual(before);

    const again = await importOf(
      importReach(world, staff, { file: houseReach(['3000001', '79', 1], ['3000002', '79', 1]) }),
    );
    const seats = [{ seatId: 'mt-lower-080', share: 1 }];
    good(await setReach(world, staff, { districtNces: '3000001', chamberId: 'mt-lower', seats }));
    await importOf(
      importReach(world, staff, { file: houseReach(['3000002', '78', 0.5], ['3000002', '79', 0.5]) }),
    );
    const kept = (await standing()).reach;
    expect(await undo(again)).toEqual({
      removed: 0,
      restored: 0,
      kept: [
        { id: '3000001', name: 'District 3000001', reason: 'set by hand since' },
        { id: '3000002', name: 'District 3000002', reason: 'a later file speaks of it' },
      ],
    });
    expect((await standing()).reach).toEqual(kept);
  });

  test('leaves alone what a later file says too', async () => {
    await officials('2026-08-05', FIRST);
    const id = await importOf(importReach(world, staff, { file: houseReach(['3000001', '78', 1]) }));
    await importOf(
      importReach(world, staff, { file: houseReach(['3000001', '78', 1], ['3000002', '79', 1]) }),
    );
    expect((await undo(id)).kept).toMatchObject([{ id: '3000001', reason: 'a later file speaks of it' }]);
    expect((await standing()).reach).toHaveLength(2);
  });

  test('leaves a district without reach where it had none', async () => {
    await officials('2026-08-05', FIRST);
    const before = await standing();
    const id = await importOf(importReach(world, staff, { file: houseReach(['3000001', '78', 1]) }));
    expect(await undo(id)).toEqual({ removed: 1, restored: 0, kept: [] });
    expect(await standing()).toEqual(before);
  });
});

test('the page of an import says before it is undone what goes, what stays and why', async () => {
  const { open } = browse(world, staff);
  await officials('2026-08-05', FIRST);
  const id = await officials('2026-09-01', [FIRST[0] as Person, { id: 'cy', district: '79' }]);
  expect((await open('/officials/imports')).html).toContain(
    `<a href="/officials/imports/${id}">people.json</a>`,
  );
  good(
    await addRelationship(world, staff, { memberId: 'olga', officialId: 'cy', kind: 'friend', strength: 3 }),
  );
  const at = `/officials/imports/${id}`;
  const before = await open(at);
  expect(before.html).toContain(
    '0 people who came with it will be removed, and 1 seat or person put back as before.',
  );
  expect(before.html).toContain('Would stay: members know them');
  expect(before.html).toContain('Given cy');
  expect(before.html).toContain('Given cy follows Given bo.');
  const done = await open(`${at}/undo`, {});
  expect(done.html).toContain('Undone: 0 removed, 1 put back as they were.');
  expect(done.html).toContain('Left as is: members know them');
  const [older] = good(await listImports(world, staff, { kinds: ['officials'] })).data.toReversed();
  await officials('2026-10-01', [FIRST[1] as Person]);
  const stands = await open(`/officials/imports/${older?.id}`);
  expect(stands.html).toContain('This import cannot be undone now.');
  expect(stands.html).toContain('Data of Oct 1, 2026 from a test have come since');
  expect(stands.html).not.toContain('Undo it');
  expect((await open('/officials/imports/none')).status).toBe(404);
  expect((await browse(world, staffAs('coordinator')).open(`${at}/undo`, {})).status).toBe(403);
});

test('what cannot be read as an import of this slice is not guessed at', async () => {
  await expect(
    undoRefresh(world, staff, { id: 'x', kind: 'officials', at: 0 }, [
      { line: 0, outcome: 'updated', subjectId: null, before: { what: 'else' } },
    ]),
  ).rejects.toThrow();
});
