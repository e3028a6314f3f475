import { addDays, isDate, yearOf } from '../../../platform/days.ts';
import type { FactRow } from '../regime.ts';
import { factOn } from '../facts.ts';
import { taxYearEnd, type TaxYear } from './facts.ts';

/** The last day of a tax year in a calendar year; of February, the last day it has. */
const endIn = (facts: readonly FactRow[], year: number) => {
  const end = `${year}-${taxYearEnd(facts)}`;
  return isDate(end) ? end : `${year}-02-28`;
};

/** The tax year that ends in a calendar year. */
export const taxYearEnding = (facts: readonly FactRow[], year: number): TaxYear => ({
  from: addDays(endIn(facts, year - 1), 1),
  to: endIn(facts, year),
});

/** The tax years before one, the farthest first. */
export const yearsBefore = (facts: readonly FactRow[], { to }: TaxYear, count: number): TaxYear[] =>
  Array.from({ length: count }, (_, at) => taxYearEnding(facts, yearOf(to) - count + at));

/** The part of Schedule C that an organization fills in, by its tax status and, for a charity, its election. */
export type Part = 'II-A' | 'II-B' | 'III';

/**
 * Whether the election of section 501(h) holds for a tax year: decided by date, else as the organization is kept. An
 * election holds for the whole tax year in which it is filed, a revocation from the next one on.
 */
export const isElected = (facts: readonly FactRow[], taxStatus: string | null | undefined, year: TaxYear) => {
  const atEnd = factOn(facts, 'election_501h', year.to);
  const decided = atEnd?.value === 'yes' ? atEnd : factOn(facts, 'election_501h', year.from);
  return decided ? decided.value === 'yes' : taxStatus === '501c3h';
};

/** The part for a tax year; null where Schedule C does not ask this kind of organization. */
export const partOf = (
  facts: readonly FactRow[],
  taxStatus: string | null | undefined,
  year: TaxYear,
): Part | null => {
  if (taxStatus?.startsWith('501c3')) return isElected(facts, taxStatus, year) ? 'II-A' : 'II-B';
  return /^501c[456]$/.test(taxStatus ?? '') ? 'III' : null;
};
