import { addDays, daysBetween, type LocalDate } from '../platform/days.ts';

/** A whole amount that counts on a day: cents, minutes, a number of contacts. */
export interface Dated {
  on: LocalDate;
  amount: number;
}

/** Where a sum stands to a line, and when it will have crossed it if the rest of the period goes as its days so far. */
export type Standing =
  /** Past the line; null where what was carried in is past it already. */
  | { state: 'crossed'; on: LocalDate | null }
  | { state: 'ahead'; on: LocalDate }
  /** Not past it by the period's last day. */
  | { state: 'short' }
  /** The period is too young for its days to say anything. */
  | { state: 'early' }
  | { state: 'nothing' };

export interface Projection {
  total: number;
  /** By the period's last day, at this pace; null where the pace says nothing. */
  expected: number | null;
  standing: Standing;
}

/** Fewer days than these are no pace. */
const LEAST_DAYS = 7;

/**
 * The first whole amount past a limit. A limit that is still kept at exactly its amount ("at most", "do not exceed") and one
 * that is passed only beyond it ("more than") are crossed one unit later than "at least" and "less than".
 */
export const firstPast = (operator: string | null, limit: number): number =>
  operator === 'at_least' || operator === 'less_than' ? limit : limit + 1;

export const sumOf = (amounts: readonly Dated[]): number => amounts.reduce((sum, one) => sum + one.amount, 0);

/** The day on which a running sum reaches an amount. */
const dayReached = (amounts: readonly Dated[], from: number, past: number): LocalDate | null => {
  let sum = from;
  return (
    amounts.toSorted((a, b) => (a.on < b.on ? -1 : 1)).find((one) => (sum += one.amount) >= past)?.on ?? null
  );
};

/**
 * What a sum of dated amounts comes to, and its projection: a straight line through the days so far, with what is
 * known of later days. Whole numbers throughout.
 * @param past the first amount past the line
 * @param before what was carried into the period
 * @param since the first day that the amounts were kept from, where that is within the period
 */
export const project = (input: {
  amounts: readonly Dated[];
  before?: number;
  past: number;
  from: LocalDate;
  to: LocalDate;
  today: LocalDate;
  since?: LocalDate;
}): Projection => {
  const { amounts, before = 0, past, from, to } = input;
  const today = input.today < to ? input.today : to;
  const begin = input.since !== undefined && input.since > from ? input.since : from;
  const within = amounts.filter((one) => one.on >= from && one.on <= to);
  const done = within.filter((one) => one.on <= today);
  const later = within.filter((one) => one.on > today);
  const counted = sumOf(done);
  const total = before + counted;
  if (before >= past) return { total, expected: total, standing: { state: 'crossed', on: null } };
  const crossedOn = dayReached(done, before, past);
  const days = daysBetween(begin, to) + 1;
  const elapsed = daysBetween(begin, today) + 1;
  const known = total + sumOf(later);
  const paced = elapsed >= LEAST_DAYS && counted > 0;
  const expected = paced
    ? Math.max(known, before + Math.floor((counted * days) / elapsed))
    : elapsed >= LEAST_DAYS
      ? known
      : null;
  if (crossedOn !== null) return { total, expected, standing: { state: 'crossed', on: crossedOn } };
  const daysNeeded = paced ? Math.ceil(((past - before) * elapsed) / counted) : Infinity;
  const byPace = daysNeeded <= days ? addDays(begin, daysNeeded - 1) : null;
  const reached = [byPace, dayReached(later, total, past)].filter((on) => on !== null).toSorted()[0];
  if (reached !== undefined) return { total, expected, standing: { state: 'ahead', on: reached } };
  if (known === 0) return { total, expected, standing: { state: 'nothing' } };
  return { total, expected, standing: { state: elapsed >= LEAST_DAYS ? 'short' : 'early' } };
};
