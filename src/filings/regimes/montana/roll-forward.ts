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

/**
 * What each report covers, in the order of their last days: all that was spent up to that day and that no
 * earlier owed report covers. Nothing is lost: what a report that is not owed would have had waits for the next.
 * @param reports sorted by `periodTo`
 */
export const rollForward = (
  reports: readonly InLine[],
  spent: readonly Spent[],
): { cents: number; earliest: LocalDate | null }[] => {
  let waiting = [...spent];
  return reports.map(({ periodTo, owed }) => {
    if (!owed) return { cents: 0, earliest: null };
    const covered = waiting.filter((one) => one.on <= periodTo);
    waiting = waiting.filter((one) => one.on > periodTo);
    return {
      cents: covered.reduce((sum, one) => sum + one.cents, 0),
      earliest: covered.map((one) => one.on).toSorted()[0] ?? null,
    };
  });
};
