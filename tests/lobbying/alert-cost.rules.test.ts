import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertCost } from '../../src/lobbying/alert-cost.ts';

const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);

test('fractions of a cent are summed first and rounded once', () => {
  // Three texts at 0.83 cents are 2.49 cents; rounded one by one they would be 3.
  expect(alertCost({ priceMicros: 3 * 8_300, priced: 3, unpriced: 0 }, 0)).toEqual({
    amountCents: 2,
    estimated: false,
  });
  expect(alertCost({ priceMicros: 15_000, priced: 1, unpriced: 0 }, 0).amountCents).toBe(2);
  expect(alertCost({ priceMicros: 14_999, priced: 1, unpriced: 0 }, 0).amountCents).toBe(1);
});

test('an average between two millionths is not rounded before the sum is', () => {
  // Two known at 4,999 and 3,332 micros, one not: 12,496.5 micros, 1 cent; three more: 24,993 micros, 2 cents.
  expect(alertCost({ priceMicros: 8_331, priced: 2, unpriced: 1 }, 0).amountCents).toBe(1);
  // 14,999.5 micros is under a cent and a half.
  expect(alertCost({ priceMicros: 9_999 + 0, priced: 2, unpriced: 1 }, 0).amountCents).toBe(1);
});

test('while nothing is priced, the list price stands for it', () => {
  expect(alertCost({ priceMicros: 0, priced: 0, unpriced: 181 }, 11_200)).toEqual({
    amountCents: 203,
    estimated: true,
  });
  expect(alertCost({ priceMicros: 0, priced: 0, unpriced: 0 }, 11_200)).toEqual({
    amountCents: 0,
    estimated: false,
  });
});

test('with every price told, the amount is the sum of the prices, for any prices', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 400 }), (prices) => {
      const cost = alertCost({ priceMicros: sum(prices), priced: prices.length, unpriced: 0 }, 11_200);
      expect(cost.estimated).toBe(false);
      expect(Math.abs(cost.amountCents * 10_000 - sum(prices))).toBeLessThanOrEqual(5_000);
      expect(Number.isSafeInteger(cost.amountCents)).toBe(true);
    }),
  );
});

test('more messages never cost less, and an estimate says so, for any prices', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 50 }),
      fc.integer({ min: 0, max: 10_000 }),
      (prices, unpriced) => {
        const at = (missing: number) =>
          alertCost({ priceMicros: sum(prices), priced: prices.length, unpriced: missing }, 9_000);
        expect(at(unpriced + 1).amountCents).toBeGreaterThanOrEqual(at(unpriced).amountCents);
        expect(at(unpriced).estimated).toBe(unpriced > 0);
        const exact = sum(prices) * (1 + unpriced / prices.length);
        expect(Math.abs(at(unpriced).amountCents * 10_000 - exact)).toBeLessThanOrEqual(5_001);
      },
    ),
  );
});
