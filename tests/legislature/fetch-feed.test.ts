import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  addBill,
  addBillEvent,
  correctOfficial,
  fetchFeed,
  importOfficials,
  legislatureClocks,
  legislatureJobs,
  showBill,
  showOfficial,
  startLegislativeSession,
  updateBill,
} from '../../src/legislature/index.ts';
import {
  FeedFailure,
  type BillFeed,
  type FeedBill,
  type FeedPerson,
  type RosterFeed,
} from '../../src/platform/feeds.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld, TUESDAY } from '../support/world.ts';
import { layGround } from './ground.ts';

const world = testWorld();
const staff = staffAs('staff');
const DAY = 86_400_000;

const person = (no: number, more: Partial<FeedPerson> = {}): FeedPerson => ({
  id: `ocd-person/p${no}`,
  name: `Given Family${no}`,
  given: 'Given',
  family: `Family${no}`,
  chamber: 'lower',
  district: String(no),
  division: undefined,
  party: 'Independent',
  email: `p${no}@house.example.gov`,
  phone: '406-444-4800',
  links: [],
  ...more,
});
let people = Array.from({ length: 100 }, (_, at) => person(at + 1));
let bills: FeedBill[] = [];
let asked: unknown[] = [];
let broken: Error | null = null;
const roster: RosterFeed = {
  service: 'openstates',
  people: () => (broken ? Promise.reject(broken) : Promise.resolve(people)),
  committees: () =>
    broken
      ? Promise.reject(broken)
      : Promise.resolve([
          {
            id: 'ocd-organization/ed',
            name: 'Education',
            chamber: 'lower',
            members: [
              ['ocd-person/p1', 'chair'],
              ['ocd-person/unknown', 'member'],
            ],
          },
        ]),
};
const billFeed: BillFeed = {
  service: 'legiscan',
  changed: (ask) => {
    asked.push(ask);
    return broken ? Promise.reject(broken) : Promise.resolve(bills);
  },
};
const fetches = async () =>
  (
    await env.DB.prepare(
      'select kind, tried_at as triedAt, worked_at as workedAt, problem from feed_fetch order by kind',
    ).all()
  ).results;
const bill = (more: Partial<FeedBill> = {}): FeedBill => ({
  number: 'HB 203',
  serviceId: '1',
  changeHash: 'one',
  status: 'In committee',
  statusOn: '2027-01-13',
  url: 'https://legiscan.example/MT/bill/HB203/2027',
  events: [
    { key: 'action 1', kind: 'status', on: '2027-01-13', time: null, note: 'Referred to Committee' },
    {
      key: 'hearing 1',
      kind: 'hearing',
      on: '2027-02-10',
      time: '15:00',
      note: 'House Education Hearing, Room 137',
    },
  ],
  ...more,
});
let billId = '';
const shown = async () => good(await showBill(world, staff, { id: billId }));

beforeAll(async () => {
  await layGround(world, []);
  good(
    await saveNetworkSettings(world, staffAs('owner'), {
      networkName: 'Treasure State',
      shortName: 'TS',
      zone: 'America/Denver',
      state: 'MT',
    }),
  );
});

test('without a key nothing is ordered, and a person is told what to do', async () => {
  expect(await legislatureClocks.daily['feed.order'](world)).toEqual({ fetches: 0 });
  expect(world.jobs).toEqual([]);
  expect(bad(await fetchFeed(world, staff, { kind: 'officials', jurisdiction: 'MT' }))).toMatchObject({
    rule: 'no-feed-key',
  });
  expect(bad(await fetchFeed(world, staff, { kind: 'bills', jurisdiction: 'MT' }))).toMatchObject({
    rule: 'no-feed-key',
  });
});

