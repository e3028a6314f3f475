import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  discardMap,
  importOfficials,
  importReach,
  legislatureClocks,
  listMaps,
  listUnreached,
  officialsOfMember,
  prepareMap,
  redrawSeats,
  showReach,
} from '../../src/legislature/index.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { browse } from './browse.ts';
import { addTestMember, layGround } from './ground.ts';
import { houseFile, houseReach } from './house-files.ts';

const world = testWorld();
const staff = staffAs('staff');
const HOUSE = { chamberId: 'mt-lower', state: 'MT' };
const DAY = '2027-03-01';
const NEW_MAP = houseReach(['3000001', '12', 0.4], ['3000001', '13', 0.6]);
const rows = async (sql: string) => (await env.DB.prepare(sql).all()).results;
const own = async () =>
  (await officialsOfMember(world, 'olga')).map(({ name, seatName }) => `${name} ${seatName}`);
const on = async (day: string) =>
  good(await showReach(world, staff, { districtNces: '3000001', on: day })).seatsThen?.map(
    ({ seatName, share, name }) => [seatName, share, name],
  );
/** What anybody sees today, but for the maps that are prepared. */
const today = async () => ({
  own: await own(),
  reach: good(await showReach(world, staff, { districtNces: '3000001' })),
  gaps: good(await listUnreached(world, staff, {})),
  maps: good(await listMaps(world, staff, {})).data,
});

beforeAll(async () => {
  world.setNow(Date.parse('2027-02-10T18:00:00Z'));
  const districts = ['3000001', '3000002'].map((nces) => ({ nces, name: `District ${nces}`, state: 'MT' }));
  await layGround(world, districts);
  await addTestMember(world, 'olga', '3000001');
  await addTestMember(world, 'pia', '3000002');
  const network = { networkName: 'Treasure State', shortName: 'TS', zone: 'America/Denver', state: 'MT' };
  good(await saveNetworkSettings(world, staffAs('owner'), network));
  good(
    await importOfficials(world, staff, {
      file: houseFile('2026-08-05', [
        { id: 'ada', district: '78' },
        { id: 'bo', district: '12' },
      ]),
    }),
  );
  good(await importReach(world, staff, { file: houseReach(['3000001', '78', 1]) }));
});

test('a map is prepared ahead of its day, told first, and nothing changes until then', async () => {
  const before = await today();
  const told = good(await prepareMap(world, staff, { file: NEW_MAP, on: DAY, dryRun: true }));
  expect(told.maps).toEqual([
    { ...HOUSE, name: 'Montana House', seats: 100, districts: 1, unreached: 1, replaces: null },
  ]);
  expect(good(await listMaps(world, staff, {})).prepared).toEqual([]);
  good(await prepareMap(world, staff, { file: NEW_MAP, on: DAY }));
  expect(good(await listMaps(world, staff, {})).prepared).toEqual([
    { ...HOUSE, name: 'Montana House', on: DAY, seats: 100, districts: 1 },
  ]);
  expect(await today()).toEqual(before);
  expect(await legislatureClocks.daily['seat.open'](world)).toEqual({ maps: 0 });
  expect(await today()).toEqual(before);
  // A file of officials that comes meanwhile is about the map in force.
  good(
    await importOfficials(world, staff, {
      file: houseFile('2027-02-10', [
        { id: 'ada', district: '78' },
        { id: 'cy', district: '12' },
      ]),
    }),
  );
  expect(await rows(`select id from seat where to_on is null and from_on is not null`)).toEqual([]);
  expect(await own()).toEqual(['Given ada HD 78']);
});

test('whom a district reaches is told for a day to come, and for one past', async () => {
  expect(await on('2027-02-28')).toEqual([['HD 78', 1, 'Given ada']]);
  expect(await on(DAY)).toEqual([
    ['HD 13', 0.6, null],
    ['HD 12', 0.4, null],
  ]);
});

