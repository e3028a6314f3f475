import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { microsToCents, parseCents, plainCents, shareOut, showCents } from '../../src/platform/money.ts';

describe('reading an amount', () => {
  test.each([
    ['12', 1200],
    ['12.5', 1250],
    ['12.50', 1250],
    ['.75', 75],
    ['$1,234.50', 123450],
    [' $ 1,234,567.00 ', 123456700],
    ['0', 0],
    ['90071992547409.91', Number.MAX_SAFE_INTEGER],
  ])('%s', (text, cents) => {
    expect(parseCents(text)).toEqual({ ok: true, cents });
  });

  test.each([
    ['', /Enter an amount/],
    ['   ', /Enter an amount/],
    ['.', /not an amount/],
    ['$', /not an amount/],
    ['twelve', /not an amount/],
    ['1e3', /not an amount/],
    ['12,34', /not an amount/],
    ['1,2345', /not an amount/],
    ['1.234,50', /not an amount/],
    ['12.345', /two places/],
    ['12.500', /two places/],
    ['-12', /below zero/],
    ['(12.00)', /below zero/],
    ['90071992547409.92', /too large/],
    ['9'.repeat(400), /too large/],
  ])('refuses "%s" with a reason', (text, reason) => {
    expect(parseCents(text)).toEqual({ ok: false, reason: expect.stringMatching(reason) });
  });

  test.each(['-12.50', '-$12.50', '$-12.50', '(12.50)', '($12.50)', '−12.50'])(
    '%s is below zero where that is allowed',
    (text) => {
      expect(parseCents(text, { negative: true })).toEqual({ ok: true, cents: -1250 });
    },
  );

  test('minus nothing is nothing', () => {
    expect(parseCents('-0', { negative: true })).toStrictEqual({ ok: true, cents: 0 });
  });

  test('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void parseCents(text, { negative: true })),
    );
  });
});

describe('showing an amount', () => {
  test('for reading and for files', () => {
    expect(showCents(123450)).toBe('$1,234.50');
    expect(showCents(-5)).toBe('-$0.05');
    expect(showCents(0)).toBe('$0.00');
    expect(showCents(123456789012)).toBe('$1,234,567,890.12');
    expect(plainCents(123450)).toBe('1234.50');
    expect(plainCents(-5)).toBe('-0.05');
    expect(() => showCents(0.5)).toThrow(RangeError);
  });

  test('what is shown is read back as the same cents', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (cents) => {
        const expected = { ok: true, cents };
        expect(parseCents(showCents(cents), { negative: true })).toEqual(expected);
        expect(parseCents(plainCents(cents), { negative: true })).toEqual(expected);
      }),
    );
  });
});

describe('carrier prices', () => {
  test.each([
    [0, 0],
    [4_999, 0],
    [5_000, 1],
    [10_000, 1],
    [14_999, 1],
    [15_000, 2],
    [-5_000, 0],
    [-5_001, -1],
    [212 * 11_900, 252],
  ])('%i micros are %i cents', (micros, cents) => {
    expect(microsToCents(micros)).toBe(cents);
  });

  test('are never more than half a cent off', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 46), max: 2 ** 46 }), (micros) => {
        const off = microsToCents(micros) * 10_000 - micros;
        expect(off).toBeGreaterThan(-5_000);
        expect(off).toBeLessThanOrEqual(5_000);
      }),
    );
  });
});

describe('sharing out', () => {
  test('gives what is left to the largest remainders, the earlier part first', () => {
    expect(shareOut(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(shareOut(10, [7, 2, 1])).toEqual([7, 2, 1]);
    expect(shareOut(3, [5, 8])).toEqual([1, 2]);
    expect(shareOut(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(shareOut(0, [1, 2])).toEqual([0, 0]);
    expect(shareOut(5, [0, 1])).toEqual([0, 5]);
  });

  test('refuses what cannot add up', () => {
    expect(() => shareOut(5, [])).toThrow(/every weight is zero/);
    expect(() => shareOut(5, [0, 0])).toThrow(/every weight is zero/);
    expect(() => shareOut(5, [-1, 2])).toThrow(/below zero/);
    expect(() => shareOut(5, [0.5])).toThrow(/whole number/);
  });

  test('always adds up, each part within a cent of its exact share', () => {
    const weights = fc
      .array(fc.oneof(fc.nat(), fc.maxSafeInteger().map(Math.abs)), { minLength: 1, maxLength: 40 })
      .filter((list) => list.some((weight) => weight > 0));
    fc.assert(
      fc.property(fc.maxSafeInteger(), weights, (cents, list) => {
        const parts = shareOut(cents, list);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(cents));
        const total = list.reduce((sum, weight) => sum + BigInt(weight), 0n);
        for (const [index, part] of parts.entries()) {
          const off = BigInt(part) * total - BigInt(cents) * BigInt(list[index] ?? 0);
          expect(off < 0n ? -off < total : off < total).toBe(true);
        }
      }),
    );
  });
});
