import { expect, test } from 'vitest';
import { filingsClocks, refreshObligations } from '../../src/filings/index.ts';
import { listObligations, showObligation } from '../../src/filings/list-obligations.ts';
import { markFiledByOther } from '../../src/filings/mark-filed-by-other.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { SYSTEM } from '../../src/platform/who.ts';
import { bad, good, staffAs } from '../support/world.ts';
import { association, write } from './ground.ts';

const director = staffAs('director');

test('the year’s reports are worked out from the rules, each with its three dates, days left and reasons', async () => {
  const here = await association();
  const january = await here.report('l5-january', '2027-01-31');
  expect(january).toMatchObject({
    state: 'open',
    statutoryDueOn: '2027-02-15',
    dueOn: '2027-02-16',
    internalDueOn: '2027-02-12',
    daysLeft: 7,
    regimeName: 'Montana',
  });
  expect(january.trace[0]).toContain('every session year');
  expect(await here.report('client-annual', '2027-12-31')).toMatchObject({
    dueOn: '2028-01-30',
    internalDueOn: '2028-01-28',
  });
  expect(await here.report('lobbyist-annual', '2027-12-31')).toMatchObject({
    lobbyistName: 'Theo Brightwater',
  });
});

test('a month that reaches $5,000.00 turns from not owed to open, and back when the payment is taken out', async () => {
  const here = await association();
  here.world.setNow(Date.UTC(2027, 6, 1));
  expect((await here.report('l5-month', '2027-06-30')).state).toBe('not_triggered');
  await here.spend(4999_99, { incurredOn: '2027-06-10' });
  expect((await here.report('l5-month', '2027-06-30')).state).toBe('not_triggered');
  const last = await here.spend(1, { incurredOn: '2027-06-11' });
  expect((await here.report('l5-month', '2027-06-30')).state).toBe('open');
  await write(here.world, `update expense set state = 'removed' where id = '${last}'`);
  expect((await here.report('l5-month', '2027-06-30')).state).toBe('not_triggered');
});

test('a second look changes nothing, and what is prepared stays as it is', async () => {
  const here = await association();
  const january = await here.report('l5-january', '2027-01-31');
  expect(good(await refreshObligations(here.world, SYSTEM, {})).changed).toBe(0);
  good(await prepareFiling(here.world, director, { obligationId: january.id }));
  await write(here.world, `update obligation set name = 'As it was' where id = '${january.id}'`);
  expect(await filingsClocks.daily['obligation.refresh'](here.world)).toEqual({ changed: 0 });
  expect(good(await showObligation(here.world, director, { id: january.id }))).toMatchObject({
    name: 'As it was',
    state: 'prepared',
  });
});

test('the real adjournment replaces the expected one', async () => {
  const here = await association();
  expect(await here.report('l5-session', '2027-05-01')).toMatchObject({ dueOn: '2027-06-01' });
  await write(
    here.world,
    `insert into legislative_session (id, jurisdiction, name, kind, starts_on, ends_on) values ('mt70', 'MT', '70th', 'regular', '2027-01-04', '2027-04-28')`,
  );
  expect(await here.report('l5-session', '2027-04-28')).toMatchObject({ dueOn: '2027-05-28' });
  await expect(here.report('l5-session', '2027-05-01')).rejects.toThrow('No l5-session');
  await write(here.world, `delete from legislative_session where id = 'mt70'`);
});

test('a report that somebody else files is off the list, once', async () => {
  const here = await association();
  const january = await here.report('l5-january', '2027-01-31');
  expect(bad(await markFiledByOther(here.world, director, { obligationId: january.id, by: ' ' })).kind).toBe(
    'invalid',
  );
  good(
    await markFiledByOther(here.world, director, { obligationId: january.id, by: 'The umbrella principal' }),
  );
  const after = good(await showObligation(here.world, director, { id: january.id }));
  expect(after.state).toBe('filed_by_other');
  expect(after.trace.at(-1)).toBe('Filed by The umbrella principal.');
  expect(
    bad(await markFiledByOther(here.world, director, { obligationId: january.id, by: 'Again' })).kind,
  ).toBe('conflict');
  expect(bad(await prepareFiling(here.world, director, { obligationId: january.id })).kind).toBe('refused');
  expect((await here.report('l5-january', '2027-01-31')).state).toBe('filed_by_other');
});

test('the list goes by due date, page by page, within days', async () => {
  const here = await association();
  await here.report('l5-january', '2027-01-31');
  const first = good(
    await listObligations(here.world, director, { from: '2027-01-01', to: '2027-12-31', limit: 2 }),
  );
  const second = good(
    await listObligations(here.world, director, {
      from: '2027-01-01',
      to: '2027-12-31',
      limit: 2,
      after: first.nextCursor,
    }),
  );
  const dues = [...first.data, ...second.data].map((one) => one.dueOn + one.id);
  expect(dues).toEqual(dues.toSorted());
  expect(new Set(dues).size).toBe(4);
});

test.each(['regional_president', 'partner', 'board'] as const)('%s sees no filings', async (role) => {
  const here = await association();
  expect(bad(await listObligations(here.world, staffAs(role), {})).kind).toBe('forbidden');
  expect(bad(await showObligation(here.world, staffAs(role), { id: 'x' })).kind).toBe('forbidden');
  expect(bad(await refreshObligations(here.world, staffAs(role), {})).kind).toBe('forbidden');
});
