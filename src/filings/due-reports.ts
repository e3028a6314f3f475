import { addMonths, endOfMonth, yearOf, type LocalDate } from '../platform/days.ts';
import { dueDates, type DueDates, type DueRule, type Shift } from './due-date.ts';
import type { Rulebook } from './rulebook.ts';

/** A report or registration whose due date follows from one day: the end of its period, or what happened. */
export interface DueReport {
  regime: string;
  label: string;
  /** What the day is. */
  day: string;
  due(rules: Rulebook, on: LocalDate): DueRule;
}

const ofYear = (rules: Rulebook, key: string, on: LocalDate, year: number): DueRule => ({
  kind: 'fixed',
  year,
  monthDay: rules.text(key, on),
});
const after = (rules: Rulebook, key: string, on: LocalDate): DueRule => ({
  kind: 'afterEvent',
  on,
  days: rules.amount(key, on),
});
const monthOf = (on: LocalDate) => Number(on.slice(5, 7));
/** The last day of the part of the year, so many months long, that holds a day. */
const endOfPart = (on: LocalDate, months: number): LocalDate =>
  endOfMonth(`${on.slice(0, 5)}${String(Math.ceil(monthOf(on) / months) * months).padStart(2, '0')}-01`);

/** The 15th day of the fifth month after a tax year, and so many months later where it is extended. */
const ofTaxYear = (rules: Rulebook, on: LocalDate, more: number): DueRule => ({
  kind: 'monthlyIf',
  month: addMonths(`${on.slice(0, 7)}-01`, rules.amount('due_months', on) - 1 + more).slice(0, 7),
  day: rules.amount('due_day', on),
});

/** Every report and registration whose date is worked out here, by its name. */
export const DUE_REPORTS = {
  'mt-january': {
    regime: 'mt',
    label: 'L-5, January of a session',
    day: 'Any day of that January',
    due: (rules, on) => ofYear(rules, 'due_session_january', on, yearOf(on)),
  },
  'mt-month': {
    regime: 'mt',
    label: 'L-5, monthly',
    day: 'Any day of the month',
    due: (rules, on) => ({
      kind: 'monthlyIf',
      month: on.slice(0, 7),
      day: rules.amount('due_monthly_day', on),
    }),
  },
  'mt-session': {
    regime: 'mt',
    label: 'L-5, end of session',
    day: 'The day of adjournment',
    due: (rules, on) => after(rules, 'due_end_of_session', on),
  },
  'mt-year': {
    regime: 'mt',
    label: 'L-5, year end',
    day: 'Any day of the year',
    due: (rules, on) => ofYear(rules, 'due_year_end', on, yearOf(on) + 1),
  },
  'ms-annual': {
    regime: 'ms',
    label: 'Annual report of client or lobbyist',
    day: 'Any day of the year',
    due: (rules, on) => ofYear(rules, 'due_annual', on, yearOf(on) + 1),
  },
  'ms-session-1': {
    regime: 'ms',
    label: 'Lobbyist’s first session report',
    day: 'Any day of the year',
    due: (rules, on) => ofYear(rules, 'due_session_1', on, yearOf(on)),
  },
  'ms-session-2': {
    regime: 'ms',
    label: 'Lobbyist’s second session report',
    day: 'The day of adjournment',
    due: (rules, on) => after(rules, 'due_session_2', on),
  },
  'ms-registration': {
    regime: 'ms',
    label: 'Registration',
    day: 'The day lobbying began, or of the new client',
    due: (rules, on) => after(rules, 'registration_days', on),
  },
  'ma-statement': {
    regime: 'ma',
    label: 'Semi-annual statement',
    day: 'Any day of the half year',
    due: (rules, on) =>
      monthOf(on) <= 6
        ? ofYear(rules, 'due_first_half', on, yearOf(on))
        : ofYear(rules, 'due_second_half', on, yearOf(on) + 1),
  },
  'ma-registration': {
    regime: 'ma',
    label: 'Registration',
    day: 'Any day of the year it is for',
    due: (rules, on) => ofYear(rules, 'due_registration', on, yearOf(on) - 1),
  },
  'lda-quarter': {
    regime: 'lda',
    label: 'LD-2, quarterly report',
    day: 'Any day of the quarter',
    due: (rules, on) => ({
      kind: 'afterPeriod',
      periodTo: endOfPart(on, 3),
      days: rules.amount('quarter_days', on),
    }),
  },
  'lda-half': {
    regime: 'lda',
    label: 'LD-203, contributions of a half year',
    day: 'Any day of the half year',
    due: (rules, on) => ({
      kind: 'afterPeriod',
      periodTo: endOfPart(on, 6),
      days: rules.amount('half_year_days', on),
    }),
  },
  'lda-registration': {
    regime: 'lda',
    label: 'LD-1, registration',
    day: 'The day of the first contact, or of hiring',
    due: (rules, on) => after(rules, 'registration_days', on),
  },
  'irs-990': {
    regime: 'irs',
    label: 'Form 990 or 990-T',
    day: 'The last day of the tax year',
    due: (rules, on) => ofTaxYear(rules, on, 0),
  },
  'irs-990-extended': {
    regime: 'irs',
    label: 'Form 990 or 990-T, extended',
    day: 'The last day of the tax year',
    due: (rules, on) => ofTaxYear(rules, on, rules.amount('extension_months', on)),
  },
} satisfies Record<string, DueReport>;
export type DueReportName = keyof typeof DUE_REPORTS;
export const DUE_REPORT_NAMES = Object.keys(DUE_REPORTS) as DueReportName[];

/** What due dates are worked out from. */
export interface DueGround {
  rules: Rulebook;
  holidays: ReadonlySet<string>;
}

/** The three due dates of a report. @param on the end of its period or the event, as its `day` says */
export const dueOf = (name: DueReportName, { rules, holidays }: DueGround, on: LocalDate): DueDates =>
  dueDates(DUE_REPORTS[name].due(rules, on), rules.text('due_shift', on) as Shift, holidays);
