import { expect, test } from 'vitest';
import { isDate } from '../../src/platform/days.ts';
import { RuleMissing } from '../../src/filings/rulebook.ts';
import { allRules, rulesOf } from './rules.ts';

test('every rule has its source and evidence, and each amount that is tested an operator', () => {
  const rules = allRules();
  expect(rules.length).toBeGreaterThan(40);
  for (const rule of rules) {
    expect(rule.source, rule.id).not.toBe('');
    expect(['V', 'V2', 'GH', 'GM', 'GL'], rule.id).toContain(rule.evidence);
    if (rule.unit === 'cents') {
      expect(rule.operator, rule.id).not.toBeNull();
      expect(Number.isSafeInteger(Number(rule.value)), rule.id).toBe(true);
    }
  }
});

test('one figure at a time: no rule in force overlaps another of its key', () => {
  const inForce = allRules().filter((rule) => rule.state === 'in_force');
  const overlaps = inForce.filter((one) =>
    inForce.some(
      (other) =>
        other.id !== one.id &&
        other.regime === one.regime &&
        other.key === one.key &&
        other.fromOn <= (one.toOn ?? '9999-12-31') &&
        one.fromOn <= (other.toOn ?? '9999-12-31'),
    ),
  );
  expect(overlaps.map((rule) => rule.id)).toEqual([]);
  expect(inForce.filter((rule) => rule.toOn !== null && rule.toOn < rule.fromOn)).toEqual([]);
});

test('each regime has its rules, with days and numbers that can be read', () => {
  const rules = allRules();
  const regimes = new Set(rules.map((rule) => rule.regime));
  expect(['mt', 'ms', 'ma', 'lda', 'irs'].filter((regime) => !regimes.has(regime))).toEqual([]);
  for (const rule of rules) {
    if (rule.unit === 'date') expect(isDate(`2024-${rule.value}`), rule.id).toBe(true);
    else if (rule.unit !== 'text') expect(Number(rule.value), rule.id).toBeGreaterThanOrEqual(0);
    expect(isDate(rule.fromOn), rule.id).toBe(true);
  }
});

test.each([
  ['2012-12-31', 10_000_00, 2_500_00],
  ['2016-12-31', 12_500_00, 3_000_00],
  ['2017-01-01', 13_000_00, 3_000_00],
  ['2024-12-31', 14_000_00, 3_000_00],
  ['2025-01-01', 16_000_00, 3_500_00],
])('the federal thresholds of %s, and none for a year nobody has looked up', (on, inHouse, firm) => {
  expect(rulesOf('lda').amount('in_house_expenses', on)).toBe(inHouse);
  expect(rulesOf('lda').amount('firm_income', on)).toBe(firm);
  expect(() => rulesOf('lda').amount('firm_income', '2029-01-01')).toThrow(RuleMissing);
});

test.each([
  ['2017-06-01', 2550_00],
  ['2019-01-01', 2600_00],
  ['2022-12-31', 2650_00],
  ['2023-01-01', 2900_00],
  ['2024-12-31', 2900_00],
  ['2026-03-01', 3000_00],
])('the Montana threshold is looked up by its day: %s', (on, cents) => {
  expect(rulesOf('mt').amount('payment_threshold', on)).toBe(cents);
});

test('exactly $3,000.00 registers a lobbyist, yet does not by itself make the principal report', () => {
  const rules = rulesOf('mt');
  expect(rules.meets('registration_threshold', '2026-03-01', 3000_00)).toBe(true);
  expect(rules.meets('payment_threshold', '2026-03-01', 3000_00)).toBe(false);
  expect(rules.meets('payment_threshold', '2026-03-01', 3000_01)).toBe(true);
});

test.each([
  ['mt', 'monthly_threshold', 4999_99, false],
  ['mt', 'monthly_threshold', 5000_00, true],
  ['ms', 'gift_exemption', 199_99, true],
  ['ms', 'gift_exemption', 200_00, false],
  ['ms', 'food_floor', 10_00, false],
  ['ms', 'food_floor', 10_01, true],
  ['mt', 'official_payment_floor', 24_99, false],
  ['mt', 'official_payment_floor', 25_00, true],
])('%s %s at %i cents', (regime, key, cents, met) => {
  expect(rulesOf(regime).meets(key, '2026-06-01', cents)).toBe(met);
});

test('a proposed rule has no effect', () => {
  const proposed = allRules().filter((rule) => rule.state === 'proposed');
  expect(proposed.map((rule) => rule.key)).toContain('registration_days');
  expect(rulesOf('ms').amount('registration_days', '2026-12-01')).toBe(5);
});

test('a day without a rule is said, not guessed; the rules that were read are named', () => {
  const rules = rulesOf('mt');
  expect(() => rules.amount('payment_threshold', '2010-01-01')).toThrow(RuleMissing);
  rules.amount('payment_threshold', '2026-01-01');
  expect(rules.used().map((rule) => rule.id)).toEqual(['mt.payment_threshold.2025']);
});
