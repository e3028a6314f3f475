import type { LocalDate } from '../../../platform/days.ts';

/** A report in line: everything not yet reported through `periodTo`, if it is owed. */
export interface InLine {
  periodTo: LocalDate;
  owed: boolean;
}
export interface Spent {
  on: LocalDate;
  cents: number;
}
export interface Covered {
  cents: number;
  earliest: LocalDate | null;
  /** The months the sum comes from, in order: "2026-06" and its cents. */
  months: { month: string; cents: number }[];
}

/**
 * What each report covers, in the order of their last days: all that was spent up to that day and that no
 * earlier owed report covers. Nothing is lost: what a report that is not owed would have had waits for the next.
 * @param reports sorted by `periodTo`
 */
export const rollForward = (reports: readonly InLine[], spent: readonly Spent[]): Covered[] => {
  let waiting = [...spent];
  return reports.map(({ periodTo, owed }) => {
    if (!owed) return { cents: 0, earliest: null, months: [] };
    const covered = waiting.filter((one) => one.on <= periodTo);
    waiting = waiting.filter((one) => one.on > periodTo);
    const months = new Map<string, number>();
    for (const { on, cents } of covered.toSorted((a, b) => (a.on < b.on ? -1 : 1)))
      months.set(on.slice(0, 7), (months.get(on.slice(0, 7)) ?? 0) + cents);
    return {
      cents: covered.reduce((sum, one) => sum + one.cents, 0),
      earliest: covered.map((one) => one.on).toSorted()[0] ?? null,
      months: [...months].map(([month, cents]) => ({ month, cents })),
    };
  });
};
