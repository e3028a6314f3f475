import { yearOf } from '../../../platform/days.ts';
import { namedIn } from '../named.ts';
import type { Watched, WatchInput } from '../regime.ts';
import { lineOf, watch } from '../watch.ts';
import { isReported } from './expenses.ts';
import { incidentals } from './incidental.ts';
import { halves } from './obligations.ts';

/**
 * Time and pay of each person who lobbies in the half year without being an agent, and, where nobody is one, the
 * year's spending of a group.
 */
export const massachusettsThresholds = (input: WatchInput): Watched[] => {
  const { rules, today, lobbyists, expenses } = input;
  const year = yearOf(today);
  const half = halves(year).find((one) => today <= one.to);
  if (!half) return [];
  const { from, to } = half;
  const agents = lobbyists.filter((one) => one.fromOn <= to && (one.toOn === null || one.toOn >= from));
  const counted = namedIn(agents, input.activities ?? []).filter(
    (one) => one.state === 'confirmed' && one.counts === 1 && one.onDate >= from && one.onDate <= to,
  );
  const people = incidentals(counted, input.compensation ?? [], rules, from, to).flatMap((one) => {
    const both = {
      subject: { id: one.staffId, name: one.name },
      periodFrom: from,
      periodTo: to,
      span: 'this half year',
      meaning:
        'Past either limit, of time or of pay, a person who spoke with government is an agent and registers.',
      aside: one.communicated
        ? undefined
        : 'No communication with an official is logged, so this person is no agent yet.',
    };
    return [
      watch(rules, to, (book) => ({
        ...both,
        key: 'incidental_minutes',
        name: `Time of one person, ${half.name}`,
        unit: 'minutes',
        amounts: one.activities.map(({ onDate, minutes }) => ({ on: onDate, amount: minutes ?? 0 })),
        line: lineOf(book.rule('incidental_minutes', to)),
        near: book.rule('incidental_warn', to),
      })),
      watch(rules, to, (book) => ({
        ...both,
        key: 'incidental_pay',
        name: `Pay of one person for lobbying, ${half.name}`,
        unit: 'cents',
        amounts: one.pay,
        line: lineOf(book.rule('incidental_pay', to)),
        near: book.rule('incidental_warn', to),
      })),
    ];
  });
  if (agents.length > 0) return people;
  return [
    watch(rules, to, (book) => ({
      key: 'group_floor',
      name: `Spent by a group without an agent, ${year}`,
      periodFrom: `${year}-01-01`,
      periodTo: `${year}-12-31`,
      span: 'this year',
      unit: 'cents',
      amounts: expenses
        .filter((one) => isReported(one) && yearOf(one.incurredOn) === year)
        .map((one) => ({ on: one.incurredOn, amount: one.amountCents })),
      line: lineOf(book.rule('group_floor', to)),
      meaning: 'Past it the group registers and reports on the days of the statements.',
    })),
    ...people,
  ];
};
