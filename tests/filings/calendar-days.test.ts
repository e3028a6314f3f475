import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addCalendarDay } from '../../src/filings/days/add-calendar-day.ts';
import { listCalendarDays } from '../../src/filings/days/list-calendar-days.ts';
import { removeCalendarDay } from '../../src/filings/days/remove-calendar-day.ts';
import { filingRoutes } from '../../src/filings/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association } from './ground.ts';

const director = staffAs('director');

test('a holiday that an office adds moves the due date, and taken out lets it go back', async () => {
  const here = await association();
  const day = { jurisdiction: 'MT', onDate: '2027-02-16', kind: 'holiday' as const };
  const more = { name: 'Office closed', source: 'Letter of the office, February 1' };
  expect(await here.report('l5-january', '2027-01-31')).toMatchObject({ dueOn: '2027-02-16' });
  good(await addCalendarDay(here.world, director, { ...day, ...more }));
  expect(bad(await addCalendarDay(here.world, director, { ...day, ...more })).kind).toBe('conflict');
  const moved = await here.report('l5-january', '2027-01-31');
  expect(moved).toMatchObject({ dueOn: '2027-02-17', statutoryDueOn: '2027-02-15' });
  good(await removeCalendarDay(here.world, director, day));
  expect(bad(await removeCalendarDay(here.world, director, day)).kind).toBe('missing');
  expect(await here.report('l5-january', '2027-01-31')).toMatchObject({ dueOn: '2027-02-16' });
});

test('a day needs a known calendar, a real date, a name and a source', async () => {
  const here = await association();
  const day = {
    jurisdiction: 'MT',
    onDate: '2027-03-01',
    kind: 'holiday' as const,
    name: 'Town meeting',
    source: 'A notice',
  };
  for (const [field, wrong] of Object.entries({
    jurisdiction: 'ZZ',
    onDate: '2027-02-30',
    name: ' ',
    source: '',
  }))
    expect(
      bad(await addCalendarDay(here.world, director, { ...day, [field]: wrong })).fields?.[0]?.field,
    ).toBe(field);
  const { data } = good(
    await listCalendarDays(here.world, director, { jurisdiction: 'MS', from: '2027-01-01' }),
  );
  expect(data.find((one) => one.kind === 'sine_die')?.onDate).toBe('2027-04-04');
  expect(bad(await listCalendarDays(here.world, director, { jurisdiction: 'ZZ' })).kind).toBe('missing');
});

test('the page adds and takes out without script', async () => {
  const here = await association();
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', here.world);
    c.set('who', director);
    c.set('frame', {
      network: 'SAM',
      nav: [{ key: 'filings', label: 'Filings', href: '/filings' }],
      person: { name: 'Test', role: 'Director' },
      zone: 'America/Denver',
    });
    await next();
  });
  app.route('/', filingRoutes);
  const send = (path: string, fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return app.request(path, { method: 'POST', body });
  };
  const fields = { jurisdiction: 'MS', onDate: '2027-03-02', kind: 'holiday', name: '', source: 'A notice' };
  const wrong = await send('/filings/days', fields);
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('Name the day.');
  const made = await send('/filings/days', { ...fields, name: 'Closed <early>' });
  expect(made.headers.get('location')).toBe('/filings/days?jurisdiction=MS&done=day');
  expect(await (await app.request('/filings/days?jurisdiction=MS')).text()).toContain('Closed &lt;early&gt;');
  expect((await send('/filings/days/removal', fields)).status).toBe(303);
});