test('each day’s fetches are jobs of their own: people, committees, and bills where some are followed', async () => {
  world.rosterFeed = roster;
  world.billFeed = billFeed;
  expect(await legislatureClocks.daily['feed.order'](world)).toEqual({ fetches: 2 });
  expect(world.jobs.map(({ kind, body }) => `${kind} ${body.kind} ${body.jurisdiction}`)).toEqual([
    'feed.fetch officials MT',
    'feed.fetch committees MT',
  ]);
  for (const job of world.jobs) await legislatureJobs['feed.fetch'](world, job.body);
  expect(await fetches()).toEqual([
    { kind: 'committees', triedAt: TUESDAY, workedAt: TUESDAY, problem: null },
    { kind: 'officials', triedAt: TUESDAY, workedAt: TUESDAY, problem: null },
  ]);
  const official = good(await showOfficial(world, staff, { id: 'p1' }));
  expect(official).toMatchObject({
    source: 'Open States API',
    asOf: '2027-02-09',
    seat: { seatName: 'HD 1' },
  });
  expect(official.committees).toMatchObject([{ name: 'Education', role: 'chair' }]);
});

test('what staff corrected survives a fetch, a person who left stays on record, the seat is vacant', async () => {
  good(await correctOfficial(world, staff, { id: 'p1', phone: '406-555-0100' }));
  world.passTime(DAY);
  people = [person(1, { phone: '406-444-0000', email: 'new@house.example.gov' }), ...people.slice(2)];
  expect(good(await fetchFeed(world, staff, { kind: 'officials', jurisdiction: 'MT' }))).toEqual({
    changed: 2,
  });
  expect(good(await showOfficial(world, staff, { id: 'p1' }))).toMatchObject({
    phone: '406-555-0100',
    email: 'new@house.example.gov',
  });
  const gone = good(await showOfficial(world, staff, { id: 'p2' }));
  expect(gone.seat).toBeNull();
  expect(gone.tenures).toMatchObject([{ seatName: 'HD 2', toOn: '2027-02-10' }]);
});

test('a service that fails changes nothing; when it last worked and why it failed is kept', async () => {
  world.passTime(DAY);
  broken = new FeedFailure('Open States refused the key (401).');
  const problem = bad(await fetchFeed(world, staff, { kind: 'officials', jurisdiction: 'MT' }));
  expect(problem).toMatchObject({ kind: 'unavailable', message: 'Open States refused the key (401).' });
  broken = new Error('p1@house.example.gov broke it');
  expect(bad(await fetchFeed(world, staff, { kind: 'committees', jurisdiction: 'MT' })).message).toBe(
    'What Open States told could not be taken in.',
  );
  broken = null;
  expect(await fetches()).toMatchObject([
    { kind: 'committees', workedAt: TUESDAY, problem: 'What Open States told could not be taken in.' },
    {
      kind: 'officials',
      triedAt: TUESDAY + 2 * DAY,
      workedAt: TUESDAY + DAY,
      problem: 'Open States refused the key (401).',
    },
  ]);
  expect(good(await showOfficial(world, staff, { id: 'p1' })).asOf).toBe('2027-02-10');
});

test('many people leaving at once wait for a person, who may import the same', async () => {
  const all = people;
  people = people.slice(0, 60);
  expect(bad(await fetchFeed(world, staff, { kind: 'officials', jurisdiction: 'MT' }))).toMatchObject({
    rule: 'many-leave',
    message: '39 people would leave their seats at once. Look at what would change, and confirm it.',
  });
  expect(good(await showOfficial(world, staff, { id: 'p100' })).seat).not.toBeNull();
  people = all;
  const file = JSON.stringify({
    state: 'MT',
    source: 'by hand',
    snapshot: '2027-02-11',
    people: people.slice(0, 60),
  });
  expect(good(await importOfficials(world, staff, { file })).removed).toBe(39);
});

