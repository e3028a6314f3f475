import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type * as z from 'zod';
import { BODIES } from '../../src/filings/bodies.ts';
import { CALCULATIONS } from '../../src/filings/calculate.ts';
import { calculate, type AnyCalculator, type Ground } from '../../src/filings/calculators/calculator.ts';
import { DUE_REPORT_NAMES } from '../../src/filings/due-reports.ts';
import { addDays } from '../../src/platform/days.ts';
import { rulebook } from '../../src/filings/rulebook.ts';
import { allRules, holidays } from './rules.ts';

const rules = allRules();
const grounds = new Map(
  Object.entries(BODIES).map(([id, { jurisdiction }]): [string, Ground] => [
    id,
    { rules: rulebook(id, rules), holidays: holidays(jurisdiction) },
  ]),
);
const all = CALCULATIONS.map((view): AnyCalculator => view.calculator);
const asked = (id: string, input: object) => {
  const one = all.find((calculator) => calculator.id === id);
  if (!one) throw new Error(`No calculator ${id}`);
  const regime = typeof one.regime === 'string' ? one.regime : one.regime(input as never);
  const ground = grounds.get(regime);
  if (!ground) throw new Error(`No rules of ${regime}`);
  return calculate(one as never, ground, input) as ReturnType<typeof calculate>;
};
const valueOf = (id: string, input: object): Record<string, unknown> => {
  const result = asked(id, input);
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value.value as Record<string, unknown>;
};
const n = (value: unknown): number => {
  expect(Number.isSafeInteger(value)).toBe(true);
  return value as number;
};

const on = '2026-03-01';
const money = fc.oneof(
  fc.nat({ max: 2_000_000 }),
  fc.nat({ max: 300_000_000 }),
  fc.nat({ max: 1_000_000_000_000 }),
);
/** Any day from 1900 to 2200, and often one of these years. */
const day = fc
  .oneof(fc.integer({ min: 0, max: 109_500 }), fc.integer({ min: 45_700, max: 46_700 }))
  .map((days) => addDays('1900-01-01', days));

/** An input of a calculator's own shape, whatever its figures are. */
const shapeOf = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const { def } = schema as unknown as {
    def: { type: string; innerType?: z.ZodType; element?: z.ZodType; entries?: object; shape?: object };
  };
  if (def.type === 'default') return shapeOf(def.innerType as z.ZodType);
  if (def.type === 'optional' || def.type === 'nullable')
    return fc.option(shapeOf(def.innerType as z.ZodType), { nil: null });
  if (def.type === 'array') return fc.array(shapeOf(def.element as z.ZodType), { maxLength: 12 });
  if (def.type === 'object') return recordOf(def.shape as Record<string, z.ZodType>);
  if (def.type === 'enum') return fc.constantFrom(...Object.values(def.entries as Record<string, string>));
  if (def.type === 'boolean') return fc.boolean();
  if (def.type === 'string') return day;
  return fc.oneof(fc.nat({ max: 40 }), fc.integer({ min: 1900, max: 2200 }), money);
};
const recordOf = (shape: Record<string, z.ZodType>): fc.Arbitrary<object> =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, shapeOf(one)])));

/** Every number of an answer, however deep. */
const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(numbersIn) : [];
};

test.each(all.map((one) => [one.id, one] as const))(
  '%s never throws on its own shape, answers whole numbers not below zero, and names its rules',
  (id, one) => {
    let answered = 0;
    fc.assert(
      fc.property(recordOf(one.input.shape as Record<string, z.ZodType>), (input) => {
        const result = asked(id, input);
        if (!result.ok) {
          expect(result.problem.fields?.[0]?.field).toBeTruthy();
          return;
        }
        answered += 1;
        const { value, explanation, rules: used } = result.value;
        expect(numbersIn(value).filter((number) => !Number.isSafeInteger(number) || number < 0)).toEqual([]);
        expect(one.value.safeParse(value).error?.issues).toBeUndefined();
        expect(explanation.join(' ')).not.toMatch(/NaN|undefined|null|\[object/);
        expect(used.filter((rule) => rule.state !== 'in_force' || rule.source === '')).toEqual([]);
      }),
      { numRuns: 150 },
    );
    expect(answered, 'inputs that had an answer').toBeGreaterThan(0);
  },
);

test('Montana’s months: what reports cover and what waits add up to what was spent', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 900_000 }), { minLength: 1, maxLength: 12 }), (spentCents) => {
      const { reports, waitingCents } = valueOf('mt-month', { year: 2026, spentCents });
      const covered = (reports as { coversCents: number }[]).reduce((sum, one) => sum + one.coversCents, 0);
      expect(covered + n(waitingCents)).toBe(spentCents.reduce((sum, one) => sum + one, 0));
    }),
  );
});

