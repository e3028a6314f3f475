import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { filingRoutes } from '../../src/filings/index.ts';
import type { Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

let here: Awaited<ReturnType<typeof association>>;
const appFor = (who: Who) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', here.world);
    c.set('who', who);
    c.set('frame', {
      network: 'SAM',
      nav: [{ key: 'filings', label: 'Filings', href: '/filings' }],
      person: { name: 'Test', role: 'Director' },
      zone: 'America/Denver',
    });
    await next();
  });
  app.route('/', filingRoutes);
  return app;
};
const director = appFor(staffAs('director'));
const staff = appFor(staffAs('staff'));
const read = async (path: string, app = director) => (await app.request(path)).text();
const send = (path: string, fields: Record<string, string> = {}, app = director) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return app.request(path, { method: 'POST', body });
};

beforeAll(async () => {
  here = await association();
});

describe('the pages of filings', () => {
  test('teach the next step while nobody files', async () => {
    const page = await read('/filings');
    expect(page).toContain('No report falls due');
    expect(page).toContain('/log/filers');
  });

  test('show the year with its picture once the due dates are worked out', async () => {
    const done = await send('/filings/refresh');
    expect(done.headers.get('location')).toBe('/filings?done=refreshed');
    const page = await read('/filings?done=refreshed');
    expect(page).toContain('The due dates are worked out anew.');
    expect(page).toContain('L-5, January 2027');
    expect(page).toContain('in 7 days');
    expect(page).toMatch(/aria-label="Due dates of 2027: \d+ in all/);
    expect(page).toContain('Not owed so far');
    expect(await read('/filings?year=2028')).toContain('Client annual report 2027');
  });

  test('lead from a report to its lines, its open rows, the question, the copies and their proof', async () => {
    await here.spend(250_50, {
      officialId: here.officialId,
      purpose: 'Lunch <after> the hearing',
      mtCategory: 'entertainment',
    });
    const draft = await here.spend(12_00);
    await write(here.world, `update expense set state = 'draft' where id = '${draft}'`);
    await here.talk('2027-01-21');
    await here.talk('2027-01-22');
    const { id } = await here.report('l5-january', '2027-01-31');
    const path = `/filings/${id}`;
    expect(await read(path)).toContain('Prepare the report');

    expect((await send(`${path}/preparation`)).headers.get('location')).toBe(`${path}?done=prepared`);
    const prepared = await read(path);
    expect(prepared).toContain('$250.50');
    expect(prepared).toContain('1 row to settle before filing');
    expect(prepared).toContain(`/log/expenses/${draft}`);
    expect(prepared).toContain('Lunch &lt;after&gt; the hearing');
    expect(prepared).toContain('From 2 rows of the log');
    expect(prepared).not.toContain(`${path}/filing"`);
    expect((await director.request(`${path}/filing`)).status).toBe(303);

    await write(here.world, `update expense set state = 'removed' where id = '${draft}'`);
    expect(await read(path)).toContain(`${path}/filing"`);
    expect(await read(path, staff)).toContain('The director or the owner files it.');
    const question = await read(`${path}/filing`);
    expect(question).toContain('File it: freezes a copy');
    expect(question).toContain('This does not send anything');
    const filingId = /name="filingId" value="([^"]+)"/.exec(question)?.[1] ?? '';

    expect((await send(`${path}/filing`, { filingId }, staff)).status).toBe(403);
    expect((await send(`${path}/filing`, { filingId })).headers.get('location')).toBe(`${path}?done=filed`);
    const twice = await send(`${path}/filing`, { filingId });
    expect(twice.status).toBe(409);
    expect(await twice.text()).toContain('filed already');

    expect(await read(`/filings/filing/${filingId}/print`)).toContain('SHA-256 of the filed page');
    expect(await read(`/filings/filing/${filingId}/proof`)).toContain('Every copy is the one that was filed');
    const csv = await director.request(`/filings/filing/${filingId}.csv`);
    expect(csv.headers.get('content-type')).toContain('text/csv');
    expect(await csv.text()).toContain('250.50');
    const copy = await director.request(`/filings/filing/${filingId}/copy/html`);
    expect(copy.headers.get('content-disposition')).toContain('attachment');
    expect(await copy.text()).toContain('Lunch &lt;after&gt; the hearing');

    await here.spend(5_00);
    expect(await read(path)).toContain('The log changed since this was filed');
    await send(`${path}/preparation`);
    expect(await read(path)).toContain('in version 2, an amendment');
  });

  test('take a report that somebody else files off the list, and say what is missing where it is', async () => {
    const { id } = await here.report('client-annual', '2027-12-31');
    const unsaid = await send(`/filings/${id}/elsewhere`, { by: '' });
    expect(unsaid.status).toBe(422);
    expect(await unsaid.text()).toContain('Say who files it.');
    await send(`/filings/${id}/elsewhere`, { by: 'Coalition' });
    expect(await read(`/filings/${id}`)).toContain('Filed by Coalition.');
  });

  test('say plainly what is not there, and to whom filings are closed', async () => {
    expect((await director.request('/filings/none')).status).toBe(404);
    expect((await director.request('/filings/filing/none/print')).status).toBe(404);
    expect((await director.request('/filings/filing/none/copy/exe')).status).toBe(422);
    expect((await appFor(staffAs('board')).request('/filings')).status).toBe(403);
  });
});

test('the guidance is a list of short pages with their sources, and an unknown page leads back', async () => {
  expect(await read('/guidance')).toContain('/guidance/501c6');
  const page = await read('/guidance/montana');
  expect(page).toContain('Not legal advice');
  expect(page).toContain('as of Nov 21, 2026');
  expect((await director.request('/guidance/nowhere')).status).toBe(404);
});
