import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { listBills } from '../../src/legislature/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { browse } from './browse.ts';

const world = testWorld();
const staff = staffAs('staff');
const HOUR = 3_600_000;
const at = (hours: number) => world.clock.now() + hours * HOUR;
const numbers = async (filter: Parameters<typeof listBills>[2]) =>
  good(await listBills(world, staff, filter)).data.map(({ number }) => number);

beforeAll(async () => {
  await env.DB.batch(
    `insert into organization (id, name, short_name, kind, created_at) values ('sam', 'School Administrators', 'SAM', 'association', 0);
     insert into chamber (id, jurisdiction, level, kind, name, seat_label, official_title) values ('mt-lower', 'MT', 'state', 'lower', 'Montana House', 'HD', 'Rep.');
     insert into committee (id, jurisdiction, chamber_id, name, source, as_of) values ('ed', 'MT', 'mt-lower', 'Education', 'test', '2027-01-01'), ('tax', 'MT', 'mt-lower', 'Taxation', 'test', '2027-01-01');
     insert into issue (id, name, created_at) values ('v', 'Vouchers', 0), ('f', 'Funding', 0), ('l', 'Local control', 0);
     insert into legislative_session (id, jurisdiction, name, kind, starts_on) values ('now', 'MT', '2027', 'regular', '2027-01-04'), ('then', 'MT', '2025', 'regular', '2025-01-06');
     insert into priority (legislative_session_id, issue_id, rank, set_at, set_by) values ('now', 'f', 1, 0, 'x'), ('now', 'v', 2, 0, 'x');
     insert into bill (id, legislative_session_id, number, title, status, status_on, issue_id, source, created_at) values
       ('b1', 'now', 'HB 203', '=Expand vouchers', 'In committee', '2027-02-01', 'v', 'test', 0),
       ('b2', 'now', 'HB 15', 'Inflation', 'Passed the House', '2027-02-01', 'f', 'test', 0),
       ('b3', 'now', 'SB 118', 'Trustee elections', 'In committee', '2027-02-01', 'l', 'test', 0),
       ('b4', 'then', 'HB 15', 'Old inflation', 'Died', '2025-03-01', 'f', 'test', 0);
     insert into position (id, bill_id, organization_id, position, from_on, to_on, set_by) values ('p1', 'b1', 'sam', 'oppose', '2027-01-10', null, 'x'), ('p2', 'b2', 'sam', 'support', '2027-01-10', null, 'x'), ('p3', 'b3', 'sam', 'monitor', '2027-01-10', '2027-01-20', 'x');
     insert into bill_event (id, bill_id, kind, at, committee_id, source) values
       ('h1', 'b1', 'hearing', ${at(30)}, 'ed', 'test'), ('h2', 'b2', 'hearing', ${at(24 * 20)}, 'tax', 'test'), ('h3', 'b3', 'hearing', ${at(-50)}, 'ed', 'test')`
      .split(';')
      .map((sql) => env.DB.prepare(sql)),
  );
});

test('each filter narrows, and they narrow each other', async () => {
  expect(await numbers({})).toEqual(['HB 15', 'HB 15', 'HB 203', 'SB 118']);
  expect(await numbers({ legislativeSessionId: 'now' })).toEqual(['HB 15', 'HB 203', 'SB 118']);
  expect(await numbers({ issueId: 'f', legislativeSessionId: 'now' })).toEqual(['HB 15']);
  expect(await numbers({ position: 'oppose' })).toEqual(['HB 203']);
  // A position that ended is none.
  expect(await numbers({ position: 'none', legislativeSessionId: 'now' })).toEqual(['SB 118']);
  expect(await numbers({ committeeId: 'ed' })).toEqual(['HB 203', 'SB 118']);
  expect(await numbers({ hearingWithinDays: 7 })).toEqual(['HB 203']);
  expect(await numbers({ hearingWithinDays: 30 })).toEqual(['HB 15', 'HB 203']);
  expect(await numbers({ committeeId: 'ed', position: 'support' })).toEqual([]);
  expect(await numbers({ q: 'inflation', legislativeSessionId: 'then' })).toEqual(['HB 15']);
  expect(bad(await listBills(world, staff, { hearingWithinDays: 0 })).kind).toBe('invalid');
});

test('each order goes on from its cursor, one at a time', async () => {
  for (const [sort, expected] of [
    ['priority', ['HB 15', 'HB 203', 'SB 118']],
    ['hearing', ['HB 203', 'HB 15', 'SB 118']],
    ['status', ['HB 203', 'SB 118', 'HB 15']],
    ['number', ['HB 15', 'HB 203', 'SB 118']],
  ] as const) {
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = good(
        await listBills(world, staff, { legislativeSessionId: 'now', sort, cursor, limit: 1 }),
      );
      seen.push(...page.data.map(({ number }) => number));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen, sort).toEqual(expected);
  }
});

test('the page says how soon a hearing is, and keeps its filters on the way to the next page and to the file', async () => {
  const { open } = browse(world, staff);
  const { html } = await open('/agenda/bills?position=oppose&hearing=7');
  expect(html).toContain('in 30 hours');
  expect(html).toContain('2. ');
  expect(html).not.toContain('Trustee');
  expect(html).toMatch(/<option value="oppose" selected/);
  expect(html).toContain('/agenda/bills.csv?position=oppose&amp;hearing=7');
  expect((await open('/agenda/bills?q=nothing')).html).toContain('No bill found');
  expect((await open('/agenda/bills?sort=sideways')).status).toBe(422);
});

test('the file holds what the list does, and runs nothing', async () => {
  const { html } = await browse(world, staff).open('/agenda/bills.csv?session=now&position=oppose');
  const [head, row, ...rest] = html.trim().split('\r\n');
  expect(head).toContain('session,number,title,issue,priority,position');
  expect(row).toContain(`2027,HB 203,'=Expand vouchers,Vouchers,2,oppose`);
  expect(rest).toEqual([]);
});

test('a partner lists no bills', async () => {
  expect(bad(await listBills(world, staffAs('partner'), {})).kind).toBe('forbidden');
});
