import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import { holds, OPERATOR_WORDS, type Rulebook } from '../rulebook.ts';
import { calculator, cents, day } from './calculator.ts';

/** How payments of a year, travel left out, stand to Montana's two tests at the one amount. */
export const thresholdOf = (rules: Rulebook, on: string, baseCents: number) => {
  const rule = rules.rule('payment_threshold', on);
  const limitCents = Number(rule.value);
  const reports = holds(rule, baseCents);
  const registers = rules.meets('registration_threshold', on, baseCents);
  return {
    limitCents,
    /** "more than $3,000.00" */
    inWords: `${OPERATOR_WORDS[rule.operator ?? ''] ?? ''} ${showCents(limitCents)}`,
    source: rule.source,
    reports,
    registers,
    /** Enough to register a lobbyist, yet not by itself to make the principal report. */
    atTheLine: registers && !reports,
  };
};

/** Whether a Montana principal reports and a lobbyist registers. */
export const mtThreshold = calculator({
  id: 'mt-threshold',
  regime: 'mt',
  title: 'Have we passed Montana’s payment threshold?',
  about: 'Payments of a calendar year: what counts toward the threshold, and what a report then covers.',
  dated: 'on',
  input: z.strictObject({
    on: day,
    paymentsCents: cents,
    travelCents: cents.default(0),
    personalLivingCents: cents.default(0),
  }),
  value: z.object({
    baseCents: z.int(),
    reportCents: z.int(),
    principalReports: z.boolean(),
    registers: z.boolean(),
    leftCents: z.int(),
  }),
  fields: [
    { name: 'on', kind: 'day', label: 'A day of the year' },
    {
      name: 'paymentsCents',
      kind: 'money',
      label: 'Payments for lobbying in the year so far',
      hint: 'Travel and personal living expenses apart.',
    },
    { name: 'travelCents', kind: 'money', label: 'Travel' },
    { name: 'personalLivingCents', kind: 'money', label: 'Personal living expenses' },
  ],
  example: { on: '2027-03-01', paymentsCents: 3000_00, travelCents: 400_00 },
  work: ({ rules }, { on, paymentsCents, travelCents, personalLivingCents }) => {
    const { limitCents, inWords, reports, registers, atTheLine } = thresholdOf(rules, on, paymentsCents);
    const reportCents = paymentsCents + travelCents;
    return {
      value: {
        baseCents: paymentsCents,
        reportCents,
        principalReports: reports,
        registers,
        leftCents: Math.max(0, limitCents - paymentsCents),
      },
      explanation: [
        `${showCents(paymentsCents)} counts toward the threshold; travel of ${showCents(travelCents)} and personal living expenses of ${showCents(personalLivingCents)} do not.`,
        `A principal reports when payments are ${inWords} in the year: ${reports ? `it reports, travel included, ${showCents(reportCents)}` : 'it does not'}.`,
        registers ? 'A lobbyist paid this much registers.' : 'A lobbyist paid this much does not register.',
        ...(atTheLine
          ? ['Exactly this amount registers a lobbyist, yet does not by itself make the principal report.']
          : []),
      ],
    };
  },
});
