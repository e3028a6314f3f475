import { expect, test } from 'vitest';
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
