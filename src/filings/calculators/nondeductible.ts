import * as z from 'zod';
import { shareOut, showCents } from '../../platform/money.ts';
import { OPERATOR_WORDS, type Rulebook } from '../rulebook.ts';
import { calculator, cents, day } from './calculator.ts';

/** What part of spending counts under section 162(e): in-house spending stays out while it is little. */
export const nondeductibleOf = (
  rules: Rulebook,
  on: string,
  spent: { inHouseCents: number; overheadCents: number; outsideCents: number; publicCents: number },
) => {
  const inHouseStaysOut = rules.meets('in_house_floor', on, spent.inHouseCents);
  const beyond = spent.outsideCents + spent.publicCents;
  return {
    inHouseStaysOut,
    exempt: inHouseStaysOut && beyond === 0,
    countedCents: beyond + (inHouseStaysOut ? 0 : spent.inHouseCents + spent.overheadCents),
  };
};

/** The share of dues that members may not deduct: what the dues notice says. */
export const nondeductible = calculator({
  id: 'nondeductible',
  regime: 'irs',
  title: 'What share of dues must the notice call nondeductible?',
  about:
    'The estimate a (c)(4) or (c)(6) puts on its dues notices, and whether little in-house spending leaves it free of them.',
  dated: 'on',
  input: z
    .strictObject({
      on: day,
      duesCents: cents,
      inHouseCents: cents.default(0),
      overheadCents: cents.default(0),
      outsideCents: cents.default(0),
      publicCents: cents.default(0),
      carriedCents: cents.default(0),
      memberDuesCents: cents.nullish(),
    })
    .refine((one) => (one.memberDuesCents ?? 0) <= one.duesCents, {
      path: ['memberDuesCents'],
      error: 'One member’s dues cannot be more than all dues.',
    }),
  value: z.object({
    exempt: z.boolean(),
    countedCents: z.int(),
    nondeductibleCents: z.int(),
    deductibleCents: z.int(),
    memberNondeductibleCents: z.int().nullable(),
  }),
  fields: [
    { name: 'on', kind: 'day', label: 'First day of the tax year' },
    { name: 'duesCents', kind: 'money', label: 'Dues expected in the year' },
    {
      name: 'inHouseCents',
      kind: 'money',
      label: 'In-house lobbying',
      hint: 'Pay and costs, overhead apart.',
    },
    { name: 'overheadCents', kind: 'money', label: 'Overhead of that lobbying' },
    { name: 'outsideCents', kind: 'money', label: 'Outside lobbyists and lobbying dues' },
    {
      name: 'publicCents',
      kind: 'money',
      label: 'Grass roots and campaign spending',
      hint: 'Alerts to members are counted here, the strict reading.',
    },
    { name: 'carriedCents', kind: 'money', label: 'Carried over from last year' },
    { name: 'memberDuesCents', kind: 'money', label: 'Dues of one member' },
  ],
  example: { on: '2026-01-01', duesCents: 250_000_00, outsideCents: 40_000_00, memberDuesCents: 500_00 },
  work: ({ rules }, input) => {
    const { on, duesCents, memberDuesCents } = input;
    const floor = rules.rule('in_house_floor', on);
    const { exempt, inHouseStaysOut, countedCents } = nondeductibleOf(rules, on, input);
    const nondeductibleCents = Math.min(duesCents, countedCents + input.carriedCents);
    const deductibleCents = duesCents - nondeductibleCents;
    const memberNondeductibleCents =
      memberDuesCents === null || memberDuesCents === undefined || duesCents === 0
        ? null
        : (shareOut(memberDuesCents, [nondeductibleCents, deductibleCents])[0] ?? 0);
    const limit = `${OPERATOR_WORDS[floor.operator ?? ''] ?? ''} ${showCents(Number(floor.value))}`;
    return {
      value: { exempt, countedCents, nondeductibleCents, deductibleCents, memberNondeductibleCents },
      explanation: [
        inHouseStaysOut
          ? `In-house spending is ${showCents(input.inHouseCents)}, ${limit}, overhead not counted: it stays out.`
          : `In-house spending is ${showCents(input.inHouseCents)}, not ${limit}: it counts from the first dollar, with its overhead of ${showCents(input.overheadCents)}.`,
        exempt
          ? 'There is no other spending, so no notice is needed for this year’s.'
          : `In all ${showCents(countedCents)} counts.`,
        `Of ${showCents(duesCents)} of dues, ${showCents(nondeductibleCents)} is not deductible and ${showCents(deductibleCents)} is.`,
        ...(memberNondeductibleCents === null
          ? []
          : [
              `On dues of ${showCents(memberDuesCents ?? 0)} the notice says ${showCents(memberNondeductibleCents)}.`,
            ]),
      ],
    };
  },
});
