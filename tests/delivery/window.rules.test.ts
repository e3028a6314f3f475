import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dueByZone,
  openByZone,
  windowAt,
  windowInAll,
  windowOf,
  windowsAt,
} from '../../src/delivery/window.ts';
import { localTime } from '../../src/platform/days.ts';

const at = (iso: string) => Date.parse(iso);

test('on a weekday texts go from nine in the morning to eight in the evening of the reader', () => {
  const open = { opensAt: at('2027-02-09T16:00:00Z'), closesAt: at('2027-02-10T03:00:00Z') };
  expect(windowAt(at('2027-02-09T15:59:59Z'), 'America/Denver')).toEqual(open);
  expect(windowAt(at('2027-02-09T16:00:00Z'), 'America/Denver')).toEqual(open);
  const noon = at('2027-02-09T19:00:00Z');
  expect(windowAt(noon, 'America/Denver')).toEqual({ ...open, opensAt: noon });
  expect(windowAt(at('2027-02-10T03:00:00Z'), 'America/Denver').opensAt).toBe(at('2027-02-10T16:00:00Z'));
});

test('on a Sunday they begin at noon', () => {
  expect(windowAt(at('2027-02-14T16:30:00Z'), 'America/Denver').opensAt).toBe(at('2027-02-14T19:00:00Z'));
  expect(windowAt(at('2027-02-14T04:00:00Z'), 'America/Denver').opensAt).toBe(at('2027-02-14T19:00:00Z'));
});

test('the hours follow the clock through both changes of time, and stay where there is none', () => {
  expect(windowAt(at('2027-03-14T04:00:00Z'), 'America/Denver').opensAt).toBe(at('2027-03-14T18:00:00Z'));
  expect(windowAt(at('2026-11-01T04:00:00Z'), 'America/Chicago').opensAt).toBe(at('2026-11-01T18:00:00Z'));
  expect(windowAt(at('2027-03-15T04:00:00Z'), 'America/Phoenix').opensAt).toBe(at('2027-03-15T16:00:00Z'));
});

test('where the zone is not known, every zone must allow it', () => {
  const morning = at('2027-02-09T16:00:00Z');
  const windows = windowsAt(morning);
  expect(openByZone(windows, morning)).toMatchObject({
    'America/Denver': 1,
    'Pacific/Honolulu': 0,
    in_doubt: 0,
  });
  expect(dueByZone(windows).in_doubt).toBe(at('2027-02-09T19:00:00Z'));
  expect(windowOf(windows, 'Mars/Olympus')).toEqual(windows.in_doubt);
  expect(windowOf(windows, null)).toEqual(windows.in_doubt);
});

test('whatever the instant and the zone, a window opens within its hours and after the instant', () => {
  const zones = [
    'America/New_York',
    'America/Denver',
    'America/Phoenix',
    'America/Anchorage',
    'Pacific/Honolulu',
  ];
  fc.assert(
    fc.property(
      fc.integer({ min: at('2026-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
      fc.subarray(zones, { minLength: 1 }),
      (instant, some) => {
        const window = windowInAll(instant, some);
        expect(window.opensAt).toBeGreaterThanOrEqual(instant);
        expect(window.closesAt).toBeGreaterThan(window.opensAt);
        for (const zone of some) {
          expect(localTime(window.opensAt, zone) >= '09:00').toBe(true);
          expect(localTime(window.closesAt - 1, zone) < '20:00').toBe(true);
        }
      },
    ),
    { numRuns: 200 },
  );
});