test('a dues notice splits dues without a rest, and one member’s part is never more than their dues', () => {
  fc.assert(
    fc.property(money, money, money, fc.nat({ max: 100 }), (duesCents, outsideCents, inHouseCents, part) => {
      const memberDuesCents = Math.floor((duesCents / 100) * (part / 100));
      const value = valueOf('nondeductible', { on, duesCents, outsideCents, inHouseCents, memberDuesCents });
      expect(n(value.nondeductibleCents) + n(value.deductibleCents)).toBe(duesCents);
      if (value.memberNondeductibleCents !== null)
        expect(n(value.memberNondeductibleCents)).toBeLessThanOrEqual(memberDuesCents);
    }),
  );
});

test('proxy tax: notices, carryover, what is taxed and what is forced on account for all that was spent', () => {
  fc.assert(
    fc.property(money, money, money, (duesCents, spentCents, noticesCents) => {
      const value = valueOf('proxy-tax', { on, duesCents, spentCents, noticesCents });
      const ofDues = Math.min(duesCents, spentCents);
      expect(n(value.taxableCents) + Math.min(noticesCents, ofDues) + n(value.forcedCents)).toBe(spentCents);
    }),
  );
});

const rising = (name: string, of: (cents: number) => number) =>
  test(name, () => {
    fc.assert(
      fc.property(money, money, (a, b) => {
        const [less, more] = a < b ? [a, b] : [b, a];
        expect(of(more)).toBeGreaterThanOrEqual(of(less));
      }),
    );
  });
rising(
  '501(h): more spending never frees less, and a quarter of it is for grass roots',
  (exemptPurposeCents) => {
    const { nontaxableCents, grassRootsNontaxableCents } = valueOf('501h', { on, exemptPurposeCents });
    expect(Math.abs(n(grassRootsNontaxableCents) * 4 - n(nontaxableCents))).toBeLessThanOrEqual(4);
    return n(nontaxableCents);
  },
);
rising('LD-2: more money never reports less, and every amount is a whole step', (amountCents) => {
  const { reportedCents } = valueOf('ld2-rounding', { on, amountCents });
  if (reportedCents === null) return 0;
  expect(n(reportedCents) % 10_000_00).toBe(0);
  expect(Math.abs(n(reportedCents) - amountCents)).toBeLessThanOrEqual(5_000_00);
  return n(reportedCents);
});
rising('proxy tax: more spending never costs less', (spentCents) =>
  n(valueOf('proxy-tax', { on, duesCents: 50_000_00, spentCents }).taxCents),
);
rising('Massachusetts: a later statement never costs less', (cents) =>
  n(valueOf('ma-late-fee', { on, daysLate: cents % 36_500 === cents ? cents : 36_500 }).feeCents),
);
rising('Mississippi: a later report never costs less, and never more than ten days', (cents) => {
  const fee = n(valueOf('ms-late-fee', { on, daysLate: Math.min(cents, 36_500) }).feeCents);
  expect(fee).toBeLessThanOrEqual(500_00);
  return fee;
});
rising('Montana: more payments never take a duty away', (paymentsCents) => {
  const value = valueOf('mt-threshold', { on, paymentsCents });
  if (value.principalReports) expect(value.registers).toBe(true);
  return Number(value.registers) + Number(value.principalReports);
});

test('due dates: the safe day is never after the law’s, and the law’s never after the day it moves to', () => {
  const days = fc.integer({ min: 0, max: 6000 }).map((count) => addDays('2012-01-01', count));
  fc.assert(
    fc.property(fc.constantFrom(...DUE_REPORT_NAMES), days, (report, at) => {
      const value = valueOf('due-date', { report, on: report.startsWith('irs') ? addDays(at, 1830) : at });
      expect(String(value.internalOn) <= String(value.statutoryOn)).toBe(true);
      expect(String(value.statutoryOn) <= String(value.dueOn)).toBe(true);
    }),
  );
});
