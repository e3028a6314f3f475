import { beforeAll, expect, test } from 'vitest';
import { importCongress, importOfficials, listOfficials, showOfficial } from '../../src/legislature/index.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { layGround } from './ground.ts';

const world = testWorld();
const staff = staffAs('staff');
const HEADER =
  'id,name,current_party,current_district,current_chamber,given_name,family_name,gender,email,biography,birth_date,death_date,image,links,sources,capitol_address,capitol_voice,capitol_fax,district_address,district_voice,district_fax,twitter,youtube,instagram,facebook,wikidata';
const row = (id: string, name: string, district: string, chamber: string, email: string) =>
  `ocd-person/${id},${name},Independent,${district},${chamber},${name.split(' ')[0]},,female,${email},,1961-05-04,,,https://a.example;https://b.example,,Capitol,406-444-4800,,1 Home St,406-555-0199,,,,,,`;

beforeAll(async () => {
  await layGround(world, []);
  const network = { networkName: 'Treasure State', shortName: 'TS', zone: 'America/Denver', state: 'MT' };
  good(await saveNetworkSettings(world, staffAs('owner'), network));
});

test('the CSV that Open States publishes is taken as it is: office data alone, of the day of the import', async () => {
  const file = [
    HEADER,
    row('ada', 'Ada Kestrelman', '78', 'lower', 'ada@legmt.example.gov'),
    row('bo', 'Bo Foxhollow', '39', 'upper', 'bo@gmail.com'),
    row('gov', 'Vesna Gale', '', 'executive', ''),
  ].join('\n');
  expect(good(await importOfficials(world, staff, { file }))).toMatchObject({
    created: 2,
    asOf: '2027-02-09',
    source: 'openstates/people',
  });
  expect(good(await showOfficial(world, staff, { id: 'ada' }))).toMatchObject({
    family: 'Kestrelman',
    phone: '406-444-4800',
    email: 'ada@legmt.example.gov',
    links: ['https://a.example', 'https://b.example'],
    seat: { seatName: 'HD 78' },
  });
  expect(good(await showOfficial(world, staff, { id: 'bo' })).email).toBeNull();
});

test('the JSON that congress-legislators publishes is taken by the last term of each', async () => {
  const term = (more: object) => ({
    type: 'rep',
    start: '2027-01-03',
    end: '2029-01-03',
    state: 'MT',
    ...more,
  });
  const file = JSON.stringify([
    {
      id: { bioguide: 'K000001', govtrack: 1 },
      name: { first: 'Nia', last: 'Kell', official_full: 'Nia Kell' },
      bio: { birthday: '1970-01-01' },
      terms: [
        term({ type: 'sen', class: 1, start: '2013-01-03', end: '2019-01-03' }),
        term({
          district: 2,
          party: 'Independent',
          phone: '202-555-0100',
          office: '1 House Office Building',
          url: 'https://kell.example.gov',
        }),
      ],
    },
    {
      id: { bioguide: 'S000001' },
      name: { first: 'Ola', last: 'Sand' },
      terms: [term({ type: 'sen', class: 2 })],
    },
    {
      id: { bioguide: 'W000001' },
      name: { first: 'Far', last: 'Away' },
      terms: [term({ state: 'WY', district: 0 })],
    },
  ]);
  expect(good(await importCongress(world, staff, { file }))).toMatchObject({
    created: 2,
    asOf: '2027-02-09',
  });
  expect(good(await listOfficials(world, staff, { chamberId: 'us-house' })).data).toMatchObject([
    { name: 'Nia Kell', seatName: 'MT-2', phone: '202-555-0100' },
  ]);
  expect(good(await showOfficial(world, staff, { id: 'K000001' })).tenures).toMatchObject([
    { fromOn: '2027-01-03' },
  ]);
});

test('what is neither says what is wrong with it, as before', async () => {
  expect(bad(await importCongress(world, staff, { file: '[{"a":1}]' })).message).toContain('expected shape');
  expect(bad(await importOfficials(world, staff, { file: 'id,name\n' })).fields?.[0]?.message).toContain(
    'JSON',
  );
});
