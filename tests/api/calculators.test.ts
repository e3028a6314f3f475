import { beforeAll, expect, test } from 'vitest';
import type * as z from 'zod';
import { calculators } from '../../src/api/groups/calculators.ts';
import { ANSWERS } from '../../src/api/answers.ts';
import { fromWire } from '../../src/api/wire.ts';
import { testWorld } from '../support/world.ts';
import { callerOf } from './calls.ts';

const world = testWorld();
const { call, keyFor } = callerOf(world);
let key = '';
beforeAll(async () => {
  key = await keyFor('staff');
});

const NAMES = [
  '501h',
  'due-date',
  'ld2-rounding',
  'lda-registration',
  'ma-incidental',
  'ma-late-fee',
  'ms-late-fee',
  'ms-value-test',
  'mt-month',
  'mt-office',
  'mt-threshold',
  'nondeductible',
  'proxy-tax',
];

test('every calculator has its address', () => {
  expect(calculators.endpoints.map((one) => one.path.replace('/calculators/', '')).toSorted()).toEqual(NAMES);
});

test.each(calculators.endpoints)(
  'POST $path answers its example with value, reason and rules',
  async (one) => {
    const { status, json, text } = await call('POST', one.path, { key, body: one.example });
    expect(status, text).toBe(200);
    expect(json.explanation.length).toBeGreaterThan(0);
    expect(json.rules.length).toBeGreaterThan(0);
    for (const rule of json.rules) expect(rule.source, rule.id).not.toBe('');
    const shape = ANSWERS[one.answers ?? ''] as z.ZodObject;
    const back = fromWire(json);
    expect(back.ok && shape.safeParse(back.value).error?.issues).toBeUndefined();
    expect(text).not.toMatch(/"[a-z]+[A-Z]\w*":/);
  },
);

test('the worked example of Montana’s roll-forward comes over the wire', async () => {
  const { json } = await call('POST', '/calculators/mt-month', {
    key,
    body: { year: 2026, spent_cents: [0, 0, 0, 0, 0, 200000, 500000] },
  });
  expect(json.value.reports).toEqual([
    { period_to: '2026-07-31', from_on: '2026-06-01', covers_cents: 700000, due_on: '2026-08-17' },
  ]);
  expect(json.rules.map((rule: { id: string }) => rule.id)).toContain('mt.monthly_threshold.2004');
});

test('what is wrong is refused by the name the caller knows it by', async () => {
  const below = await call('POST', '/calculators/ld2-rounding', {
    key,
    body: { on: '2026-03-31', amount_cents: -1 },
  });
  expect(below.status).toBe(422);
  expect(below.json.fields).toEqual([{ field: 'amount_cents', message: 'An amount cannot be below zero.' }]);
  const early = await call('POST', '/calculators/mt-threshold', {
    key,
    body: { on: '2010-01-01', payments_cents: 1 },
  });
  expect(early.status).toBe(422);
  expect(early.json.fields[0].field).toBe('on');
  expect((await call('POST', '/calculators/mt-tax', { key, body: {} })).status).toBe(404);
});

test('a key needs the scope, a reading one will do; a partner may not', async () => {
  const { path, example } = calculators.endpoints[0] ?? { path: '', example: {} };
  const of = async (scope: string) =>
    (await call('POST', path, { key: await keyFor('staff', { scopes: [scope] }), body: example })).status;
  expect(await of('read')).toBe(200);
  expect(await of('filing')).toBe(200);
  expect(await of('member')).toBe(403);
  expect((await call('POST', path, { key: await keyFor('board'), body: example })).status).toBe(403);
});
