import { endOfMonth, showDay, showShortDay, type LocalDate } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { MONTHS } from '../../../platform/days.ts';
import { monthOwed } from '../../calculators/mt-month.ts';
import { thresholdOf } from '../../calculators/mt-threshold.ts';
import { dueOf, type DueReportName } from '../../due-reports.ts';
import type { Form, ObligationInput, ObligationSpec } from '../regime.ts';
import { centsOf, countsToThreshold, paymentsOf, type Payment } from './payments.ts';
import { montanaRegistrations, REGISTRATIONS } from './registrations.ts';
import { rollForward } from './roll-forward.ts';

export const FORMS: Form[] = [
  ...REGISTRATIONS,
  { id: 'l5-january', name: 'L-5, January of a session', filedBy: 'organization' },
  { id: 'l5-month', name: 'L-5, monthly', filedBy: 'organization' },
  { id: 'l5-session', name: 'L-5, end of session', filedBy: 'organization' },
  { id: 'l5-year', name: 'L-5, year end', filedBy: 'organization' },
];
interface Planned {
  form: string;
  name: string;
  periodFrom: LocalDate;
  periodTo: LocalDate;
  due: DueReportName;
  /** The day the due date follows from. */
  on: LocalDate;
  owed: boolean;
  why: string;
}

/** The registrations that begin in a year, then its financial reports. */
export const montanaObligations = (input: ObligationInput): ObligationSpec[] => [
  ...montanaRegistrations(input),
  ...financialReports(input),
];

/**
 * The L-5s of a year. In a session year: January always, each later month that spends enough, and the end of the
 * session; in any year each month that spends enough, and the year's end while a lobbyist is still licensed.
 * The trace of a report owed says what rolls into it from months that were not reported.
 */
const financialReports = (input: ObligationInput): ObligationSpec[] => {
  const { year } = input;
  const spent = paymentsOf(input);
  const planned = [...sessionReports(input), ...monthlyReports(input, spent), yearEnd(input, spent)].toSorted(
    (a, b) => (a.periodTo === b.periodTo ? a.form.localeCompare(b.form) : a.periodTo < b.periodTo ? -1 : 1),
  );
  const ofYear = spent.filter((one) => one.on >= `${year}-01-01`);
  const covered = rollForward(planned, ofYear);
  return planned.map((report, at) => {
    const { cents = 0, earliest = null, months = [] } = covered[at] ?? {};
    const rolls = earliest !== null && earliest < report.periodFrom;
    const due = dueOf(report.due, input, report.on);
    return {
      form: report.form,
      lobbyistId: null,
      name: report.name,
      periodFrom: report.periodFrom,
      periodTo: report.periodTo,
      due,
      triggered: report.owed,
      trace: [
        report.why,
        ...(report.owed
          ? [
              `Covers ${showCents(cents)}${rolls ? `, from ${showShortDay(earliest)} on, not reported before` : ''}; due ${showDay(due.shifted, { year: true })}.`,
              ...(months.length > 1
                ? [
                    `${sumInWords(months)} → ${showCents(cents)}, due ${showShortDay(due.shifted, { year: true })}.`,
                  ]
                : []),
            ]
          : []),
        ...(report.owed
          ? [`Late: ${showCents(input.rules.amount('late_fee', report.on))} a day, charged to the principal.`]
          : []),
        ...(due.shifted === due.statutory
          ? []
          : [`${showDay(due.statutory)} is no business day, so the report is due on the next one.`]),
      ],
    };
  });
};

/** "June $2,000.00 + July $5,000.00". */
const sumInWords = (months: { month: string; cents: number }[]): string =>
  months
    .map(({ month, cents }) => `${MONTHS[Number(month.slice(5, 7)) - 1] ?? month} ${showCents(cents)}`)
    .join(' + ');

const sessionReports = ({ year, session, rules }: ObligationInput): Planned[] => {
  if (!session) return [];
  const [from, to] = [`${year}-01-01`, `${year}-01-31`];
  const january: Planned = {
    form: 'l5-january',
    name: `L-5, January ${year}`,
    periodFrom: from,
    periodTo: to,
    due: 'mt-january',
    on: to,
    owed: true,
    why: 'Owed in every session year, also when nothing was paid.',
  };
  if (!session.adjournsOn) return [january];
  return [
    january,
    {
      form: 'l5-session',
      name: `L-5, end of the ${year} session`,
      periodFrom: from,
      periodTo: session.adjournsOn,
      due: 'mt-session',
      on: session.adjournsOn,
      owed: true,
      why: `Owed after every session, ${rules.amount('due_end_of_session', session.adjournsOn)} days after it adjourns (${showDay(session.adjournsOn, { year: true })}).`,
    },
  ];
};

const monthlyReports = ({ year, session, rules }: ObligationInput, spent: readonly Payment[]): Planned[] =>
  MONTHS.flatMap((name, index) => {
    const month = `${year}-${String(index + 1).padStart(2, '0')}`;
    if (session && index === 0) return [];
    const from = `${month}-01`;
    const total = centsOf(spent.filter((one) => one.on.startsWith(month)));
    const { owed, inWords } = monthOwed(rules, from, total);
    return [
      {
        form: 'l5-month',
        name: `L-5, ${name} ${year}`,
        periodFrom: from,
        periodTo: endOfMonth(from),
        due: 'mt-month' as const,
        on: from,
        owed,
        why: `${name}: ${showCents(total)} spent. A month of ${inWords} is reported${owed ? '' : '; less waits for the next report'}.`,
      },
    ];
  });

const yearEnd = (
  { year, session, rules, lobbyists }: ObligationInput,
  spent: readonly Payment[],
): Planned => {
  const [from, to] = [`${year}-01-01`, `${year}-12-31`];
  const after = session?.adjournsOn ?? from;
  const still = lobbyists.some((one) => one.fromOn <= to && (one.toOn === null || one.toOn > after));
  const base = centsOf(spent.filter((one) => countsToThreshold(one) && one.on >= from && one.on <= to));
  const passed = thresholdOf(rules, to, base).reports;
  const why = still
    ? 'Owed while a lobbyist is licensed after the session, also when nothing was paid.'
    : passed
      ? `Owed without a lobbyist, since payments of the year are ${showCents(base)}, past the threshold.`
      : `No lobbyist is licensed, and payments of the year are ${showCents(base)}, not past the threshold.`;
  return {
    form: 'l5-year',
    name: `L-5, year end ${year}`,
    periodFrom: from,
    periodTo: to,
    due: 'mt-year',
    on: to,
    owed: still || passed,
    why,
  };
};
