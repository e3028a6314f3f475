import { daysBetween, type LocalDate } from '../../platform/days.ts';
import { shareOut } from '../../platform/money.ts';
import { wholeCents } from '../calculators/share.ts';
import type { Dated } from '../projection.ts';
import type { ActivityRow, CompensationRow } from './regime.ts';

/** The lobbying part of what a person was paid, and what it was worked out from. */
export interface PayShare {
  row: CompensationRow;
  cents: number;
  lobbyingMinutes: number;
  /** False where nobody wrote down all the minutes worked: then all of the pay is taken. */
  timed: boolean;
}

/** Whether a line of the log is the work of the person who was paid. */
export const isOf = (activity: ActivityRow, pay: CompensationRow): boolean =>
  (pay.lobbyistId !== null && activity.lobbyistId === pay.lobbyistId) ||
  (pay.staffId !== null && activity.staffId === pay.staffId);

/**
 * Pay and benefits that fell within days: by days, counted up from the first, so that the parts of neighboring
 * periods add up to the whole.
 */
export const payWithin = (pay: CompensationRow, from: LocalDate, to: LocalDate): number => {
  const days = daysBetween(pay.fromOn, pay.toOn) + 1;
  const earned = (count: number) =>
    wholeCents((pay.payCents + pay.benefitCents) * Math.min(days, Math.max(0, count)), days);
  return earned(daysBetween(pay.fromOn, to) + 1) - earned(daysBetween(pay.fromOn, from));
};

/** An amount times one number over another, half a cent up; whole numbers throughout. */
const times = (cents: number, part: number, whole: number): number => {
  const [top, bottom] = [BigInt(cents) * BigInt(part), BigInt(whole)];
  return Number((top * 2n + bottom) / (bottom * 2n));
};

/**
 * The lobbying share of each pay row in a period: all of it for somebody who does nothing else, otherwise pay times
 * minutes of lobbying over all minutes worked, never more than the pay.
 * @param fullTime 'timed': also of somebody who does nothing else, since it may be for another regime
 */
export const payShares = (
  pays: readonly CompensationRow[],
  lobbying: readonly ActivityRow[],
  from: LocalDate,
  to: LocalDate,
  fullTime: 'whole' | 'timed' = 'whole',
): PayShare[] =>
  pays
    .filter((pay) => pay.fromOn <= to && pay.toOn >= from)
    .map((row) => {
      const cents = payWithin(row, from, to);
      const [first, last] = [row.fromOn > from ? row.fromOn : from, row.toOn < to ? row.toOn : to];
      const lobbyingMinutes = lobbying
        .filter((one) => isOf(one, row) && one.onDate >= first && one.onDate <= last)
        .reduce((sum, one) => sum + (one.minutes ?? 0), 0);
      if (row.allLobbying === 1 && fullTime === 'whole') return { row, cents, lobbyingMinutes, timed: true };
      if (row.totalMinutes === null) return { row, cents, lobbyingMinutes, timed: false };
      const days = daysBetween(row.fromOn, row.toOn) + 1;
      const worked = row.totalMinutes * (daysBetween(first, last) + 1);
      return {
        row,
        cents: Math.min(cents, times(cents, lobbyingMinutes * days, worked)),
        lobbyingMinutes,
        timed: true,
      };
    });

/** A share of pay dated by the lines of the log it is for, by their minutes; on the last day of the pay where there are none. */
export const shareByDay = (
  { row, cents }: Pick<PayShare, 'row' | 'cents'>,
  lobbying: readonly ActivityRow[],
  from: LocalDate,
  to: LocalDate,
): Dated[] => {
  const own = lobbying.filter(
    (one) =>
      isOf(one, row) &&
      (one.minutes ?? 0) > 0 &&
      one.onDate >= (row.fromOn > from ? row.fromOn : from) &&
      one.onDate <= (row.toOn < to ? row.toOn : to),
  );
  if (own.length === 0) return [{ on: row.toOn < to ? row.toOn : to, amount: cents }];
  const parts = shareOut(
    cents,
    own.map((one) => one.minutes ?? 0),
  );
  return own.map((one, at) => ({ on: one.onDate, amount: parts[at] ?? 0 }));
};
