import { describe, expect, test } from 'vitest';
import { taxStatusAt, withStatus } from '../../src/people/tax-history.ts';

describe('the tax statuses of an organization', () => {
  const first = withStatus([], '501c6', '2026-01-01');
  const second = withStatus(first, '501c3', '2026-07-01');

  test('begin with one that has held as long as anybody knows', () => {
    expect(taxStatusAt(first, '1999-01-01')).toBe('501c6');
    expect(taxStatusAt([], '2026-01-01')).toBeNull();
  });

  test('are read for a day: the one that began last by then', () => {
    expect(taxStatusAt(second, '2026-06-30')).toBe('501c6');
    expect(taxStatusAt(second, '2026-07-01')).toBe('501c3');
    expect(taxStatusAt(second, '2030-01-01')).toBe('501c3');
  });

  test('take another for the same day, one before, and none twice in a row', () => {
    expect(withStatus(second, '501c4', '2026-07-01').map((one) => one.status)).toEqual(['501c6', '501c4']);
    expect(withStatus(second, '501c5', '2025-01-01').map((one) => one.status)).toEqual([
      '501c6',
      '501c5',
      '501c3',
    ]);
    expect(withStatus(second, '501c3', '2026-09-01')).toEqual(second);
    expect(withStatus(second, null, '2026-09-01')).toEqual(second);
  });
});
