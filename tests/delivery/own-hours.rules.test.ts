import * as fc from 'fast-check';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { ownHoursProblem, widestAt } from '../../src/delivery/own-hours.ts';
import type { HoursRow } from '../../src/delivery/hours.ts';
import { hourBook } from '../../src/delivery/window.ts';
import { localTime } from '../../src/platform/days.ts';
import { filesUnder, textOf } from '../house/files.ts';

const db = new DatabaseSync(':memory:');
for (const path of filesUnder('migrations', /\.sql$/)) db.exec(textOf(path));
const ROWS = db
  .prepare(
    `select state, days, opens, closes, from_on as fromOn, to_on as toOn, set_by as setBy from send_window`,
  )
  .all() as unknown as HoursRow[];
const book = hourBook(ROWS);
const at = { now: Date.UTC(2027, 1, 9, 19), today: '2027-02-09' };
const DENVER = ['America/Denver'];
const problemOf = (opens: string, closes: string, zones = DENVER, state = 'MT') =>
  ownHoursProblem(book, { state, zones }, { opens, closes }, at);

test('a member chooses hours within those in which we text, two hours wide or more', () => {
  expect(problemOf('09:00', '20:00')).toBeNull();
  expect(problemOf('16:00', '18:00')).toBeNull();
  expect(problemOf('16:00', '17:59')).toMatchObject({
    field: 'closes',
    message: expect.stringContaining('two hours'),
  });
  expect(problemOf('18:00', '16:00')?.field).toBe('closes');
  expect(problemOf('08:30', '12:00')).toEqual({
    field: 'opens',
    message: 'We text between 9 am and 8 pm. Begin at 9 am or later.',
  });
  expect(problemOf('12:00', '20:30')?.message).toContain('End at 8 pm or earlier');
});

test('the hours of their state are the outer ones', () => {
  expect(problemOf('09:00', '12:00', ['America/New_York'], 'KY')?.message).toContain('10 am');
  expect(problemOf('16:00', '18:30', ['America/New_York'], 'RI')?.field).toBe('closes');
  expect(widestAt(book, { state: 'RI' }, at.today)).toEqual({ opens: '09:00', closes: '18:00' });
});

test('where their zone is in doubt the hours are refused if too little is left in all zones that it may be', () => {
  expect(problemOf('16:00', '18:00', [])?.message).toContain('time zone');
  expect(problemOf('09:00', '20:00', [])).toBeNull();
  // Eastern and Central in one area code: an hour less.
  expect(problemOf('16:00', '18:00', ['America/New_York', 'America/Chicago'])?.message).toContain(
    'time zone',
  );
  expect(problemOf('16:00', '19:00', ['America/New_York', 'America/Chicago'])).toBeNull();
});

test('the window that is worked out is inside what they chose, in every zone they may be in', () => {
  const half = fc.integer({ min: 18, max: 40 });
  const time = (no: number) => `${String(Math.floor(no / 2)).padStart(2, '0')}:${no % 2 ? '30' : '00'}`;
  fc.assert(
    fc.property(
      half,
      half,
      fc.integer({ min: 0, max: 370 * 24 * 4 }),
      fc.subarray(['America/Denver', 'America/Chicago', 'America/Boise', 'America/Phoenix'], {
        minLength: 1,
      }),
      (one, other, quarter, zones) => {
        const [opens, closes] = [Math.min(one, other), Math.max(one, other)];
        fc.pre(opens < closes);
        const own = [{ opens: time(opens), closes: time(closes), zones }];
        const now = Date.UTC(2027, 0, 1) + quarter * 900_000;
        const hours = book.at(now);
        const window = hours.of({ state: 'MT', zones, own });
        if (window.opensAt === window.closesAt) return;
        for (const zone of zones) {
          expect(localTime(window.opensAt, zone) >= time(opens)).toBe(true);
          expect(localTime(window.closesAt - 1, zone) < time(closes)).toBe(true);
          // What the claim compares says the same of this moment.
          const inside = zones.every((each) => {
            const [shown = ''] = hours.clock[each] ?? [];
            return time(opens) <= shown && shown < time(closes);
          });
          if (window.opensAt === now) expect(inside).toBe(true);
          else if (inside) expect(hours.of({ state: 'MT', zones }).opensAt).toBeGreaterThan(now);
        }
      },
    ),
    { numRuns: 300 },
  );
});
