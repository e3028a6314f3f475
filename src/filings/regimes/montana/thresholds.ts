import { endOfMonth, yearOf } from '../../../platform/days.ts';
import { MONTHS } from '../../../platform/days.ts';
import type { Watched, WatchInput } from '../regime.ts';
import { lineOf, watch } from '../watch.ts';
import { countsToThreshold, paymentsOf, type Payment } from './payments.ts';

const dated = (payments: readonly Payment[]) => payments.map(({ on, cents }) => ({ on, amount: cents }));
const TRAVEL =
  'Travel and personal living expenses are left out of the test. A report has the travel all the same.';

/** Payments of the year, those to each lobbyist, and the month: what makes a principal report and a lobbyist register. */
export const montanaThresholds = (input: WatchInput): Watched[] => {
  const { rules, today, lobbyists } = input;
  const year = yearOf(today);
  const [periodFrom, periodTo] = [`${year}-01-01`, `${year}-12-31`];
  const ofYear = paymentsOf(input).filter((one) => one.on >= periodFrom && one.on <= periodTo);
  const counted = ofYear.filter(countsToThreshold);
  const calendar = { periodFrom, periodTo, span: 'this year', unit: 'cents' as const };
  const month = today.slice(0, 7);
  return [
    watch(rules, today, (book) => ({
      ...calendar,
      key: 'payment_threshold',
      name: `Payments for lobbying, ${year}`,
      amounts: dated(counted),
      line: lineOf(book.rule('payment_threshold', today)),
      meaning: 'Past it the principal reports, and registers by itself where it has no lobbyist.',
      aside: TRAVEL,
    })),
    ...lobbyists
      .filter((one) => one.fromOn <= today && (one.toOn === null || one.toOn >= periodFrom))
      .map((one) =>
        watch(rules, today, (book) => ({
          ...calendar,
          key: 'registration_threshold',
          name: `Pay of one lobbyist, ${year}`,
          subject: { id: one.id, name: one.name },
          amounts: dated(counted.filter((payment) => payment.lobbyistId === one.id)),
          line: lineOf(book.rule('registration_threshold', today)),
          meaning: `Reaching it, a lobbyist registers within ${book.amount('registration_business_days', today)} business days. To be named a lobbyist here is taken as having agreed to it.`,
          aside: TRAVEL,
        })),
      ),
    watch(rules, today, (book) => ({
      key: 'monthly_threshold',
      name: `Spent in ${MONTHS[Number(month.slice(5)) - 1] ?? ''} ${year}`,
      periodFrom: `${month}-01`,
      periodTo: endOfMonth(today),
      span: 'this month',
      unit: 'cents',
      amounts: dated(ofYear.filter((one) => one.on.startsWith(month))),
      line: lineOf(book.rule('monthly_threshold', today)),
      meaning: 'A month that reaches it is reported by itself, with what earlier months left unreported.',
      aside: 'Travel counts here.',
    })),
  ];
};