test('a followed bill gets status, actions and hearings with their committee', async () => {
  const { id: legislativeSessionId } = good(
    await startLegislativeSession(world, staff, {
      jurisdiction: 'MT',
      name: 'Regular',
      startsOn: '2027-01-04',
    }),
  );
  ({ id: billId } = good(
    await addBill(world, staff, { legislativeSessionId, number: 'HB 203', title: 'Vouchers' }),
  ));
  bills = [bill()];
  expect(good(await fetchFeed(world, staff, { kind: 'bills', jurisdiction: 'MT' }))).toEqual({ changed: 1 });
  expect(asked[0]).toEqual({
    jurisdiction: 'MT',
    special: false,
    startsOn: '2027-01-04',
    known: [{ number: 'HB 203', changeHash: null }],
  });
  const read = await shown();
  expect(read).toMatchObject({ status: 'In committee', statusOn: '2027-01-13' });
  expect(read.events.map(({ kind, at, committeeName, source }) => [kind, at, committeeName, source])).toEqual(
    [
      ['hearing', Date.UTC(2027, 1, 10, 22), 'Education', 'LegiScan'],
      ['status', Date.UTC(2027, 0, 13, 15), null, 'LegiScan'],
    ],
  );
  await fetchFeed(world, staff, { kind: 'bills', jurisdiction: 'MT' });
  expect(asked[1]).toMatchObject({ known: [{ changeHash: 'one' }] });
  expect((await shown()).events).toHaveLength(2);
});

test('a hearing that moved is moved, one that was called off is gone, and staff’s own stays', async () => {
  const { id } = good(
    await addBillEvent(world, staff, {
      billId,
      kind: 'hearing',
      at: Date.UTC(2027, 1, 24, 16),
      note: 'By the chair’s word',
    }),
  );
  const [action] = bill().events;
  bills = [
    bill({
      changeHash: 'two',
      events: [
        ...(action ? [action] : []),
        { key: 'hearing 2', kind: 'hearing', on: '2027-02-12', time: null, note: 'House Education Hearing' },
        // Staff have this one already, with better words.
        {
          key: 'hearing 3',
          kind: 'hearing',
          on: '2027-02-24',
          time: '08:30',
          note: 'House Education Hearing',
        },
      ],
    }),
  ];
  good(await fetchFeed(world, staff, { kind: 'bills', jurisdiction: 'MT' }));
  const hearings = (await shown()).events.filter(({ kind }) => kind === 'hearing');
  expect(hearings.map((one) => [one.id === id, one.at, one.note])).toEqual([
    [true, Date.UTC(2027, 1, 24, 16), 'By the chair’s word'],
    [false, Date.UTC(2027, 1, 12, 15), 'House Education Hearing. The hour is not told'],
  ]);
});

test('a status that staff wrote stands, with the service’s beside it; taking the service’s words follows it again', async () => {
  good(await updateBill(world, staff, { id: billId, status: 'Tabled, but watch it' }));
  bills = [bill({ changeHash: 'three', status: 'Passed one chamber', statusOn: '2027-02-11' })];
  good(await fetchFeed(world, staff, { kind: 'bills', jurisdiction: 'MT' }));
  expect(await shown()).toMatchObject({
    status: 'Tabled, but watch it',
    feed: { service: 'legiscan', status: 'Passed one chamber', statusOn: '2027-02-11' },
  });
  good(await updateBill(world, staff, { id: billId, status: 'Passed one chamber' }));
  bills = [bill({ changeHash: 'four', status: 'Became law', statusOn: '2027-02-12' })];
  good(await fetchFeed(world, staff, { kind: 'bills', jurisdiction: 'MT' }));
  expect(await shown()).toMatchObject({ status: 'Became law', statusOn: '2027-02-12' });
});

test('a failed fetch of bills leaves them as they are', async () => {
  broken = new FeedFailure('LegiScan could not be reached.');
  expect(bad(await fetchFeed(world, staff, { kind: 'bills', jurisdiction: 'MT' })).message).toBe(
    'LegiScan could not be reached.',
  );
  broken = null;
  expect(await shown()).toMatchObject({ status: 'Became law' });
});
