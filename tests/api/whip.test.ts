import { beforeAll, expect, test } from 'vitest';
import { begin } from '../../src/demo/begin.ts';
import { testWorld } from '../support/world.ts';
import { callerOf } from './calls.ts';

const world = testWorld();
const { call, keyFor } = callerOf(world);
const COMMITTEE = 'demo-house-education';
let owner = '';
let bill = '';
let partner = '';

interface Asker {
  name: string;
}
interface Seat {
  official_id: string;
  stance: string | null;
  by: string | null;
  on_date: string | null;
  askers: Asker[];
}
const get = async (path: string, key = owner) => {
  const { status, json, text } = await call('GET', path, { key });
  expect(status, text).toBe(200);
  return json;
};
const namesOf = (seats: Seat[]) => seats.flatMap(({ askers }) => askers.map(({ name }) => name));

beforeAll(async () => {
  owner = (await begin(world, 'demo')).apiKey;
  bill = (await get('/bills')).data.find((one: { number: string }) => one.number === 'HB 203').id;
  const organizations: { id: string; kind: string }[] = (await get('/organizations')).data;
  partner = await keyFor('partner', {
    organizationId: organizations.find((one) => one.kind === 'partner')?.id ?? '',
  });
}, 60_000);

test('a board has every seat with stance, reporter, day and who should ask next, and the counts of five weeks', async () => {
  const board = await get(`/bills/${bill}/board?body_id=${COMMITTEE}`);
  expect(board.body).toMatchObject({ id: COMMITTEE, kind: 'committee' });
  expect(board.seats).toHaveLength(board.total);
  const heard = board.seats.filter(({ stance }: Seat) => stance !== null);
  expect(heard.length).toBeGreaterThan(0);
  for (const seat of heard) expect([seat.on_date, seat.by]).not.toContain(null);
  expect(namesOf(board.seats).length).toBeGreaterThan(0);
  expect(board.over).toHaveLength(5);
  const sum = board.counts.reduce((all: number, one: { count: number }) => all + one.count, 0);
  expect(sum).toBe(board.total);
  const official = heard[0].official_id;
  const seat = await get(`/bills/${bill}/board?body_id=${COMMITTEE}&official_id=${official}`);
  expect(seat.heard[0].on_date).toBe(heard[0].on_date);
  const before = await get(`/bills/${bill}/board?body_id=${COMMITTEE}&on=2020-01-01`);
  expect(before.seats.every(({ stance }: Seat) => stance === null)).toBe(true);
});

test('a board refuses a body that does not hear the bill, and what it does not know', async () => {
  const refused = await call('GET', `/bills/${bill}/board?body_id=nowhere`, { key: owner });
  expect([refused.status, refused.json.fields[0].field]).toEqual([422, 'body_id']);
  expect((await call('GET', `/bills/${bill}/board?party=x`, { key: owner })).status).toBe(422);
  expect((await call('GET', '/bills/NOBODY/board', { key: owner })).status).toBe(404);
});

test('committees are listed with their gaps, and each has its seats', async () => {
  const { data } = await get('/coverage');
  const line = data.find((one: { id: string }) => one.id === COMMITTEE);
  expect(line.gaps).toBe(line.seats - line.spoken);
  const { seats } = await get(`/committees/${COMMITTEE}/coverage`);
  expect(seats).toHaveLength(line.seats);
  const silent = seats.filter(({ heard }: { heard: unknown }) => heard === null);
  expect(silent).toHaveLength(line.gaps);
  expect((await call('GET', '/committees/nowhere/coverage', { key: owner })).status).toBe(404);
});

test('a regional president is told members of the region alone', async () => {
  const [region] = (await get('/regions')).data;
  const key = await keyFor('regional_president', { regionId: region.id });
  const own = (await get('/members?limit=1000', key)).data.map(
    (one: { first_name: string; last_name: string }) => `${one.first_name} ${one.last_name}`,
  );
  for (const path of [`/bills/${bill}/board?body_id=mt-lower`, `/committees/${COMMITTEE}/coverage`]) {
    const told = namesOf((await get(path, key)).seats);
    const all = namesOf((await get(path)).seats);
    expect(
      told.filter((name) => !own.includes(name)),
      path,
    ).toEqual([]);
    expect(all.filter((name) => !own.includes(name)).length, path).toBeGreaterThan(0);
  }
  expect((await call('GET', '/delegation', { key })).status).toBe(403);
});

test('a partner reads the board of a shared bill without a name, and nothing else; the board of the association nothing', async () => {
  const board = await get(`/bills/${bill}/board?body_id=${COMMITTEE}`, partner);
  expect(board.seats.some(({ stance }: Seat) => stance !== null)).toBe(true);
  expect(board.seats.flatMap(({ by, askers }: Seat) => [by, ...askers]).filter(Boolean)).toEqual([]);
  const others = (await get('/bills')).data.filter((one: { id: string }) => one.id !== bill);
  expect((await call('GET', `/bills/${others[0].id}/board`, { key: partner })).status).toBe(404);
  const reports = await keyFor('board');
  for (const path of ['/coverage', `/committees/${COMMITTEE}/coverage`, '/delegation'])
    for (const key of [partner, reports]) expect((await call('GET', path, { key })).status, path).toBe(403);
  expect((await call('GET', `/bills/${bill}/board`, { key: reports })).status).toBe(403);
});

test('the delegation has each seat with asks, who knows them and what was heard', async () => {
  const { state, data } = await get('/delegation');
  expect(state).toBe('MT');
  expect(data.some((one: { asks: unknown[] }) => one.asks.length > 0)).toBe(true);
  expect(data.some((one: { known: unknown[] }) => one.known.length > 0)).toBe(true);
  expect(Math.max(...data.map((one: { members: number }) => one.members))).toBeGreaterThan(0);
});
