import * as z from 'zod';
import { endOfMonth, MONTHS, showDay } from '../../platform/days.ts';
import { showCents } from '../../platform/money.ts';
import { dueOf } from '../due-reports.ts';
import { rollForward } from '../regimes/montana/roll-forward.ts';
import { holds, OPERATOR_WORDS, type Rulebook } from '../rulebook.ts';
import { calculator, cents, year } from './calculator.ts';

/** Whether a month's spending makes a Montana report due by itself. @param on any day of the month */
export const monthOwed = (rules: Rulebook, on: string, spentCents: number) => {
  const rule = rules.rule('monthly_threshold', on);
  return {
    owed: holds(rule, spentCents),
    /** "at least $5,000.00" */
    inWords: `${OPERATOR_WORDS[rule.operator ?? ''] ?? ''} ${showCents(Number(rule.value))}`,
  };
};

/** Which months of a year make a Montana report due, and what each takes along from months before. */
export const mtMonth = calculator({
  id: 'mt-month',
  regime: 'mt',
  title: 'Which months make a Montana report due?',
  about: 'Spending by month: a month under the amount is not dropped but waits for the next report.',
  dated: 'year',
  input: z.strictObject({
    year,
    spentCents: z
      .array(cents)
      .min(1, 'Give the months from January on.')
      .max(12, 'A year has twelve months.'),
  }),
  value: z.object({
    reports: z.array(
      z.object({ periodTo: z.iso.date(), fromOn: z.iso.date(), coversCents: z.int(), dueOn: z.iso.date() }),
    ),
    waitingCents: z.int(),
  }),
  fields: [
    { name: 'year', kind: 'year', label: 'Year' },
    { name: 'spentCents', kind: 'amounts', label: 'Spent in', labels: MONTHS },
  ],
  example: { year: 2026, spentCents: [0, 0, 0, 0, 0, 2000_00, 5000_00] },
  work: (ground, { year: ofYear, spentCents }) => {
    const months = spentCents.map((amount, at) => {
      const from = `${ofYear}-${String(at + 1).padStart(2, '0')}-01`;
      return {
        name: MONTHS[at] ?? '',
        from,
        periodTo: endOfMonth(from),
        amount,
        ...monthOwed(ground.rules, from, amount),
      };
    });
    const spent = months.map((one) => ({ on: one.from, cents: one.amount })).filter((one) => one.cents > 0);
    const covered = rollForward(months, spent);
    const reports = months.flatMap(({ periodTo, owed, from, name }, at) => {
      const { cents: coversCents = 0, earliest = null } = covered[at] ?? {};
      if (!owed) return [];
      return [
        {
          name,
          report: {
            periodTo,
            fromOn: earliest ?? from,
            coversCents,
            dueOn: dueOf('mt-month', ground, periodTo).shifted,
          },
        },
      ];
    });
    const waitingCents =
      spent.reduce((sum, one) => sum + one.cents, 0) -
      reports.reduce((sum, { report }) => sum + report.coversCents, 0);
    return {
      value: { reports: reports.map(({ report }) => report), waitingCents },
      explanation: [
        `A month of ${months[0]?.inWords ?? ''} makes a report due.`,
        ...reports.map(
          ({ name, report }) =>
            `${name}: a report of ${showCents(report.coversCents)}, due ${showDay(report.dueOn, { year: true })}.`,
        ),
        waitingCents > 0
          ? `${showCents(waitingCents)} waits for the next report, at the latest that of the year’s end.`
          : 'Nothing waits.',
        'In a session year a report for January and one after adjournment are due whatever was spent.',
      ],
    };
  },
});
