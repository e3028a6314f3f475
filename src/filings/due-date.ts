import { addDays, previousBusinessDay, nextBusinessDay, weekday, type LocalDate } from '../platform/days.ts';

/** How a due date is worked out, before any weekend or holiday moves it. */
export type DueRule =
  /** A day of the year: `monthDay` as "02-15". */
  | { kind: 'fixed'; year: number; monthDay: string }
  /** So many days after the last day of a period. */
  | { kind: 'afterPeriod'; periodTo: LocalDate; days: number }
  /** So many days after something happened, such as adjournment. */
  | { kind: 'afterEvent'; on: LocalDate; days: number }
  /** A day of the month after `month` ("2026-07"), owed only where the month's total asks for it. */
  | { kind: 'monthlyIf'; month: string; day: number };

/** What a regime does with a due date that is no business day. */
export const SHIFTS = ['nextBusinessDay', 'nextIfSundayOrHoliday', 'none'] as const;
export type Shift = (typeof SHIFTS)[number];

export interface DueDates {
  /** The day the rule names. */
  statutory: LocalDate;
  /** The day it is met on by the regime's own rule for weekends and holidays. */
  shifted: LocalDate;
  /** The last business day on or before the statutory one: safe whatever the shift. */
  internal: LocalDate;
}

const SUNDAY = 7;

/** The three due dates of a rule. @param holidays days on which the regime's offices are closed */
export const dueDates = (rule: DueRule, shift: Shift, holidays: ReadonlySet<string>): DueDates => {
  const statutory = statutoryDate(rule);
  return {
    statutory,
    shifted: shiftedDate(statutory, shift, holidays),
    internal: previousBusinessDay(statutory, holidays),
  };
};

const statutoryDate = (rule: DueRule): LocalDate => {
  switch (rule.kind) {
    case 'fixed':
      return `${rule.year}-${rule.monthDay}`;
    case 'afterPeriod':
      return addDays(rule.periodTo, rule.days);
    case 'afterEvent':
      return addDays(rule.on, rule.days);
    case 'monthlyIf': {
      const [year = 0, month = 0] = rule.month.split('-').map(Number);
      const next = month === 12 ? [year + 1, 1] : [year, month + 1];
      return `${next[0]}-${twoDigits(next[1] ?? 1)}-${twoDigits(rule.day)}`;
    }
  }
};

const twoDigits = (value: number) => String(value).padStart(2, '0');

const shiftedDate = (date: LocalDate, shift: Shift, holidays: ReadonlySet<string>): LocalDate => {
  if (shift === 'nextBusinessDay') return nextBusinessDay(date, holidays);
  if (shift === 'none') return date;
  let open = date;
  while (weekday(open) === SUNDAY || holidays.has(open)) open = addDays(open, 1);
  return open;
};
