import { yearOf } from '../../../platform/days.ts';
import type { Watched, WatchInput } from '../regime.ts';
import { lineOf, watch } from '../watch.ts';
import { givenIn } from './given.ts';
import { periodOf } from './obligations.ts';

/** What was given to officials in the reporting period: what makes an activity report owed. */
export const wyomingThresholds = ({ rules, today, expenses }: WatchInput): Watched[] => {
  const [own, before] = [yearOf(today), yearOf(today) - 1].map((year) => periodOf(rules, year));
  const { from, to } = own && today >= own.from ? own : (before ?? { from: today, to: today });
  return [
    watch(rules, to, (book) => ({
      key: 'report_floor',
      name: `Reportable expenses, ${yearOf(from)}–${yearOf(to)}`,
      periodFrom: from,
      periodTo: to,
      span: 'this period',
      unit: 'cents',
      amounts: givenIn(
        book,
        to,
        expenses.filter((one) => one.incurredOn >= from && one.incurredOn <= to),
      ).map(({ expense, cents }) => ({ on: expense.incurredOn, amount: cents })),
      line: lineOf(book.rule('report_floor', to)),
      meaning: 'From it on, the organization owes an activity report for the period.',
    })),
  ];
};
