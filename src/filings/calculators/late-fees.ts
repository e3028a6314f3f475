import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import type { Rulebook } from '../rulebook.ts';
import { calculator, day, upTo } from './calculator.ts';

const input = z.strictObject({ on: day, daysLate: upTo(36_500) });
const value = z.object({ feeCents: z.int() });
const fields = [
  { name: 'on', kind: 'day' as const, label: 'Day the report was due' },
  { name: 'daysLate', kind: 'number' as const, label: 'Days late' },
];
const example = { on: '2026-07-15', daysLate: 25 };
const days = (count: number) => `${count} ${count === 1 ? 'day' : 'days'}`;

/** Massachusetts: so much a day for the first days, and more for each after. */
export const maFeeOf = (rules: Rulebook, on: string, daysLate: number): number => {
  const first = Math.min(daysLate, rules.amount('late_fee_days', on));
  return first * rules.amount('late_fee', on) + (daysLate - first) * rules.amount('late_fee_after', on);
};

/** Mississippi: nothing at first, then so much a day for so many days at most. */
export const msFeeOf = (rules: Rulebook, on: string, daysLate: number): number => {
  const counted = Math.max(0, daysLate - rules.amount('late_fee_first_day', on) + 1);
  return Math.min(counted, rules.amount('late_fee_days', on)) * rules.amount('late_fee', on);
};

export const maLateFee = calculator({
  id: 'ma-late-fee',
  regime: 'ma',
  title: 'What does a late statement cost in Massachusetts?',
  about: 'The fee by days late. The office may waive it.',
  dated: 'on',
  input,
  value,
  fields,
  example,
  work: ({ rules }, { on, daysLate }) => {
    const feeCents = maFeeOf(rules, on, daysLate);
    return {
      value: { feeCents },
      explanation: [
        `${showCents(rules.amount('late_fee', on))} for each of the first ${days(rules.amount('late_fee_days', on))}, then ${showCents(rules.amount('late_fee_after', on))} for each day.`,
        `${days(daysLate)} late: ${showCents(feeCents)}. It may be waived.`,
      ],
    };
  },
});

export const msLateFee = calculator({
  id: 'ms-late-fee',
  regime: 'ms',
  title: 'What does a late report cost in Mississippi?',
  about: 'The fee by days late. The Secretary of State may waive it.',
  dated: 'on',
  input,
  value,
  fields,
  example: { on: '2026-01-30', daysLate: 19 },
  work: ({ rules }, { on, daysLate }) => {
    const feeCents = msFeeOf(rules, on, daysLate);
    return {
      value: { feeCents },
      explanation: [
        `Nothing until day ${rules.amount('late_fee_first_day', on)} after the due date, then ${showCents(rules.amount('late_fee', on))} for each day or part of a day, for ${days(rules.amount('late_fee_days', on))} at most.`,
        `${days(daysLate)} late: ${showCents(feeCents)}. It may be waived.`,
      ],
    };
  },
});
