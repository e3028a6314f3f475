import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { listCoverage, showCoverage } from '../../src/whip/index.ts';
import { addContactReport } from '../../src/lobbying/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { browserOf, CLARA, director, NED, settle, staff } from '../console/ground.ts';

let world: TestWorld;
const central = staffAs('regional_president', { regionId: 'central' });
const western = staffAs('regional_president', { regionId: 'western' });
const seats = async (who = director) => good(await showCoverage(world, who, { committeeId: 'ed' })).seats;
const line = async (who = director) => good(await listCoverage(world, who, {})).data[0];

beforeAll(async () => {
  world = await settle();
});

test('a committee nobody has spoken with is all gaps, each with who could', async () => {
  expect(await line()).toMatchObject({ name: 'House Education', seats: 2, reached: 2, spoken: 0 });
  expect(
    (await seats()).map(({ seat, reach, askers, heard }) => [seat, reach, askers[0]?.name, heard]),
  ).toEqual([
    ['HD 83', 1, 'Clara Underhill', null],
    ['HD 78', 1, 'Ned Harrowgate', null],
  ]);
  expect((await line(central))?.reached).toBe(1);
});

test('one tap begins an alert to the members who reach the gaps', async () => {
  const { page } = await browserOf(world, staff).get('/officials/committees/ed');
  const [, href = ''] = /href="(\/alerts\/new\?officials=[^"]+)"/.exec(page) ?? [];
  expect(href).toBe('/alerts/new?officials=bra%2Ckes');
  const draft = await browserOf(world, staff).get(href);
  expect(draft.page).toMatch(/name="officials" value="bra" checked/);
  expect((await browserOf(world, central).get('/officials/committees/ed')).page).not.toContain('/alerts/new');
});

test('who has spoken since the session began covers the seat, with what they heard last', async () => {
  const heard = { officialId: 'kes', billId: 'hb203', memberId: NED };
  good(await addContactReport(world, staff, { ...heard, stance: 'support', onDate: '2026-12-20' }));
  expect((await line())?.spoken).toBe(0);
  good(
    await addContactReport(world, staff, {
      ...heard,
      stance: 'undecided',
      onDate: '2027-02-01',
      note: 'Wants figures.',
    }),
  );
  good(
    await addContactReport(world, staff, {
      ...heard,
      memberId: CLARA,
      stance: 'oppose',
      onDate: '2027-01-20',
    }),
  );
  expect((await line())?.spoken).toBe(1);
  const kes = (await seats()).find(({ officialId }) => officialId === 'kes');
  expect(kes?.speakers).toBe(2);
  expect(kes?.heard).toMatchObject({
    onDate: '2027-02-01',
    by: 'Ned Harrowgate, Drummond',
    billNumber: 'HB 203',
    note: 'Wants figures.',
    stands: { label: 'Undecided' },
  });
});

test('a regional president is told no member and no words of another region', async () => {
  const { page } = await browserOf(world, central).get('/officials/committees/ed');
  expect(page).toContain('A member of another region');
  expect(page).not.toMatch(/Harrowgate|Wants figures/);
  expect((await browserOf(world, western).get('/officials/committees/ed')).page).toContain('Wants figures');
});

test('a partner and the board have no coverage', async () => {
  for (const who of [staffAs('partner', { organizationId: 'sam' }), staffAs('board')]) {
    expect(bad(await listCoverage(world, who, {})).kind).toBe('forbidden');
    expect(bad(await showCoverage(world, who, { committeeId: 'ed' })).kind).toBe('forbidden');
  }
});

test('the list shows each committee with its share; one that nobody sits on says so', async () => {
  await env.DB.prepare(
    `insert into committee (id, jurisdiction, chamber_id, name, source, as_of) values ('joint', 'MT', null, 'Budget', 'test', '2027-01-01')`,
  ).run();
  const { page } = await browserOf(world, director).get('/officials/committees');
  expect(page).toContain('1 of 2');
  expect(page).toContain('nobody sits here');
  expect((await browserOf(world, director).get('/officials/committees?q=nothing')).page).toContain(
    'No committee found',
  );
  expect(bad(await showCoverage(world, director, { committeeId: 'nowhere' })).kind).toBe('missing');
});

test('each page takes few statements', async () => {
  for (const [path, most] of [
    ['/officials/committees', 8],
    ['/officials/committees/ed', 9],
  ] as const) {
    const before = world.db.count();
    await browserOf(world, director).get(path);
    expect(world.db.count() - before, path).toBeLessThanOrEqual(most);
  }
});
