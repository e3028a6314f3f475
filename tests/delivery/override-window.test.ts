import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { currentHours, endOverride, listHours, overrideWindow } from '../../src/delivery/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { buildNetwork } from './network.ts';

const world = testWorld();
const director = staffAs('director');
const EVENING_IN_DENVER = Date.UTC(2027, 1, 10, 3, 20);
const REASON = 'The vote is tonight, and the board agreed to be called late.';

beforeAll(buildNetwork);

const open = async (zone = 'America/Denver', state = 'MT') => {
  const { shut } = (await currentHours(world)).at(EVENING_IN_DENVER);
  return (shut[state] ?? shut['*'])![zone] === 0;
};

test('the list shows the hours of the network, of each state with its source, and of today', async () => {
  const hours = good(await listHours(world, staffAs('staff'), {}));
  expect(hours.today).toBe('2027-02-09');
  expect(hours.network).toEqual({
    weekday: { opens: '09:00', closes: '20:00' },
    saturday: { opens: '09:00', closes: '20:00' },
    sunday: { opens: '12:00', closes: '20:00' },
  });
  const alabama = hours.states.find((one) => one.state === 'AL')!;
  expect(alabama.week.sunday).toBeNull();
  for (const row of hours.states.flatMap((one) => one.rows))
    expect(row.source).toMatch(/secondary source, not the law itself: ask counsel/);
  expect(hours.overrides).toEqual([]);
});

test('hours by a named person take effect at once, are in the journal, and end when ended', async () => {
  expect(await open()).toBe(false);
  const { ids } = good(
    await overrideWindow(world, director, {
      state: 'MT',
      days: ['weekday'],
      opens: '09:00',
      closes: '20:30',
      reason: REASON,
    }),
  );
  expect(await open()).toBe(true);
  expect(await open('America/Denver', 'RI')).toBe(false);
  const shown = good(await listHours(world, director, {}));
  expect(shown.overrides).toMatchObject([
    {
      state: 'MT',
      days: 'weekday',
      closes: '20:30',
      reason: REASON,
      setByName: 'Dora Director',
      ended: false,
    },
  ]);
  const twice = await overrideWindow(world, director, {
    state: 'MT',
    days: ['sunday', 'weekday'],
    opens: '10:00',
    closes: '19:00',
    reason: REASON,
  });
  expect(bad(twice).kind).toBe('conflict');
  const { n } = (await env.DB.prepare(
    `select count(*) as n from send_window where set_by is not null`,
  ).first<{ n: number }>())!;
  expect(n).toBe(1);

  good(await endOverride(world, director, { id: ids[0]! }));
  expect(await open()).toBe(false);
  expect(bad(await endOverride(world, director, { id: ids[0]! })).kind).toBe('conflict');
  const { results } = await env.DB.prepare(
    `select action from journal where action like 'window.%' order by rowid`,
  ).all<{ action: string }>();
  expect(results.map((row) => row.action)).toEqual(['window.override', 'window.end_override']);
});

test('nobody sets hours wider than the federal ones, without a reason, or in another role', async () => {
  const ask = {
    state: '*',
    days: ['weekday' as const],
    opens: '09:00' as string | null,
    closes: '20:00' as string | null,
    reason: REASON,
  };
  const fieldsOf = async (more: object, who = director) =>
    bad(await overrideWindow(world, who, { ...ask, ...more })).fields?.map((one) => one.field);
  expect(await fieldsOf({ opens: '07:59' })).toEqual(['opens']);
  expect(await fieldsOf({ closes: '21:01' })).toEqual(['closes']);
  expect(await fieldsOf({ closes: '09:00' })).toEqual(['closes']);
  expect(await fieldsOf({ opens: null })).toEqual(['closes']);
  expect(await fieldsOf({ reason: 'vote' })).toEqual(['reason']);
  expect(await fieldsOf({ state: 'ZZ' })).toEqual(['state']);
  expect(await fieldsOf({ fromOn: '2027-02-08' })).toEqual(['fromOn']);
  expect(await fieldsOf({ fromOn: '2027-02-11', toOn: '2027-02-10' })).toEqual(['toOn']);
  expect(bad(await overrideWindow(world, staffAs('staff'), ask)).kind).toBe('forbidden');
});

test('a rule that nobody set cannot be ended, and days may be closed altogether', async () => {
  expect(bad(await endOverride(world, director, { id: 'all-weekday' })).kind).toBe('conflict');
  good(
    await overrideWindow(world, director, {
      state: '*',
      days: ['saturday', 'sunday'],
      opens: null,
      closes: null,
      reason: 'The board does not want texts on weekends.',
    }),
  );
  const hours = good(await listHours(world, director, {}));
  expect(hours.network.saturday).toBeNull();
  expect(hours.states.find((one) => one.state === 'TX')!.week.sunday).toBeNull();
});
