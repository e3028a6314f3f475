import { showShortDay } from '../../platform/days.ts';
import type { Tone } from '../../ui/index.ts';

/** States of a report in a school leader's words. */
export const STATE_WORDS: Record<string, string> = {
  not_triggered: 'Not owed so far',
  open: 'To prepare',
  prepared: 'Prepared',
  filed: 'Filed',
  filed_by_other: 'Filed by others',
};
export const STATE_TONES: Record<string, Tone> = {
  not_triggered: 'none',
  open: 'undecided',
  prepared: 'support-1',
  filed: 'support-2',
  filed_by_other: 'support-2',
};

/** "in 12 days", "today", "3 days late". */
export const daysLeftInWords = (days: number): string => {
  const count = Math.abs(days);
  const unit = count === 1 ? 'day' : 'days';
  if (days === 0) return 'today';
  return days > 0 ? `in ${count} ${unit}` : `${count} ${unit} late`;
};

export const isOwed = (state: string): boolean => state === 'open' || state === 'prepared';

/** "Jan 1 to Jan 31, 2027". */
export const periodInWords = (from: string, to: string): string =>
  `${showShortDay(from, { year: from.slice(0, 4) !== to.slice(0, 4) })} to ${showShortDay(to, { year: true })}`;
