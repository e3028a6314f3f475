import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { calendarFeed } from '../../src/console/calendar-feed.ts';
import { subscribeCalendar } from '../../src/console/subscribe-calendar.ts';
import { showDay } from '../../src/platform/days.ts';
import { good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

test('a calendar library reads every report on its days, and a hearing at its instant', async () => {
  const here = await association();
  // Due on Presidents' Day by the rule, so on the next business day; our own day is the one before.
  const report = await here.report('l5-january', '2027-01-31');
  await write(
    here.world,
    `insert into staff (id, name, email, created_at, updated_at) values ('ica', 'Ica', 'ica@example.org', 0, 0)`,
    `insert into role (id, staff_id, role, granted_at, granted_by) values ('role-ica', 'ica', 'staff', 0, 'test')`,
    `insert into bill_event (id, bill_id, at, kind, source) values ('hearing-ica', '${here.billId}', ${Date.UTC(2027, 1, 12, 15)}, 'hearing', 'test')`,
    `update organization set short_name = 'Nuñez, Søn; & Partners of the Association of School Leaders' where id = '${here.organizationId}'`,
  );
  const { address } = good(await subscribeCalendar(here.world, staffAs('staff', { id: 'ica' }), {}));
  const file = await calendarFeed(here.world, /\/calendar\/(\w+)\.ics$/.exec(address)?.[1] ?? '');

  const calendar = new ICAL.Component(ICAL.parse(file ?? ''));
  expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  expect(new Set(events.map((one) => one.uid)).size).toBe(events.length);
  // Nothing comes back by itself and nothing names a zone: days are days, hours are in UTC.
  expect(events.some((one) => one.isRecurring())).toBe(false);
  expect(calendar.getAllSubcomponents('vtimezone')).toEqual([]);

  const named = (title: string) => events.find((one) => one.summary === title);
  const due = named(`Due: ${report.name}`);
  expect(due?.startDate.isDate).toBe(true);
  expect(due?.startDate.toString()).toBe('2027-02-16');
  expect(due?.endDate.toString()).toBe('2027-02-17');
  expect(due?.description).toBe('For Nuñez, Søn; & Partners of the Association of School Leaders.');
  const own = named(`Our own day: ${report.name}`);
  expect(own?.startDate.toString()).toBe('2027-02-12');
  expect(own?.description).toContain(showDay('2027-02-16', { year: true }));

  const hearing = named('HB 12: hearing');
  expect(hearing?.startDate.isDate).toBe(false);
  expect(hearing?.startDate.toJSDate().toISOString()).toBe('2027-02-12T15:00:00.000Z');
  expect(hearing?.duration.toSeconds()).toBe(60 * 60);
  const [alarm] = hearing?.component.getAllSubcomponents('valarm') ?? [];
  expect(alarm?.getFirstPropertyValue('action')).toBe('DISPLAY');
});
