import { env } from 'cloudflare:workers';
import { beforeAll, expect, test } from 'vitest';
import { addTalkingPoints, alertChoices, publishTalkingPoints } from '../../src/alerts/index.ts';
import { ROLES } from '../../src/platform/who.ts';
import { bad, good, staffAs, type TestWorld } from '../support/world.ts';
import { actionAlert, coordinator, drafted, settle } from './cast.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await settle();
});

const choices = async () => good(await alertChoices(world, coordinator, {}));
const setState = (id: string, state: string) =>
  env.DB.prepare('update alert set state = ? where id = ?').bind(state, id).run();

test('an alert’s form offers what the network has, by name', async () => {
  expect(await choices()).toEqual({
    organizations: [
      { value: 'mtpec', label: 'Partners' },
      { value: 'sam', label: 'School Administrators' },
    ],
    regions: [
      { value: 'central', label: 'Central' },
      { value: 'hi-line', label: 'Hi-Line' },
    ],
    groups: [{ value: 'rural', label: 'Rural' }],
    classes: [
      { value: 'I', label: 'I' },
      { value: 'II', label: 'II' },
    ],
    committees: [{ value: 'ed', label: 'Education, House' }],
    kinds: [
      { value: 'superintendent', label: 'Superintendent' },
      { value: 'assistant superintendent', label: 'Assistant superintendent' },
      { value: 'executive director', label: 'Executive director' },
      { value: 'retired', label: 'Retired' },
      { value: 'associate', label: 'Associate' },
    ],
    issue: [{ value: 'vouchers', label: 'Vouchers' }],
    bill: [{ value: 'hb203', label: 'HB 203, Vouchers' }],
  });
});

test('a committee is offered once somebody sits on it', async () => {
  await env.DB.prepare(
    `insert into committee (id, jurisdiction, chamber_id, name, source, as_of) values ('tax', 'mt', null, 'Taxation', 'test', '2027-01-01')`,
  ).run();
  expect((await choices()).committees).toEqual([{ value: 'ed', label: 'Education, House' }]);
  await env.DB.prepare(`insert into committee_seat (committee_id, official_id) values ('tax', 'kes')`).run();
  expect((await choices()).committees).toContainEqual({ value: 'tax', label: 'Taxation' });
});

test('talking points are offered once they are published', async () => {
  const { id } = good(
    await addTalkingPoints(world, coordinator, {
      issueId: 'vouchers',
      billId: 'hb203',
      level: 'state',
      title: 'No on HB 203',
      body: '# No on HB 203',
    }),
  );
  expect((await choices()).points).toBeUndefined();
  good(await publishTalkingPoints(world, coordinator, { id }));
  expect((await choices()).points).toEqual([{ value: id, label: 'No on HB 203' }]);
});

test('an earlier alert is offered when it went out and asked something', async () => {
  const asked = await drafted(world);
  const silent = await drafted(world, { title: 'For your information', kind: 'update', questions: [] });
  await setState(silent.id, 'closed');
  expect((await choices()).alert).toBeUndefined();
  for (const state of ['sending', 'paused', 'open', 'closed']) {
    await setState(asked.id, state);
    expect((await choices()).alert, state).toEqual([{ value: asked.id, label: actionAlert(world).title }]);
  }
  await setState(asked.id, 'cancelled');
  expect((await choices()).alert).toBeUndefined();
});

test('only those who draft alerts are told', async () => {
  const told = await Promise.all(
    ROLES.map(async (role) => ((await alertChoices(world, staffAs(role), {})).ok ? [role] : [])),
  );
  expect(told.flat().toSorted()).toEqual(['coordinator', 'director', 'owner', 'staff']);
  expect(
    bad(await alertChoices(world, staffAs('regional_president', { regionId: 'hi-line' }), {})).kind,
  ).toBe('forbidden');
  expect(bad(await alertChoices(world, { kind: 'member', id: 'ann' }, {})).kind).toBe('forbidden');
  expect((await alertChoices(world, staffAs('staff', { scopes: ['read'] }), {})).ok).toBe(true);
  expect(bad(await alertChoices(world, staffAs('staff', { scopes: ['import'] }), {})).kind).toBe('forbidden');
});
