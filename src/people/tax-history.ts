import { ALWAYS, type Organization, type TaxSpan } from './organization.ts';

/** The tax statuses an organization had, the earliest first. */
export const taxSpans = ({ taxHistory }: Pick<Organization, 'taxHistory'>): TaxSpan[] =>
  JSON.parse(taxHistory) as TaxSpan[];

/**
 * The statuses with another one from a day on. The first one told has held as long as anybody knows, so it needs no day.
 * One told for a day that has one takes its place; a neighbour of the same status is not said twice.
 */
export const withStatus = (
  spans: readonly TaxSpan[],
  status: TaxSpan['status'] | null,
  from: string,
): TaxSpan[] => {
  if (status === null) return [...spans];
  const all = [
    ...spans.filter((one) => one.from !== from),
    { from: spans.length === 0 ? ALWAYS : from, status },
  ].toSorted((a, b) => a.from.localeCompare(b.from));
  return all.filter((one, at) => one.status !== all[at - 1]?.status);
};

/** The status on a day: the last that began by then; before all of them the first. */
export const taxStatusAt = (spans: readonly TaxSpan[], day: string): TaxSpan['status'] | null =>
  (spans.findLast((one) => one.from <= day) ?? spans[0])?.status ?? null;
