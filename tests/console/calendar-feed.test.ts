import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFeed } from '../../src/console/calendar-feed.ts';
import { subscribeCalendar } from '../../src/console/subscribe-calendar.ts';
import { unsubscribeCalendar } from '../../src/console/unsubscribe-calendar.ts';
import { association, write } from '../filings/ground.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { browserOf } from './ground.ts';

const tokenOf = (address: string) => /\/calendar\/(\w+)\.ics$/.exec(address)?.[1] ?? '';

test('a person’s calendar has reports on their days and hearings at their hour, until they end it', async () => {
  const here = await association();
  const report = await here.report('l5-january', '2027-01-31');
  await write(
    here.world,
    `insert into staff (id, name, email, created_at, updated_at) values ('cal', 'Cal', 'cal@example.org', 0, 0)`,
    `insert into role (id, staff_id, role, granted_at, granted_by) values ('role-cal', 'cal', 'staff', 0, 'test')`,
    `insert into bill_event (id, bill_id, at, kind, source) values ('hearing-1', '${here.billId}', ${Date.UTC(2027, 1, 12, 15)}, 'hearing', 'test')`,
    `update obligation set state = 'open' where id = '${report.id}'`,
  );
  const cal = staffAs('staff', { id: 'cal' });
  const first = tokenOf(good(await subscribeCalendar(here.world, cal, {})).address);
  const file = (await calendarFeed(here.world, first)) ?? '';
  expect(file).toContain(`DTSTART;VALUE=DATE:${report.dueOn.replaceAll('-', '')}`);
  expect(file).toContain(`SUMMARY:Due: L-5\\, January 2027`);
  expect(file).toContain('DTSTART:20270212T150000Z');
  expect(await calendarFeed(here.world, `${first}x`)).toBeNull();

  const second = tokenOf(good(await subscribeCalendar(here.world, cal, {})).address);
  expect(await calendarFeed(here.world, first)).toBeNull();
  expect(await calendarFeed(here.world, second)).toContain('BEGIN:VCALENDAR');
  good(await unsubscribeCalendar(here.world, cal, {}));
  expect(await calendarFeed(here.world, second)).toBeNull();
  expect(bad(await unsubscribeCalendar(here.world, cal, {})).kind).toBe('conflict');
});

test('who loses the role loses the calendar', async () => {
  const here = await association();
  await write(
    here.world,
    `insert into staff (id, name, email, created_at, updated_at) values ('lou', 'Lou', 'lou@example.org', 0, 0)`,
    `insert into role (id, staff_id, role, granted_at, granted_by) values ('role-lou', 'lou', 'director', 0, 'test')`,
  );
  const token = tokenOf(
    good(await subscribeCalendar(here.world, staffAs('director', { id: 'lou' }), {})).address,
  );
  expect(await calendarFeed(here.world, token)).toContain('END:VCALENDAR');
  await write(here.world, `update role set ended_at = 1 where id = 'role-lou'`);
  expect(await calendarFeed(here.world, token)).toBeNull();
  expect(bad(await subscribeCalendar(here.world, staffAs('board'), {})).kind).toBe('forbidden');
});

test('a calendar of hearings alone is read by another program, with hour, place, position and the board', async () => {
  const here = await association();
  await write(
    here.world,
    `insert into staff (id, name, email, created_at, updated_at) values ('ada', 'Ada', 'ada@example.org', 0, 0)`,
    `insert into role (id, staff_id, role, granted_at, granted_by) values ('role-ada', 'ada', 'staff', 0, 'test')`,
    `insert into bill_event (id, bill_id, at, kind, note, source) values ('hearing-2', '${here.billId}', ${Date.UTC(2027, 1, 12, 15)}, 'hearing', 'Room 137; bring, please', 'test')`,
  );
  // The worlds of this file count their tokens alike.
  here.world.ids.next();
  const { address } = good(await subscribeCalendar(here.world, staffAs('staff', { id: 'ada' }), {}));
  const file = (await calendarFeed(here.world, tokenOf(address), true)) ?? '';
  const events = new ICAL.Component(ICAL.parse(file))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  const hearing = events.find(({ uid }) => uid.startsWith('hearing-hearing-2'));
  expect(hearing?.startDate.toJSDate().toISOString()).toBe('2027-02-12T15:00:00.000Z');
  expect(hearing?.location).toBe('Room 137; bring, please');
  expect(hearing?.description).toContain(`/agenda/bills/${here.billId}/board`);
  expect(events.every(({ uid }) => uid.startsWith('hearing-'))).toBe(true);
});

test('a regional president’s calendar has the hearings, and nothing of what is filed', async () => {
  const here = await association();
  const report = await here.report('l5-january', '2027-01-31');
  await write(
    here.world,
    `insert into region (id, name) values ('hi-line', 'Hi-Line')`,
    `insert into staff (id, name, email, created_at, updated_at) values ('pam', 'Pam', 'pam@example.org', 0, 0)`,
    `insert into role (id, staff_id, role, region_id, granted_at, granted_by) values ('role-pam', 'pam', 'regional_president', 'hi-line', 0, 'test')`,
    `insert into bill_event (id, bill_id, at, kind, source) values ('hearing-3', '${here.billId}', ${Date.UTC(2027, 1, 12, 15)}, 'hearing', 'test')`,
    `update obligation set state = 'open' where id = '${report.id}'`,
  );
  here.world.ids.next();
  here.world.ids.next();
  const pam = staffAs('regional_president', { id: 'pam' });
  const file =
    (await calendarFeed(here.world, tokenOf(good(await subscribeCalendar(here.world, pam, {})).address))) ??
    '';
  expect(file).toContain('UID:hearing-hearing-3');
  expect(file).not.toContain('UID:due-');
  expect(file).not.toContain('UID:our-day-');
  const { page } = await browserOf(here.world, pam).get('/filings/calendar');
  expect(page).toContain('You have had a calendar since');
  expect(page).toContain('href="/agenda/bills"');
  expect(page).not.toContain('reports to file');
  good(await unsubscribeCalendar(here.world, pam, {}));
});
