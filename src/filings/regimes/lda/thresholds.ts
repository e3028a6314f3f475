import { addDays, addMonths, yearOf } from '../../../platform/days.ts';
import { factOn } from '../facts.ts';
import { shareByDay } from '../pay-share.ts';
import type { Watched, WatchInput } from '../regime.ts';
import { lineOf, watch } from '../watch.ts';
import { methodOf, registrationIn } from './decisions.ts';
import { isLobbying, spentIn } from './expenses.ts';
import { isLobbyingContact, lobbyistTests, personOf } from './lobbyist-test.ts';
import { quarters } from './periods.ts';

const HUNDRED = 100;
const BOTH =
  'A person past both lines, of contacts and of time, is a lobbyist; with expenses past theirs an LD-1 falls due.';

/**
 * The test for registration, while the organization is not registered and nobody decided that it is out of the law:
 * expenses of the quarter, and the contacts and the share of time of each paid person.
 */
export const ldaThresholds = (input: WatchInput): Watched[] => {
  const { rules, today, facts, activities = [], compensation = [] } = input;
  const quarter = quarters(yearOf(today)).find((one) => today <= one.to);
  if (!quarter || factOn(facts, 'public_official', today)?.value === 'yes') return [];
  const { from, to } = quarter;
  if (registrationIn(facts, from, to).registered) return [];
  const method = methodOf(facts, to) ?? 'A';
  const spent = spentIn(input, method, from, to);
  const lobbying = activities.filter((one) => isLobbying(one, method));
  const counted = activities.filter((one) => one.state === 'confirmed' && one.counts === 1);
  return [
    watch(rules, to, (book) => ({
      key: 'in_house_expenses',
      name: `In-house lobbying expenses, ${quarter.name}`,
      periodFrom: from,
      periodTo: to,
      span: 'this quarter',
      unit: 'cents',
      amounts: [
        ...spent.expenses.map((one) => ({ on: one.incurredOn, amount: one.amountCents })),
        ...spent.shares.flatMap((share) => shareByDay(share, lobbying, from, to)),
      ],
      line: lineOf(book.rule('in_house_expenses', to)),
      meaning: `Past it, an organization with a lobbyist registers within ${book.amount('registration_days', to)} days of the first contact.`,
      aside: `Counted by method ${method}.`,
    })),
    ...lobbyistTests(counted, compensation, rules, from, today).flatMap((one) => {
      const subject = { id: one.key, name: one.name };
      const begin = addDays(addMonths(one.on, -rules.amount('lobbyist_months', one.on)), 1);
      const own = counted.filter((line) => personOf(line) === one.key);
      const contacts = own.filter((line) => isLobbyingContact(line) && line.onDate <= to);
      return [
        watch(rules, one.on, (book) => ({
          key: 'lobbyist_contacts',
          name: `Contacts of one person, ${quarter.name}`,
          subject,
          periodFrom: from,
          periodTo: to,
          span: 'this quarter',
          unit: 'count',
          amounts: contacts
            .filter((line) => line.onDate >= from)
            .map((line) => ({ on: line.onDate, amount: 1 })),
          before: contacts.filter((line) => line.onDate < from).length,
          line: lineOf(book.rule('lobbyist_contacts', one.on)),
          meaning: BOTH,
          aside: 'Contacts of earlier quarters count.',
        })),
        watch(rules, one.on, (book) => {
          const share = book.rule('lobbyist_share', one.on);
          return {
            key: 'lobbyist_share',
            name: 'Lobbying time of one person in three months',
            subject,
            periodFrom: begin,
            periodTo: one.on,
            span: 'these three months',
            unit: 'minutes',
            rolling: true,
            amounts: own
              .filter((line) => line.onDate >= begin && line.onDate <= one.on)
              .map((line) => ({ on: line.onDate, amount: line.minutes ?? 0 })),
            line:
              one.totalMinutes === null
                ? null
                : {
                    operator: share.operator,
                    limit: Math.ceil((one.totalMinutes * Number(share.value)) / HUNDRED),
                  },
            meaning: BOTH,
            aside:
              one.totalMinutes === null
                ? 'All hours worked are not recorded, so the share is not known. Add the pay with its total hours to the log.'
                : `The line is ${share.value} percent of all time worked in the three months in which this person came nearest to it.`,
          };
        }),
      ];
    }),
  ];
};
