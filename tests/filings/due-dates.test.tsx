import { Hono } from 'hono';
import { beforeAll, describe, expect, test } from 'vitest';
import { filingRoutes, listDueDates, refreshObligations } from '../../src/filings/index.ts';
import { SYSTEM, type Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association } from './ground.ts';

let here: Awaited<ReturnType<typeof association>>;
const director = staffAs('director');
beforeAll(async () => {
  here = await association();
  good(await refreshObligations(here.world, SYSTEM, {}));
});
const read = async (path: string, who: Who = director) => {
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
  return app.request(path);
};
const page = async (path: string) => (await read(path)).text();

describe('the due dates of a year', () => {
  test('each have the day the law names, the day it is met on, our own day, and why they differ', async () => {
    const { data, regimes } = good(await listDueDates(here.world, director, { year: 2027 }));
    expect(regimes.map((one) => one.id)).toEqual(['mt', 'ms']);
    expect(data.find((one) => one.form === 'l5-january')).toMatchObject({
      statutoryDueOn: '2027-02-15',
      dueOn: '2027-02-16',
      internalDueOn: '2027-02-12',
    });
    expect(data.find((one) => one.form === 'l5-january')?.why).toMatch(/: met on the next open day\.$/);
    const annual = good(await listDueDates(here.world, director, { year: 2028, regime: 'ms' }));
    expect(annual.data.find((one) => one.form === 'client-annual')).toMatchObject({
      statutoryDueOn: '2028-01-30',
      dueOn: '2028-01-30',
      internalDueOn: '2028-01-28',
      why: 'A Sunday: no rule moves the day, so ours is before it.',
    });
    expect(annual.data.every((one) => one.regime === 'ms')).toBe(true);
  });

  test('stand beside the picture of the year, for one regime or all', async () => {
    const all = await page('/filings/dates?year=2027');
    expect(all).toMatch(/aria-label="Due dates of 2027: \d+ in all/);
    expect(all).toContain('L-5, January 2027');
    expect(all).toContain('Mississippi');
    const one = await page('/filings/dates?year=2027&regime=ms');
    expect(one).not.toContain('L-5, January 2027');
    expect(one).toContain('/filings/dates/print?year=2027&amp;regime=ms');
    expect(await page('/filings')).toContain('/filings/dates?year=2027');
  });

  test('print on paper, and say where there are none', async () => {
    const paper = await page('/filings/dates/print?year=2027&regime=mt');
    expect(paper).toContain('Due dates of 2027: Montana');
    expect(paper).toContain('Our own day');
    expect(await page('/filings/dates?year=2040')).toContain('No report is due in 2040');
  });

  test.each(['regional_president', 'partner', 'board'] as const)('are closed to %s', async (role) => {
    expect(bad(await listDueDates(here.world, staffAs(role), {})).kind).toBe('forbidden');
    expect((await read('/filings/dates', staffAs(role))).status).toBe(403);
  });
});