test('a file that names no seats of a map, or a day that is not to come, is refused with the reason', async () => {
  const wrong = async (file: string, day = DAY) => bad(await prepareMap(world, staff, { file, on: day }));
  expect((await wrong(NEW_MAP, '2027-02-10')).fields?.[0]?.message).toContain('A day to come');
  expect((await wrong(houseReach(['3000001', '101', 1]))).fields?.[0]?.message).toBe(
    'The seats of the Montana House are numbered 1 to 100.',
  );
  expect((await wrong(NEW_MAP.replaceAll('lower', 'us-senate'))).fields?.[0]?.message).toContain(
    'no chamber "us-senate"',
  );
  expect((await wrong(houseReach(['9', '1', 1]))).fields?.[0]?.message).toContain(
    'Import the districts first',
  );
  expect((await wrong('a,b\n1,2\n')).fields?.[0]?.message).toContain('The first line lacks');
  expect(bad(await redrawSeats(world, staff, { ...HOUSE, on: '2027-02-01' })).message).toContain(
    'ends this one by itself on Mar 1, 2027',
  );
});

test('prepared again it is replaced, and discarded it leaves nothing', async () => {
  good(await prepareMap(world, staff, { file: houseReach(['3000002', '12', 1]), on: '2027-03-02' }));
  expect(await rows(`select count(*) as n from seat where from_on = to_on`)).toEqual([{ n: 100 }]);
  expect(await on('2027-03-02')).toEqual([]);
  good(await discardMap(world, staff, HOUSE));
  expect(await rows(`select count(*) as n from seat where from_on is not null`)).toEqual([{ n: 0 }]);
  expect(await rows(`select count(*) as n from reach`)).toEqual([{ n: 1 }]);
  expect(bad(await discardMap(world, staff, HOUSE)).kind).toBe('conflict');
});

test('on its day the old map ends and the new one begins by itself; the officials follow with their file', async () => {
  good(await prepareMap(world, staff, { file: NEW_MAP, on: DAY }));
  world.setNow(Date.parse('2027-03-01T11:00:00Z'));
  expect(await legislatureClocks.daily['seat.open'](world)).toEqual({ maps: 1 });
  expect(await legislatureClocks.daily['seat.open'](world)).toEqual({ maps: 0 });
  expect(await own()).toEqual([]);
  expect(good(await listMaps(world, staff, {}))).toMatchObject({
    data: [
      { chamberId: 'mt-lower', seats: 100, holders: 0, districts: 1, fromOn: DAY },
      { chamberId: 'mt-upper' },
    ],
    prepared: [],
  });
  good(
    await importOfficials(world, staff, {
      file: houseFile('2027-03-02', [
        { id: 'ada', district: '13' },
        { id: 'di', district: '12' },
      ]),
    }),
  );
  expect(await own()).toEqual(['Given ada HD 13', 'Given di HD 12']);
  expect(await on('2027-02-28')).toEqual([['HD 78', 1, 'Given ada']]);
  expect(await rows(`select to_on from seat where id = 'mt-lower-078'`)).toEqual([{ to_on: DAY }]);
});

test('the page looks at the file first, prepares it when confirmed, and discards it', async () => {
  const { open } = browse(world, staff);
  const form = (day: string) => {
    const data = new FormData();
    data.set('file', new File([NEW_MAP], 'maps-2033.csv'));
    data.set('firstDay', day);
    return data;
  };
  const again = await open('/officials/maps/preview', form('2027-01-01'));
  expect(again.status).toBe(422);
  expect(again.html).toContain('A day to come');
  const preview = await open('/officials/maps/preview', form('2033-01-03'));
  expect(preview.html).toContain('Montana House');
  expect(preview.html).toContain('1 school district with members would reach none of its seats');
  const hash = /\/officials\/maps\/([0-9a-f]{64})\/confirmation/.exec(preview.html)?.[1];
  const done = await open(`/officials/maps/${hash}/confirmation`, {
    on: '2033-01-03',
    fileName: 'maps-2033.csv',
  });
  expect(done).toMatchObject({ status: 303, to: '/officials/maps?done=prepared' });
  const page = await open('/officials/maps');
  expect(page.html).toContain('begins on Jan 3, 2033');
  expect((await open('/officials/reach/3000001?on=2033-01-03')).html).toContain('Not known yet');
  expect(await open('/officials/maps/removal', HOUSE)).toMatchObject({
    to: '/officials/maps?done=discarded',
  });
  expect((await open('/officials/maps')).html).not.toContain('begins on Jan 3, 2033');
});
