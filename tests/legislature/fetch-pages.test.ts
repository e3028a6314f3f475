import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import {
  addBill,
  fetchFeed,
  fetchFile,
  startLegislativeSession,
  updateBill,
} from '../../src/legislature/index.ts';
import { FeedFailure, type RosterFeed } from '../../src/platform/feeds.ts';
import { saveNetworkSettings } from '../../src/staff/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { browse } from './browse.ts';
import { layGround } from './ground.ts';

const world = testWorld();
const staff = staffAs('staff');
const { open } = browse(world, staff);
const DAY = 86_400_000;

const ADA = {
  id: 'ocd-person/ada',
  name: 'Ada Kestrelman',
  given: 'Ada',
  family: 'Kestrelman',
  chamber: 'lower' as const,
  district: '78',
  division: undefined,
  party: 'Independent',
  email: 'ada@house.example.gov',
  phone: undefined,
  links: [],
};
let failing = false;
const roster: RosterFeed = {
  service: 'openstates',
  people: () =>
    failing ? Promise.reject(new FeedFailure('Open States refused the key (401).')) : Promise.resolve([ADA]),
  committees: () => Promise.reject(new FeedFailure('Open States named no committee of MT.')),
};

beforeAll(async () => {
  await layGround(world, []);
  const network = { networkName: 'Treasure State', shortName: 'TS', zone: 'America/Denver', state: 'MT' };
  good(await saveNetworkSettings(world, staffAs('owner'), network));
});

test('without a key the page says so, and files do it', async () => {
  const { html } = await open('/officials/imports');
  expect(html).toContain('No service is asked by itself');
  expect(html).not.toContain('Fetch now');
  expect((await open('/officials/imports/fetch', { kind: 'officials', jurisdiction: 'MT' })).html).toContain(
    'has no key for a service',
  );
});

test('a fetch ends at the page of what would change, and is taken when confirmed', async () => {
  world.rosterFeed = roster;
  expect((await open('/officials/imports')).html).toContain('Not fetched yet.');
  const preview = await open('/officials/imports/fetch', { kind: 'officials', jurisdiction: 'MT' });
  expect(preview.html).toContain('State officials: what would change');
  expect(preview.html).toContain('Open States, 2027-02-09');
  const action = /action="([^"]+\/confirmation)"/.exec(preview.html)?.[1] ?? '';
  expect((await open(action, { kind: 'officials', fileName: 'Open States' })).status).toBe(303);
  expect((await open('/officials/ada')).html).toContain('Data of Feb 9, 2027.');
});

test('a fetch that fails says why, and changes nothing', async () => {
  failing = true;
  const { status, html } = await open('/officials/imports/fetch', { kind: 'officials', jurisdiction: 'MT' });
  expect(status).toBe(503);
  expect(html).toContain('Open States refused the key (401).');
  expect(html).toContain('Since then it failed: Open States refused the key (401).');
  expect(bad(await fetchFile(world, staff, { kind: 'committees', jurisdiction: 'MT' })).message).toBe(
    'Open States named no committee of MT.',
  );
  const coordinator = browse(world, staffAs('coordinator'));
  expect(
    (await coordinator.open('/officials/imports/fetch', { kind: 'officials', jurisdiction: 'MT' })).status,
  ).toBe(403);
});

test('pages warn of data that grew old while fetches fail, and stop when newer ones came by any way', async () => {
  world.passTime(4 * DAY);
  await fetchFeed(world, staff, { kind: 'officials', jurisdiction: 'MT' });
  for (const path of ['/officials', '/officials/ada']) {
    const { html } = await open(path);
    expect(html).toContain('These data are of Feb 9, 2027, 4 days ago.');
    expect(html).toContain('failed: Open States refused the key (401).');
    expect(html).toContain('href="/officials/imports"');
  }
  failing = false;
  world.passTime(1000);
  good(await fetchFeed(world, staff, { kind: 'officials', jurisdiction: 'MT' }));
  expect((await open('/officials/ada')).html).not.toContain('These data are of');
});

test('a bill says what the service says where ours differs, whose data they are, and takes its words on a press', async () => {
  const session = { jurisdiction: 'MT', name: 'Regular', startsOn: '2027-01-04' };
  const { id: legislativeSessionId } = good(await startLegislativeSession(world, staff, session));
  const { id } = good(
    await addBill(world, staff, { legislativeSessionId, number: 'HB 203', title: 'Vouchers' }),
  );
  world.billFeed = {
    service: 'legiscan',
    changed: () =>
      Promise.resolve([
        {
          number: 'HB 203',
          serviceId: '1',
          changeHash: 'a',
          status: 'In committee',
          statusOn: '2027-01-13',
          url: 'https://legiscan.example/1',
          events: [],
        },
      ]),
  };
  expect((await open('/officials/imports')).html).toContain('Bills you follow, Montana');
  const fetched = await open('/officials/imports/fetch', { kind: 'bills', jurisdiction: 'MT' });
  expect(fetched).toMatchObject({ status: 303, to: '/officials/imports?done=bills' });
  good(await updateBill(world, staff, { id, status: 'Stuck, watch it' }));
  const { html } = await open(`/agenda/bills/${id}`);
  expect(html).toContain('LegiScan says: In committee, since Jan 13, 2027.');
  expect(html).toContain('LLC, CC BY 4.0');
  const took = await open(`/agenda/bills/${id}`, {
    title: 'Vouchers',
    status: 'In committee',
    statusOn: '2027-01-13',
  });
  expect(took.status).toBe(303);
  expect((await open(`/agenda/bills/${id}`)).html).not.toContain('LegiScan says');
  const row = await env.DB.prepare('select status_on as day from bill where id = ?').bind(id).first();
  expect(row).toEqual({ day: '2027-01-13' });
});
