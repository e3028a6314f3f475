import { yearOf } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import type { ExpenseRow, Watched, WatchInput } from '../regime.ts';
import { lineOf, watch } from '../watch.ts';
import { foodTo, givenTo, isReported, isWholeEvent } from './given.ts';

const itemized = (one: ExpenseRow) => isReported(one) && !isWholeEvent(one);

/** Things of value given without a lobbyist, and food and drink for the official who was given the most of it. */
export const mississippiThresholds = ({ rules, today, expenses }: WatchInput): Watched[] => {
  const year = yearOf(today);
  const period = {
    periodFrom: `${year}-01-01`,
    periodTo: `${year}-12-31`,
    span: 'this year',
    unit: 'cents' as const,
  };
  const ofYear = expenses.filter(
    (one) => one.incurredOn >= period.periodFrom && one.incurredOn <= period.periodTo,
  );
  const food = foodTo(ofYear.filter((one) => one.incurredOn <= today))[0] ?? null;
  return [
    watch(rules, today, (book) => ({
      ...period,
      key: 'gift_exemption',
      name: `Things of value given without a lobbyist, ${year}`,
      amounts: ofYear
        .filter((one) => itemized(one) && one.lobbyistId === null)
        .flatMap((one) => givenTo(one).map((each) => ({ on: one.incurredOn, amount: each.shareCents }))),
      line: lineOf(book.rule('gift_exemption', today)),
      meaning: 'From it on, a member or employee who gave them is a lobbyist and has to register.',
      aside:
        'The law counts each giver by themselves; here everything given without a lobbyist named is added up.',
    })),
    watch(rules, today, (book) => ({
      ...period,
      key: 'food_floor',
      name: `Food and drink for one official, ${year}`,
      subject: food && { id: '', name: food.name },
      amounts: food?.amounts ?? [],
      line: lineOf(book.rule('food_floor', today)),
      meaning: 'Past it, all of it is something of value and is listed with the official’s name.',
      aside: food
        ? 'The official who was given the most in the year.'
        : `No official was given food or drink so far. Up to ${showCents(book.amount('food_floor', today))} each is nothing of value.`,
    })),
  ];
};
