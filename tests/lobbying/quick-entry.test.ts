import { beforeAll, describe, expect, test } from 'vitest';
import {
  addActivity,
  addFromCalendar,
  addRecurring,
  draftRecurring,
  endRecurring,
  listActivities,
  listRecurring,
  lobbyingClocks,
  logLine,
  previewLine,
  removeActivity,
  showActivity,
  showWeek,
} from '../../src/lobbying/index.ts';
import { localDate } from '../../src/platform/days.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { freshWorld, run, settle } from './cast.ts';

const world = freshWorld();
const staff = staffAs('staff');
const theo = staffAs('staff', { id: 'staff-lobbyist' });

beforeAll(async () => {
  await settle();
});

describe('one line', () => {
  test('is shown before it is logged, and logged once for its id', async () => {
    const line = '30m SB 12 Sen Hill oppose';
    expect(good(await previewLine(world, staff, { line }))).toMatchObject({
      kind: 'direct_contact',
      minutes: 30,
    });
    expect(good(await listActivities(world, staff, {})).data).toEqual([]);
    const id = 'LINE000000000000000000001A';
    good(await logLine(world, staff, { id, line }));
    good(await logLine(world, staff, { id, line }));
    expect(good(await listActivities(world, staff, {})).data).toMatchObject([
      {
        id,
        officialName: 'Ada Hill',
        billNumber: 'SB 12',
        position: 'oppose',
        minutes: 30,
        door: 'line',
        onDate: '2027-02-09',
        level: null,
      },
    ]);
  });

  test('that leaves something open is refused with the field', async () => {
    expect(bad(await logLine(world, staff, { line: '30m SB 99 Sen Hill' })).fields).toMatchObject([
      { field: 'billId' },
    ]);
    expect(bad(await logLine(world, staff, { line: '30m' })).fields).toMatchObject([{ field: 'kind' }]);
    expect(bad(await logLine(world, staff, { line: ' ' })).fields).toMatchObject([{ field: 'line' }]);
  });
});

test('chosen events of a calendar become drafts, once each, read as lines', async () => {
  const events = [
    {
      id: 'CAL000000000000000000001A',
      onDate: '2027-02-03',
      minutes: 45,
      summary: 'Coffee with Sen. Hill on SB 12',
    },
    { id: 'CAL000000000000000000002A', onDate: '2027-02-04', minutes: null, summary: 'Board retreat' },
  ];
  good(await addFromCalendar(world, staff, { events }));
  good(await addFromCalendar(world, staff, { events }));
  const drafts = good(await listActivities(world, staff, { state: 'draft' })).data;
  expect(drafts).toMatchObject([
    {
      onDate: '2027-02-03',
      minutes: 45,
      officialName: 'Ada Hill',
      billNumber: 'SB 12',
      method: 'in_person',
      door: 'calendar',
    },
    { onDate: '2027-02-04', minutes: null, note: 'Board retreat' },
  ]);
  const late = [{ id: 'CAL000000000000000000003A', onDate: '2027-12-01', minutes: 5, summary: 'To come' }];
  expect(bad(await addFromCalendar(world, staff, { events: late })).fields?.[0]?.field).toBe(
    'events.0.onDate',
  );
});

describe('an entry that comes back', () => {
  test('makes one draft on each of its days, also after a pause, and none twice', async () => {
    const { id } = good(
      await addRecurring(world, theo, {
        every: 'week',
        onDay: 3,
        kind: 'planning',
        minutes: 60,
        note: 'Weekly call',
      }),
    );
    expect(good(await draftRecurring(world, { kind: 'clock', id: 'c' }, {}))).toEqual({ drafted: 0 });
    world.passTime(9 * 86_400_000);
    expect(await lobbyingClocks.quarter['recurring.draft'](world)).toEqual({ drafted: 2 });
    expect(good(await draftRecurring(world, { kind: 'clock', id: 'c' }, {}))).toEqual({ drafted: 0 });
    const drafts = good(await listActivities(world, staff, { state: 'draft', from: '2027-02-10' })).data;
    expect(drafts).toMatchObject([
      { onDate: '2027-02-10', personKind: 'staff_lobbyist', minutes: 60, recurringId: id },
      { onDate: '2027-02-17' },
    ]);
    good(await removeActivity(world, staff, { id: drafts[0]?.id ?? '' }));
    expect(good(await draftRecurring(world, { kind: 'clock', id: 'c' }, {}))).toEqual({ drafted: 0 });
    good(await endRecurring(world, staff, { id }));
    expect(bad(await endRecurring(world, staff, { id })).kind).toBe('conflict');
    world.passTime(14 * 86_400_000);
    expect(good(await draftRecurring(world, { kind: 'clock', id: 'c' }, {}))).toEqual({ drafted: 0 });
    expect(good(await listRecurring(world, staff, {}))).toMatchObject([{ id, toOn: '2027-02-18' }]);
  });

  test('has limits', async () => {
    const field = async (more: object) =>
      bad(await addRecurring(world, staff, { every: 'week', onDay: 1, kind: 'planning', ...more }))
        .fields?.[0]?.field;
    expect(await field({ onDay: 8 })).toBe('onDay');
    expect(await field({ every: 'month', onDay: 32 })).toBe('onDay');
    expect(await field({ fromOn: '2027-01-01' })).toBe('fromOn');
    expect(await field({ minutes: 0 })).toBe('minutes');
    expect(await field({ billId: 'none' })).toBe('billId');
  });
});

test('a week shows each person’s days, the gaps of a lobbyist, drafts and lines that look alike', async () => {
  const line = { onDate: '2027-01-20', kind: 'research', minutes: 40, billId: 'hb203' } as const;
  good(await addActivity(world, theo, line));
  good(await addActivity(world, theo, line));
  good(await addActivity(world, staff, { ...line, onDate: '2027-01-23', minutes: 15 }));
  const week = good(await showWeek(world, staff, { from: '2027-01-20' }));
  expect([week.from, week.to]).toEqual(['2027-01-18', '2027-01-24']);
  const theos = week.people.find((one) => one.person === 'Theo Brightwater');
  expect(theos?.minutes).toBe(80);
  expect(theos?.days.map((one) => one.gap)).toEqual([true, true, false, true, true, false, false]);
  expect(week.people.find((one) => one.person === 'Sam Staff')?.days.map((one) => one.minutes)).toEqual([
    0, 0, 0, 0, 0, 15, 0,
  ]);
  expect(week.days.map((one) => one.minutes)).toEqual([0, 0, 80, 0, 0, 15, 0]);
  expect(week.twins).toHaveLength(1);
  // Today and the days to come are no gaps yet.
  const running = good(await showWeek(world, staff, {}));
  const today = localDate(world.clock.now(), 'America/Denver');
  for (const one of running.people)
    for (const on of one.days.filter((each) => each.gap)) expect(on.onDate < today).toBe(true);
  expect(
    await listActivities(world, staff, { order: 'newest', from: '2027-01-20', to: '2027-01-24', limit: 1 }),
  ).toMatchObject({
    value: { data: [{ onDate: '2027-01-23' }] },
  });
});

test('two lines written at once never give a day more than 24 hours', async () => {
  const line = { onDate: '2027-01-05', kind: 'research', minutes: 800 } as const;
  const both = await Promise.all([addActivity(world, staff, line), addActivity(world, staff, line)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  await run('select 1');
  expect(
    good(
      await showActivity(world, staff, {
        id: both.flatMap((one) => (one.ok ? [one.value.id] : []))[0] ?? '',
      }),
    ),
  ).toMatchObject({ minutes: 800 });
});
