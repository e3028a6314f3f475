import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import { calculator, cents, day } from './calculator.ts';
import type { Rulebook } from '../rulebook.ts';

/** How an exact amount at the floor is read: the statute rounds only what is more, the form's box says "or more". */
export const EXACTLY = ['statute', 'form'] as const;

/** The amount as an LD-2 gives it; null means "less than" the floor. An amount halfway goes up. */
export const roundLd2 = (
  rules: Rulebook,
  on: string,
  amountCents: number,
  exactly: (typeof EXACTLY)[number] = 'statute',
): number | null => {
  const floor = rules.amount('round_from', on);
  const rounded = rules.meets('round_from', on, amountCents) || (exactly === 'form' && amountCents === floor);
  if (!rounded) return null;
  const step = rules.amount('round_to', on);
  rules.rule('round_tie', on);
  return Math.max(step, Math.floor((amountCents + step / 2) / step) * step);
};

/** Income or expenses as the quarterly LD-2 reports them. */
export const ld2Rounding = calculator({
  id: 'ld2-rounding',
  regime: 'lda',
  title: 'What amount goes on the LD-2?',
  about: 'Income or expenses of a quarter, rounded as the federal report asks.',
  dated: 'on',
  input: z.strictObject({ on: day, amountCents: cents, exactly: z.enum(EXACTLY).default('statute') }),
  value: z.object({ reportedCents: z.int().nullable(), belowFloor: z.boolean() }),
  fields: [
    { name: 'on', kind: 'day', label: 'A day of the quarter' },
    { name: 'amountCents', kind: 'money', label: 'Income or expenses of the quarter' },
    {
      name: 'exactly',
      kind: 'choice',
      label: 'Exactly at the floor',
      hint: 'The statute rounds what is more than the floor; the form’s box says "or more".',
      options: [
        { value: 'statute', label: 'As the statute says' },
        { value: 'form', label: 'As the form says' },
      ],
    },
  ],
  example: { on: '2026-03-31', amountCents: 15_000_00 },
  work: ({ rules }, { on, amountCents, exactly }) => {
    const floor = rules.amount('round_from', on);
    const reportedCents = roundLd2(rules, on, amountCents, exactly);
    return {
      value: { reportedCents, belowFloor: reportedCents === null },
      explanation: [
        reportedCents === null
          ? `${showCents(amountCents)} is not more than ${showCents(floor)}: report "less than ${showCents(floor)}".`
          : `${showCents(amountCents)} to the nearest ${showCents(rules.amount('round_to', on))} is ${showCents(reportedCents)}; an amount halfway goes up.`,
        ...(amountCents === floor
          ? [
              'Exactly this amount is unclear: the statute says under, the form says rounded. Decide once and keep to it.',
            ]
          : []),
      ],
    };
  },
});
