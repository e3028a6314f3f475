import * as fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { hoursOn, type HoursRow } from '../../src/delivery/hours.ts';
import { hourBook, windowAt, windowInAll } from '../../src/delivery/window.ts';
import { localDate, localTime } from '../../src/platform/days.ts';
import { filesUnder, textOf } from '../house/files.ts';

const at = (iso: string) => Date.parse(iso);

/** The hours and area codes as the migrations leave them. */
const db = new DatabaseSync(':memory:');
for (const path of filesUnder('migrations', /\.sql$/)) db.exec(textOf(path));
const ROWS = db
  .prepare(
    `select state, days, opens, closes, from_on as fromOn, to_on as toOn, set_by as setBy from send_window`,
  )
  .all() as unknown as HoursRow[];
const zonesOfCode = (code: string) =>
  db
    .prepare(`select zone from area_code where code = ? order by zone`)
    .all(code)
    .map((row) => row.zone);

const book = hourBook(ROWS);
const window = (iso: string, zone: string, state = 'MT') => book.at(at(iso)).of({ state, zones: [zone] });

test('on a weekday texts go from nine in the morning to eight in the evening of the reader', () => {
  const open = { opensAt: at('2027-02-09T16:00:00Z'), closesAt: at('2027-02-10T03:00:00Z') };
  expect(window('2027-02-09T15:59:59Z', 'America/Denver')).toEqual(open);
  expect(window('2027-02-09T16:00:00Z', 'America/Denver')).toEqual(open);
  const noon = at('2027-02-09T19:00:00Z');
  expect(window('2027-02-09T19:00:00Z', 'America/Denver')).toEqual({ ...open, opensAt: noon });
  expect(window('2027-02-10T03:00:00Z', 'America/Denver').opensAt).toBe(at('2027-02-10T16:00:00Z'));
});

test('on a Sunday they begin at noon', () => {
  expect(window('2027-02-14T16:30:00Z', 'America/Denver').opensAt).toBe(at('2027-02-14T19:00:00Z'));
  expect(window('2027-02-14T04:00:00Z', 'America/Denver').opensAt).toBe(at('2027-02-14T19:00:00Z'));
});

test('the hours follow the clock through both changes of time, and stay where there is none', () => {
  // The night of March 14, 2027 has no 2:30; noon comes an hour sooner than the day before.
  expect(window('2027-03-14T04:00:00Z', 'America/Denver').opensAt).toBe(at('2027-03-14T18:00:00Z'));
  expect(window('2027-03-13T04:00:00Z', 'America/Denver').opensAt).toBe(at('2027-03-13T16:00:00Z'));
  // On November 1, 2026 Chicago has 1:30 twice; neither opens anything.
  for (const twice of ['2026-11-01T06:30:00Z', '2026-11-01T07:30:00Z']) {
    expect(localTime(at(twice), 'America/Chicago')).toBe('01:30');
    expect(window(twice, 'America/Chicago')).toEqual({
      opensAt: at('2026-11-01T18:00:00Z'),
      closesAt: at('2026-11-02T02:00:00Z'),
    });
  }
  expect(window('2027-03-15T04:00:00Z', 'America/Phoenix').opensAt).toBe(at('2027-03-15T16:00:00Z'));
  expect(window('2027-03-12T04:00:00Z', 'America/Phoenix').opensAt).toBe(at('2027-03-12T16:00:00Z'));
  // Indianapolis keeps Eastern time; Tell City, an hour south, Central.
  expect(window('2027-03-15T04:00:00Z', 'America/Indiana/Indianapolis').opensAt).toBe(
    at('2027-03-15T13:00:00Z'),
  );
  expect(window('2027-03-15T04:00:00Z', 'America/Indiana/Tell_City').opensAt).toBe(
    at('2027-03-15T14:00:00Z'),
  );
});

test('a state with narrower hours narrows them, and one with wider hours does not widen them', () => {
  const tuesday = '2027-02-09';
  expect(hoursOn(ROWS, '*', tuesday)).toEqual({ opens: '09:00', closes: '20:00' });
  expect(hoursOn(ROWS, 'KY', tuesday)).toEqual({ opens: '10:00', closes: '20:00' });
  expect(hoursOn(ROWS, 'RI', tuesday)).toEqual({ opens: '09:00', closes: '18:00' });
  expect(hoursOn(ROWS, 'RI', '2027-02-13')).toEqual({ opens: '10:00', closes: '17:00' });
  expect(hoursOn(ROWS, 'TX', '2027-02-14')).toEqual({ opens: '12:00', closes: '20:00' });
  for (const state of ['AL', 'LA', 'MS']) expect(hoursOn(ROWS, state, '2027-02-14')).toBeNull();
  expect(window('2027-02-14T18:00:00Z', 'America/Chicago', 'AL').opensAt).toBe(at('2027-02-15T15:00:00Z'));
});

test('a rule holds from its day on: Pennsylvania has Sundays until the ban', () => {
  expect(hoursOn(ROWS, 'PA', '2026-10-11')).toEqual({ opens: '12:00', closes: '20:00' });
  expect(hoursOn(ROWS, 'PA', '2026-10-18')).toBeNull();
});

const override = (state: string, opens: string | null, closes: string | null): HoursRow => ({
  state,
  days: 'weekday',
  opens,
  closes,
  fromOn: '2027-02-01',
  toOn: '2027-02-28',
  setBy: 'owner',
});

