import { env } from 'cloudflare:workers';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { filingRoutes, listThresholds, refreshObligations } from '../../src/filings/index.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { association, write } from './ground.ts';

const director = staffAs('director');
const linesOf = async (here: { world: TestWorld; organizationId: string }, year?: number) =>
  good(await listThresholds(here.world, director, { year })).data.filter(
    (one) => one.organizationId === here.organizationId,
  );
const pageOf = async (world: TestWorld, path: string) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
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
  return (await app.request(path)).text();
};

test('lines of the law stand by the log of the day, each with the rules it was drawn by', async () => {
  const here = await association();
  // The world stands on February 9, 2027: 40 days, $2,400.00, $60.00 a day.
  await here.spend(2400_00, { incurredOn: '2027-01-15' });
  const lines = await linesOf(here);
  expect(lines.find((one) => one.key === 'payment_threshold')).toMatchObject({
    regime: 'mt',
    state: 'near',
    total: 2400_00,
    limit: 3000_00,
    past: 3000_01,
    on: '2027-02-20',
    amountInWords: '$2,400.00; the line is more than $3,000.00',
    inWords: 'At this pace the line is crossed on Feb 20.',
  });
  expect(lines.find((one) => one.key === 'payment_threshold')?.rules.map((rule) => rule.id)).toEqual([
    'mt.near_share',
    'mt.payment_threshold.2025',
  ]);
  await here.spend(600_01, { incurredOn: '2027-02-03' });
  expect((await linesOf(here)).find((one) => one.key === 'payment_threshold')).toMatchObject({
    state: 'crossed',
    inWords: 'Crossed on Feb 3.',
  });
});

test('a year that is over stands as it ended, and one to come has no lines yet', async () => {
  const here = await association();
  await here.spend(100_00, { incurredOn: '2027-02-01' });
  here.world.setNow(Date.UTC(2028, 4, 1));
  expect((await linesOf(here, 2027)).find((one) => one.key === 'payment_threshold')).toMatchObject({
    total: 100_00,
    inWords: 'Not reached.',
  });
  expect((await linesOf(here)).find((one) => one.key === 'payment_threshold')?.inWords).toBe(
    'Nothing counted so far.',
  );
  expect(await linesOf(here, 2029)).toEqual([]);
});

test('a draft counts nowhere, and what a person removes counts no more', async () => {
  const here = await association();
  const spent = await here.spend(2500_00);
  await write(here.world, `update expense set state = 'draft' where id = '${spent}'`);
  expect((await linesOf(here)).find((one) => one.key === 'payment_threshold')?.total).toBe(0);
});

test('the page draws each line as a gauge that says itself, beside its rules', async () => {
  const here = await association();
  await here.spend(2400_00, { incurredOn: '2027-01-15' });
  good(await refreshObligations(here.world, SYSTEM, {}));
  const page = await pageOf(here.world, '/filings');
  expect(page).toContain(
    'aria-label="$2,400.00; the line is more than $3,000.00. At this pace the line is crossed on Feb 20."',
  );
  expect(page).toContain('/filings/rules/mt.payment_threshold.2025');
  expect(await pageOf(here.world, '/filings?year=2029')).not.toContain('Lines of the law');
});

test('what is near is kept when the due dates are worked out, and goes when it is near no more', async () => {
  const here = await association();
  const kept = async () =>
    (
      await env.DB.prepare(
        `select key, state, on_date as "on" from threshold_near where organization_id = ? order by key`,
      )
        .bind(here.organizationId)
        .all()
    ).results;
  const spent = await here.spend(2400_00, { incurredOn: '2027-01-15' });
  good(await refreshObligations(here.world, SYSTEM, {}));
  expect(await kept()).toEqual([{ key: 'payment_threshold', state: 'near', on: '2027-02-20' }]);
  expect(good(await refreshObligations(here.world, SYSTEM, {})).changed).toBe(0);
  await write(here.world, `update expense set state = 'removed' where id = '${spent}'`);
  good(await refreshObligations(here.world, SYSTEM, {}));
  expect(await kept()).toEqual([]);
});

test('a missing rule is a refusal that names it', async () => {
  const here = await association();
  await write(here.world, `update rule set state = 'proposed' where id = 'mt.payment_threshold.2025'`);
  const refused = bad(await listThresholds(here.world, director, {}));
  expect(refused).toMatchObject({ kind: 'refused' });
  expect(refused.message).toContain('payment_threshold');
  await write(here.world, `update rule set state = 'in_force' where id = 'mt.payment_threshold.2025'`);
});

test.each(['regional_president', 'partner', 'board'] as const)('%s sees no lines', async (role) => {
  const here = await association();
  expect(bad(await listThresholds(here.world, staffAs(role), {})).kind).toBe('forbidden');
});
