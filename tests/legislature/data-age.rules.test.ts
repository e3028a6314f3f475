import { expect, test } from 'vitest';
import { ageOf } from '../../src/legislature/data-age.ts';

const NOON = Date.UTC(2027, 1, 9, 19);
const failed = {
  service: 'openstates' as const,
  triedAt: NOON - 3_600_000,
  problem: 'Open States refused the key (401).',
};
const age = (asOf: string, fetch: Parameters<typeof ageOf>[1] = null) =>
  ageOf(asOf, fetch, NOON, 'America/Denver');

test('data of this quarter are only dated', () => {
  expect(age('2026-11-11')).toEqual({ of: 'Nov 11, 2026', old: null });
});

test('older data say how old they are, and that nobody brought newer ones', () => {
  expect(age('2026-11-10').old).toEqual({
    title: 'These data are of Nov 10, 2026, 91 days ago.',
    why: 'Nobody has brought newer ones since.',
  });
});

test('where a daily fetch fails, three days are patience, and the reason is said', () => {
  expect(age('2027-02-06', failed).old).toBeNull();
  expect(age('2027-02-05', failed).old).toEqual({
    title: 'These data are of Feb 5, 2027, 4 days ago.',
    why: 'The last fetch from Open States, on Feb 9, failed: Open States refused the key (401).',
  });
  expect(age('2027-02-05', { ...failed, problem: null }).old).toBeNull();
});