test('a person’s hours for a state take the place of both; for all they are cut with the state’s; never wider than federal', () => {
  const tuesday = '2027-02-09';
  const forState = [...ROWS, override('RI', '08:30', '20:30')];
  expect(hoursOn(forState, 'RI', tuesday)).toEqual({ opens: '08:30', closes: '20:30' });
  expect(hoursOn(forState, '*', tuesday)).toEqual({ opens: '09:00', closes: '20:00' });
  expect(hoursOn(forState, 'RI', '2027-03-01')).toEqual({ opens: '09:00', closes: '18:00' });
  const forAll = [...ROWS, override('*', '07:00', '22:00')];
  expect(hoursOn(forAll, '*', tuesday)).toEqual({ opens: '08:00', closes: '21:00' });
  expect(hoursOn(forAll, 'RI', tuesday)).toEqual({ opens: '09:00', closes: '18:00' });
  expect(hoursOn([...ROWS, override('MT', null, null)], 'MT', tuesday)).toBeNull();
});

test('a state that differs is listed by itself, those that do not are not', () => {
  const states = Object.keys(book.at(at('2027-02-09T16:00:00Z')).due);
  expect(states).toEqual(expect.arrayContaining(['*', 'AL', 'KY', 'LA', 'MS', 'RI']));
  for (const state of ['FL', 'NV', 'TX']) expect(states).not.toContain(state);
});

test('where the zone is not known, every zone must allow it', () => {
  const morning = at('2027-02-09T16:00:00Z');
  const now = book.at(morning);
  expect(now.shut['*']).toMatchObject({ 'America/Denver': 0, 'Pacific/Honolulu': 1, in_doubt: 1 });
  expect(now.due['*']!.in_doubt).toBe(at('2027-02-09T19:00:00Z'));
  const doubt = now.of({ state: null, zones: [] });
  expect(doubt.opensAt).toBe(at('2027-02-09T19:00:00Z'));
  expect(now.of({ state: 'MT', zones: ['Mars/Olympus'] })).toEqual(doubt);
});

test('area codes know their zones, all of them where they span some', () => {
  expect(zonesOfCode('406')).toEqual(['America/Denver']);
  expect(zonesOfCode('850')).toEqual(['America/Chicago', 'America/New_York']);
  expect(zonesOfCode('907')).toEqual(['America/Adak', 'America/Anchorage']);
  expect(zonesOfCode('208')).toEqual(['America/Boise', 'America/Los_Angeles']);
  expect(zonesOfCode('416')).toEqual([]);
  const zones = db.prepare(`select distinct zone from area_code`).all();
  const known = book.at(at('2027-02-09T16:00:00Z')).due['*']!;
  expect(zones.filter((row) => known[String(row.zone)] === undefined)).toEqual([]);
});

test('where nothing is ever open, it is asked again later and never opens', () => {
  const shut = windowAt(at('2027-02-09T16:00:00Z'), 'America/Denver', () => null);
  expect(shut.opensAt).toBe(shut.closesAt);
  const morning = { opens: '08:00', closes: '09:00' };
  const both = windowInAll(
    at('2027-02-09T16:00:00Z'),
    ['America/New_York', 'Pacific/Honolulu'].map(
      (zone) => (instant: number) => windowAt(instant, zone, () => morning),
    ),
  );
  expect(both.opensAt).toBe(both.closesAt);
});

const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Indiana/Indianapolis',
  'America/Anchorage',
  'Pacific/Honolulu',
];
const states = ['MT', 'RI', 'KY', 'AL', 'PA', 'ME', 'TX', 'FL'];

test('whatever the instant, the state and the zones, an open window is within the hours of each by its own clock', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
      fc.constantFrom(...states),
      fc.subarray(zones, { minLength: 1, maxLength: 3 }),
      (instant, state, some) => {
        const found = book.at(instant).of({ state, zones: some });
        expect(found.opensAt).toBeGreaterThanOrEqual(instant);
        if (found.opensAt === found.closesAt) return;
        expect(found.closesAt).toBeGreaterThan(found.opensAt);
        for (const moment of [found.opensAt, found.closesAt - 1]) {
          for (const zone of some) {
            const hours = hoursOn(ROWS, state, localDate(moment, zone))!;
            expect(localTime(moment, zone) >= hours.opens && localTime(moment, zone) < hours.closes).toBe(
              true,
            );
          }
        }
      },
    ),
    { numRuns: 200 },
  );
});

test('what is remembered of a window is what would be worked out anew', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: at('2026-10-25T00:00:00Z'), max: at('2026-11-08T00:00:00Z') }), {
        minLength: 2,
        maxLength: 5,
      }),
      fc.constantFrom(...states),
      fc.subarray(zones, { minLength: 1, maxLength: 2 }),
      (instants, state, some) => {
        const used = hourBook(ROWS);
        for (const instant of instants)
          expect(used.at(instant).of({ state, zones: some })).toEqual(
            hourBook(ROWS).at(instant).of({ state, zones: some }),
          );
      },
    ),
    { numRuns: 10 },
  );
});

test('around a change of time every half hour is open exactly when the clock on the wall says so', () => {
  for (const first of ['2027-03-12T00:00:00Z', '2026-10-30T00:00:00Z']) {
    for (let instant = at(first); instant < at(first) + 5 * 24 * 3_600_000; instant += 1_800_000) {
      const { shut } = book.at(instant);
      for (const zone of zones) {
        const hours = hoursOn(ROWS, 'MT', localDate(instant, zone))!;
        const clock = localTime(instant, zone);
        expect([instant, zone, shut['*']![zone]]).toEqual([
          instant,
          zone,
          clock >= hours.opens && clock < hours.closes ? 0 : 1,
        ]);
      }
    }
  }
});
