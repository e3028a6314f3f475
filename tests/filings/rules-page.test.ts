import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { filingRoutes } from '../../src/filings/index.ts';
import { prepareFiling } from '../../src/filings/prepare-filing.ts';
import { regimeData } from '../../src/filings/regime-data.ts';
import { montana } from '../../src/filings/regimes/montana/montana.ts';
import { addRule } from '../../src/filings/rules/add-rule.ts';
import { correctRule } from '../../src/filings/rules/correct-rule.ts';
import { listRules, showRule } from '../../src/filings/rules/list-rules.ts';
import { proposeRule } from '../../src/filings/rules/propose-rule.ts';
import { putRuleInForce } from '../../src/filings/rules/put-rule-in-force.ts';
import { reviewRule } from '../../src/filings/rules/review-rule.ts';
import { withdrawRule } from '../../src/filings/rules/withdraw-rule.ts';
import type { Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import { bad, good, staffAs, testWorld } from '../support/world.ts';
import { association, write } from './ground.ts';

const director = staffAs('director');
let worlds = 0;
/** A World whose ids are its own, beside those of the other tests of this file. */
const freshWorld = () => {
  const world = testWorld();
  const at = (worlds += 1);
  const next = world.ids.next.bind(world.ids);
  world.ids.next = () => next().replace('01TEST', `0${at}RULE`);
  return world;
};
const rule = (key: string, more: Partial<Parameters<typeof addRule>[2]> = {}) => ({
  regime: 'mt',
  key,
  value: '1000',
  operator: 'more_than' as const,
  unit: 'cents' as const,
  fromOn: '2027-01-01',
  source: 'MCA 5-7-999',
  evidence: 'V' as const,
  ...more,
});
const meetsOn = async (world: ReturnType<typeof freshWorld>, key: string, on: string) =>
  (await regimeData(world, montana)).rules.rule(key, on).value;

test('a correction ends the row the day before and adds one; nothing is edited', async () => {
  const world = freshWorld();
  const { id } = good(await addRule(world, director, rule('test_floor')));
  const made = good(
    await correctRule(world, director, {
      id,
      fromOn: '2027-03-01',
      value: '2500',
      source: 'MCA 5-7-999, as amended',
      evidence: 'V2',
    }),
  );
  expect(await meetsOn(world, 'test_floor', '2027-02-28')).toBe('1000');
  expect(await meetsOn(world, 'test_floor', '2027-03-01')).toBe('2500');
  const { history, replacesId, operator } = good(await showRule(world, director, { id: made.id }));
  expect(history.map((one) => [one.value, one.fromOn, one.toOn])).toEqual([
    ['1000', '2027-01-01', '2027-02-28'],
    ['2500', '2027-03-01', null],
  ]);
  expect([replacesId, operator]).toEqual([id, 'more_than']);
  await expect(write(world, `update rule set value = '1' where id = '${id}'`)).rejects.toThrow(
    'corrected by a new row',
  );
});

test('corrected from its first day, a row counts as never in force, and stays to be seen', async () => {
  const world = freshWorld();
  const { id } = good(await addRule(world, director, rule('test_typo')));
  good(
    await correctRule(world, director, {
      id,
      fromOn: '2027-01-01',
      value: '900',
      source: 'As printed',
      evidence: 'V',
    }),
  );
  expect(await meetsOn(world, 'test_typo', '2027-01-01')).toBe('900');
  expect(good(await showRule(world, director, { id })).standing).toBe('replaced');
});

test('of two who correct the same row, one does; days that it does not cover are refused', async () => {
  const world = freshWorld();
  const { id } = good(await addRule(world, director, rule('test_race', { toOn: '2027-12-31' })));
  const input = { id, fromOn: '2027-06-01', value: '1', source: 'Letter of May 1', evidence: 'GH' as const };
  const both = await Promise.all([correctRule(world, director, input), correctRule(world, director, input)]);
  expect(both.filter((one) => one.ok)).toHaveLength(1);
  const late = bad(await correctRule(world, director, { ...input, fromOn: '2028-01-01' }));
  expect(late.fields?.[0]?.field).toBe('fromOn');
});

test('a proposal has no effect until it is put in force, and then ends the row before it', async () => {
  const world = freshWorld();
  const { id } = good(await addRule(world, director, rule('test_days', { unit: 'days', value: '5' })));
  const proposed = good(
    await proposeRule(world, director, {
      ...rule('test_days', {
        unit: 'days',
        value: '0',
        fromOn: '2027-07-01',
        source: 'SB 2402 as introduced',
      }),
    }),
  );
  expect(await meetsOn(world, 'test_days', '2027-08-01')).toBe('5');
  expect(good(await putRuleInForce(world, director, { id: proposed.id })).endedId).toBe(id);
  expect(await meetsOn(world, 'test_days', '2027-06-30')).toBe('5');
  expect(await meetsOn(world, 'test_days', '2027-07-01')).toBe('0');
  expect(bad(await putRuleInForce(world, director, { id: proposed.id })).kind).toBe('conflict');
});

test('a withdrawn proposal stays in the history and can no longer be put in force', async () => {
  const world = freshWorld();
  const { id } = good(await proposeRule(world, director, rule('test_gone')));
  good(await withdrawRule(world, director, { id }));
  expect(good(await showRule(world, director, { id })).standing).toBe('withdrawn');
  expect(bad(await putRuleInForce(world, director, { id })).kind).toBe('conflict');
  expect(bad(await withdrawRule(world, director, { id: 'mt.payment_threshold.2025' })).kind).toBe('conflict');
});

test.each([
  ['value', { value: '12.345' }],
  ['value', { unit: 'date' as const, value: '02-30' }],
  ['value', { unit: 'days' as const, value: 'five' }],
  ['key', { key: 'Payment Threshold' }],
  ['source', { source: '' }],
  ['fromOn', { fromOn: '2027-02-30' }],
  ['toOn', { toOn: '2026-01-01' }],
  ['regime', { regime: 'atlantis' }],
  ['unit', { key: 'payment_threshold', unit: 'days' as const }],
])('a rule with a wrong %s is refused: %j', async (field, more) => {
  const problem = bad(await addRule(freshWorld(), director, rule('test_bad', more)));
  expect(problem.fields?.[0]?.field).toBe(field);
});

test('days that a row in force covers are not covered twice', async () => {
  const problem = bad(await addRule(freshWorld(), director, rule('payment_threshold', { value: '310000' })));
  expect(problem).toMatchObject({ kind: 'refused', rule: 'rule_covered' });
});

test('a review names the person and the day; a correction has to be looked over anew', async () => {
  const world = freshWorld();
  const { id } = good(await addRule(world, director, rule('test_review')));
  expect(bad(await reviewRule(world, director, { id, reviewer: ' ' })).kind).toBe('invalid');
  good(await reviewRule(world, director, { id, reviewer: 'Ruth Calloway, counsel' }));
  expect(good(await showRule(world, director, { id })).reviewedBy).toBe('Ruth Calloway, counsel');
  const { id: next } = good(
    await correctRule(world, director, {
      id,
      fromOn: '2028-01-01',
      value: '1',
      source: 'New act',
      evidence: 'V',
    }),
  );
  expect(good(await showRule(world, director, { id: next })).reviewedBy).toBeNull();
  expect(bad(await reviewRule(world, director, { id: 'none', reviewer: 'Ruth Calloway' })).kind).toBe(
    'missing',
  );
});

test('a rule names the reports whose figures read it', async () => {
  const here = await association();
  const january = await here.report('l5-january', '2027-01-31');
  good(await prepareFiling(here.world, staffAs('staff'), { obligationId: january.id }));
  const { usedBy } = good(await showRule(here.world, director, { id: 'mt.payment_threshold.2025' }));
  expect(usedBy).toContainEqual(
    expect.objectContaining({ obligationId: january.id, state: 'prepared', version: 1 }),
  );
});

test('each regime lists its rules with where they stand', async () => {
  const { data, regimes } = good(await listRules(freshWorld(), director, { regime: 'ms' }));
  expect(regimes.map((one) => one.id)).toEqual(expect.arrayContaining(['mt', 'ms', 'ma', 'lda', 'irs']));
  expect(data.find((one) => one.key === 'registration_days' && one.state === 'proposed')?.standing).toBe(
    'proposed',
  );
  expect(bad(await listRules(freshWorld(), director, { regime: 'none' })).kind).toBe('missing');
});

test('the pages show, add, correct, propose and print without script', async () => {
  const world = freshWorld();
  const appFor = (who: Who) => {
    const app = new Hono<AppEnv>();
    app.use(async (c, next) => {
      c.set('world', world);
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
  const app = appFor(director);
  const send = (path: string, fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    return app.request(path, { method: 'POST', body });
  };
  const list = await (await app.request('/filings/rules?regime=mt')).text();
  expect(list).toContain('Payment threshold');
  expect(list).toContain('more than $3,000.00');
  expect(list).not.toContain('$2,900.00');
  expect(await (await app.request('/filings/rules?regime=mt&all=1')).text()).toContain('$2,900.00');
  expect(await (await app.request('/filings/rules/print?regime=mt')).text()).toContain(
    'Reporting rules: Montana',
  );

  const fields = {
    as: 'proposed',
    regime: 'mt',
    key: 'test_page',
    unit: 'cents',
    value: '12.345',
    operator: 'at_least',
    fromOn: '2027-05-01',
    source: 'A bill <draft>',
    evidence: 'GM',
  };
  const wrong = await send('/filings/rules', fields);
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('at most two places of cents');
  const made = await send('/filings/rules', { ...fields, value: '1,250.50' });
  const path = (made.headers.get('location') ?? '').split('?')[0] ?? '';
  const page = await (await app.request(path)).text();
  expect(page).toContain('at least $1,250.50');
  expect(page).toContain('A bill &lt;draft&gt;');
  expect((await send(`${path}/force`, {})).headers.get('location')).toBe(`${path}?done=force`);
  expect(await (await app.request(`${path}/correction`)).text()).toContain('value="1250.50"');
  const corrected = await send(`${path}/correction`, { ...fields, value: '1300', fromOn: '2027-06-01' });
  expect(corrected.status).toBe(303);
  expect((await send(`${path}/review`, { reviewer: '' })).status).toBe(422);
  expect((await appFor(staffAs('staff')).request('/filings/rules/new')).status).toBe(403);
  expect((await appFor(staffAs('board')).request('/filings/rules')).status).toBe(403);
  expect(await (await appFor(staffAs('staff')).request(path)).text()).not.toContain('Note the review');
});
