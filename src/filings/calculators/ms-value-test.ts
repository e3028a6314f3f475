import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import { OPERATOR_WORDS } from '../rulebook.ts';
import { calculator, cents, day } from './calculator.ts';

/** Whether what was given to officials in a year makes a Mississippi lobbyist of an association's member. */
export const msValueTest = calculator({
  id: 'ms-value-test',
  regime: 'ms',
  title: 'Does what we gave officials in Mississippi make a member a lobbyist?',
  about: 'Things of value of a calendar year, and food and drink for one official.',
  dated: 'on',
  input: z.strictObject({
    on: day,
    givenCents: cents,
    foodCents: cents.default(0),
    regular: z.boolean('Say yes or no.').default(false),
  }),
  value: z.object({ excluded: z.boolean(), foodListed: z.boolean(), countedCents: z.int() }),
  fields: [
    { name: 'on', kind: 'day', label: 'A day of the year' },
    {
      name: 'givenCents',
      kind: 'money',
      label: 'Things of value given to officials in the year',
      hint: 'Food and drink apart.',
    },
    { name: 'foodCents', kind: 'money', label: 'Food and drink for one official in the year' },
    { name: 'regular', kind: 'tick', label: 'Lobbying is a primary or regular part of this person’s work' },
  ],
  example: { on: '2026-06-01', givenCents: 199_99 },
  work: ({ rules }, { on, givenCents, foodCents, regular }) => {
    const food = rules.rule('food_floor', on);
    const gifts = rules.rule('gift_exemption', on);
    const foodListed = rules.meets('food_floor', on, foodCents);
    const countedCents = givenCents + (foodListed ? foodCents : 0);
    const excluded = !regular && rules.meets('gift_exemption', on, countedCents);
    return {
      value: { excluded, foodListed, countedCents },
      explanation: [
        foodListed
          ? `Food and drink of ${showCents(foodCents)} is ${OPERATOR_WORDS[food.operator ?? ''] ?? ''} ${showCents(Number(food.value))} in the year: a thing of value, to be listed.`
          : `Food and drink of ${showCents(foodCents)} is not ${OPERATOR_WORDS[food.operator ?? ''] ?? ''} ${showCents(Number(food.value))} in the year: not a thing of value.`,
        `Things of value are ${showCents(countedCents)}; members of an association stay out while they are ${OPERATOR_WORDS[gifts.operator ?? ''] ?? ''} ${showCents(Number(gifts.value))}.`,
        excluded
          ? 'This person is not a lobbyist on these figures.'
          : regular
            ? 'Since lobbying is a regular part of the work, the exclusion does not apply: the lobbyist rules do.'
            : 'The lobbyist rules apply.',
      ],
    };
  },
});
