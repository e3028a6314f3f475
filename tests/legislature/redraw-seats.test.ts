import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  importOfficials,
  importReach,
  listMaps,
  listOfficials,
  listUnreached,
  officialsOfDistrict,
  redrawSeats,
  setReach,
  showOfficial,
  showReach,
} from '../../src/legislature/index.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { browse } from './browse.ts';
import { layGround } from './ground.ts';
import { houseFile, houseReach } from './house-files.ts';

const world = testWorld();
const staff = staffAs('staff');
const HOUSE = { chamberId: 'mt-lower', state: 'MT' };
const reach = (seat: string) => houseReach(['3000001', seat, 1]);
const own = async () =>
  (await officialsOfDistrict(world, '3000001')).map(({ name, seatName }) => `${name} ${seatName}`);

beforeAll(async () => {
  await layGround(world, [{ nces: '3000001', name: 'Drummond', state: 'MT' }]);
  const network = { networkName: 'Treasure State', shortName: 'TS', zone: 'America/Denver', state: 'MT' };
  good(await saveNetworkSettings(world, staffAs('owner'), network));
  good(
    await importOfficials(world, staff, {
      file: houseFile('2026-08-05', [
        { id: 'ada', district: '78' },
        { id: 'bo', district: '79' },
      ]),
    }),
  );
  good(await importReach(world, staff, { file: reach('78') }));
});

test('a redistricting ends the seats of a chamber on a day; people and reach stay on record', async () => {
  expect(await own()).toEqual(['Given ada HD 78']);
  expect(bad(await redrawSeats(world, staff, { ...HOUSE, on: '2027-02-10' })).fields?.[0]?.message).toContain(
    'on the day on which the new map begins',
  );
  expect(good(await redrawSeats(world, staff, { ...HOUSE, on: '2027-02-01' }))).toMatchObject({
    seats: 100,
    holders: 2,
  });
  expect(await own()).toEqual([]);
  const ada = good(await showOfficial(world, staff, { id: 'ada' }));
  expect(ada.seat).toBeNull();
  expect(ada.tenures).toMatchObject([{ seatId: 'mt-lower-078', toOn: '2027-02-01' }]);
  expect(good(await listOfficials(world, staff, { chamberId: 'mt-lower' })).data).toEqual([]);
  expect(bad(await redrawSeats(world, staff, { ...HOUSE, on: '2027-02-01' })).kind).toBe('missing');
});

test('the next file fills the new map: the same number is another seat, begun that day', async () => {
  good(
    await importOfficials(world, staff, {
      file: houseFile('2027-02-05', [
        { id: 'ada', district: '79' },
        { id: 'cy', district: '78' },
      ]),
    }),
  );
  const { data } = good(await listOfficials(world, staff, { chamberId: 'mt-lower', q: 'HD 78' }));
  expect(data).toMatchObject([{ seatId: 'mt-lower-078-2027-02-01', name: 'Given cy' }]);
  expect(good(await listMaps(world, staff, {})).data).toMatchObject([
    { chamberId: 'mt-lower', seats: 100, holders: 2, districts: 0, fromOn: '2027-02-01' },
    { chamberId: 'mt-upper', seats: 50, fromOn: null },
  ]);
  const ada = good(await showOfficial(world, staff, { id: 'ada' }));
  expect(ada.tenures.map(({ seatName, fromOn, toOn }) => [seatName, fromOn, toOn])).toEqual([
    ['HD 79', '2027-02-05', null],
    ['HD 78', null, '2027-02-01'],
  ]);
  // The same file again is the same people in the same seats.
  expect(
    good(
      await importOfficials(world, staff, {
        file: houseFile('2027-02-06', [
          { id: 'ada', district: '79' },
          { id: 'cy', district: '78' },
        ]),
      }),
    ),
  ).toMatchObject({ created: 0, removed: 0 });
});

test('reach into the old map is no reach now, and stays when the new one is brought', async () => {
  expect(good(await listUnreached(world, staff, {})).data).toMatchObject([
    { nces: '3000001', lacks: ['mt-lower', 'mt-upper'] },
  ]);
  good(await importReach(world, staff, { file: reach('79') }));
  expect(await own()).toEqual(['Given ada HD 79']);
  const { results } = await env.DB.prepare('select seat_id as seat from reach order by seat_id').all();
  expect(results).toEqual([{ seat: 'mt-lower-078' }, { seat: 'mt-lower-079-2027-02-01' }]);
  const shown = good(await showReach(world, staff, { districtNces: '3000001' }));
  expect(shown.chambers.find(({ id }) => id === 'mt-lower')?.reach).toHaveLength(1);
  const seatId = 'mt-lower-078-2027-02-01';
  good(await setReach(world, staff, { districtNces: '3000001', chamberId: 'mt-lower', seats: [{ seatId }] }));
  expect(await own()).toEqual(['Given cy HD 78']);
});

test('the page says what ending a map does, and leads to the two files that come next', async () => {
  const { open } = browse(world, staff);
  const page = await open('/officials/maps');
  expect(page.html).toContain('100 seats end, 2 people leave them, and the');
  const map = `${HOUSE.chamberId} ${HOUSE.state}`;
  expect((await open('/officials/maps', { map, on: '2027-01-01' })).status).toBe(422);
  const done = await open('/officials/maps', { map, on: '2027-02-09' });
  expect(done).toMatchObject({ status: 303, to: '/officials/maps?done=ended' });
  expect((await open('/officials/maps?done=ended')).html).toContain(
    'The officials of the new map, then its reach.',
  );
  expect((await browse(world, staffAs('coordinator')).open('/officials/maps')).status).toBe(403);
});
