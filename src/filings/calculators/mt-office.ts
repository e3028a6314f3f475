import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import type { Rulebook } from '../rulebook.ts';
import { calculator, cents, day } from './calculator.ts';

export const BRACKETS = ['first', 'second', 'actual'] as const;

/** How Montana wants office costs given: one of two brackets, or from an amount on the actual cost. */
export const officeBracketOf = (
  rules: Rulebook,
  on: string,
  officeCents: number,
): (typeof BRACKETS)[number] => {
  const actual = rules.meets('office_actual', on, officeCents);
  const first = rules.meets('office_bracket', on, officeCents);
  return actual ? 'actual' : first ? 'first' : 'second';
};

/** The bracket of office costs on an L-5. */
export const mtOffice = calculator({
  id: 'mt-office',
  regime: 'mt',
  title: 'How do office costs go on Montana’s L-5?',
  about: 'Office, equipment and support costs of lobbying: a bracket may do, or the actual cost is asked.',
  dated: 'on',
  input: z.strictObject({ on: day, officeCents: cents }),
  value: z.object({ bracket: z.enum(BRACKETS) }),
  fields: [
    { name: 'on', kind: 'day', label: 'A day of the period' },
    { name: 'officeCents', kind: 'money', label: 'Office costs of lobbying' },
  ],
  example: { on: '2027-01-31', officeCents: 1000_01 },
  work: ({ rules }, { on, officeCents }) => {
    const bracket = officeBracketOf(rules, on, officeCents);
    const [first, actual] = [rules.amount('office_bracket', on), rules.amount('office_actual', on)].map(
      showCents,
    );
    const words = {
      first: `the first bracket, up to ${first}, or the actual cost`,
      second: `the second bracket, over ${first} and under ${actual}, or the actual cost`,
      actual: `the actual cost, asked from ${actual} on`,
    };
    return {
      value: { bracket },
      explanation: [
        `${showCents(officeCents)}: give ${words[bracket]}.`,
        'Keep the calculation with the report.',
      ],
    };
  },
});
