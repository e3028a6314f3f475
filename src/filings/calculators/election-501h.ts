import * as z from 'zod';
import { showCents } from '../../platform/money.ts';
import { holds, type Rulebook } from '../rulebook.ts';
import { calculator, cents, day } from './calculator.ts';
import { percentOf, wholeCents } from './share.ts';

const HUNDRED = 100;

const taxYear = {
  exemptPurposeCents: cents,
  lobbyingCents: cents.default(0),
  grassRootsCents: cents.default(0),
};
interface TaxYear {
  exemptPurposeCents: number;
  lobbyingCents: number;
  grassRootsCents: number;
}
const isGrassRootsWithin = (one: TaxYear) => one.grassRootsCents <= one.lobbyingCents;
const isLobbyingWithin = (one: TaxYear) => one.lobbyingCents <= one.exemptPurposeCents;
const GRASS_ROOTS = {
  path: ['grassRootsCents'],
  error: 'Grass roots lobbying is a part of all lobbying and cannot be more.',
};
const LOBBYING = {
  path: ['lobbyingCents'],
  error: 'Lobbying is a part of exempt purpose spending and cannot be more.',
};

/** What may be spent on lobbying without tax, and its grass roots part; each rounded to the cent once. */
export const nontaxableOf = (rules: Rulebook, on: string, spentCents: number) => {
  const most = rules.amount('nontaxable_most', on);
  const bounds = new Map(
    rules.family('nontaxable_to.', on).map((one) => [one.key.split('.').at(-1), Number(one.value)]),
  );
  let below = 0;
  let hundredths = 0;
  for (const rate of rules.family('nontaxable_rate.', on)) {
    const upper = bounds.get(rate.key.split('.').at(-1)) ?? spentCents;
    hundredths += Math.max(0, Math.min(spentCents, upper) - below) * Number(rate.value);
    below = upper;
  }
  const capped = Math.min(hundredths, most * HUNDRED);
  return {
    nontaxableCents: wholeCents(capped, HUNDRED),
    grassRootsNontaxableCents: wholeCents(capped * rules.amount('grass_roots_share', on), HUNDRED * HUNDRED),
  };
};

/** The 501(h) limits of a tax year, the tax on what is over, and the test over four years. */
export const election501h = calculator({
  id: '501h',
  regime: 'irs',
  title: 'How much may a 501(c)(3) with the 501(h) election spend on lobbying?',
  about:
    'The amount free of tax from the sliding scale, a quarter of it for grass roots, the tax on what is over, and whether the exemption is at risk over four years.',
  dated: 'on',
  input: z
    .strictObject({
      on: day,
      ...taxYear,
      earlier: z
        .array(
          z.strictObject(taxYear).refine(isGrassRootsWithin, GRASS_ROOTS).refine(isLobbyingWithin, LOBBYING),
        )
        .max(3, 'Give the three years before at most.')
        .default([]),
    })
    .refine(isGrassRootsWithin, GRASS_ROOTS)
    .refine(isLobbyingWithin, LOBBYING),
  value: z.object({
    nontaxableCents: z.int(),
    grassRootsNontaxableCents: z.int(),
    excessCents: z.int(),
    grassRootsExcessCents: z.int(),
    taxCents: z.int(),
    fourYears: z
      .object({
        nontaxableCents: z.int(),
        lobbyingCents: z.int(),
        ceilingCents: z.int(),
        grassRootsNontaxableCents: z.int(),
        grassRootsCents: z.int(),
        grassRootsCeilingCents: z.int(),
        keepsExemption: z.boolean(),
      })
      .nullable(),
  }),
  fields: [
    { name: 'on', kind: 'day', label: 'First day of the tax year' },
    {
      name: 'exemptPurposeCents',
      kind: 'money',
      label: 'Exempt purpose spending',
      hint: 'All of the year, lobbying included; line 1e of Schedule C, part II-A.',
    },
    { name: 'lobbyingCents', kind: 'money', label: 'Lobbying in all' },
    { name: 'grassRootsCents', kind: 'money', label: 'Of that, grass roots' },
    {
      name: 'earlier',
      kind: 'groups',
      label: 'The three years before',
      hint: 'For the test over four years. Leave out years before the election.',
      labels: ['Three years before', 'Two years before', 'The year before'],
      of: [
        { name: 'exemptPurposeCents', label: 'Exempt purpose spending' },
        { name: 'lobbyingCents', label: 'Lobbying in all' },
        { name: 'grassRootsCents', label: 'Of that, grass roots' },
      ],
    },
  ],
  example: {
    on: '2026-07-01',
    exemptPurposeCents: 1_000_000_00,
    lobbyingCents: 180_000_00,
    grassRootsCents: 50_000_00,
  },
  work: ({ rules }, input) => {
    const { on, exemptPurposeCents, lobbyingCents, grassRootsCents } = input;
    const free = nontaxableOf(rules, on, exemptPurposeCents);
    const excessCents = Math.max(0, lobbyingCents - free.nontaxableCents);
    const grassRootsExcessCents = Math.max(0, grassRootsCents - free.grassRootsNontaxableCents);
    const rate = rules.amount('excess_tax_rate', on);
    const taxCents = percentOf(Math.max(excessCents, grassRootsExcessCents), rate);
    const fourYears = input.earlier.length > 0 ? overYears(rules, on, [...input.earlier, input]) : null;
    return {
      value: { ...free, excessCents, grassRootsExcessCents, taxCents, fourYears },
      explanation: [
        `Of ${showCents(exemptPurposeCents)} of exempt purpose spending, ${showCents(free.nontaxableCents)} may go to lobbying without tax, ${showCents(free.grassRootsNontaxableCents)} of it to grass roots lobbying.`,
        taxCents === 0
          ? `Lobbying of ${showCents(lobbyingCents)}, with ${showCents(grassRootsCents)} of grass roots, is within both limits: no tax.`
          : `Lobbying is ${showCents(excessCents)} over its limit and grass roots ${showCents(grassRootsExcessCents)} over theirs. The tax is ${rate} percent of the greater, not of the sum: ${showCents(taxCents)}.`,
        ...(fourYears
          ? [
              `Over ${input.earlier.length + 1} years lobbying is ${showCents(fourYears.lobbyingCents)} against a ceiling of ${showCents(fourYears.ceilingCents)}, and grass roots ${showCents(fourYears.grassRootsCents)} against ${showCents(fourYears.grassRootsCeilingCents)}: the exemption is ${fourYears.keepsExemption ? 'kept' : 'lost'}.`,
            ]
          : []),
      ],
    };
  },
});

const overYears = (rules: Rulebook, on: string, years: readonly TaxYear[]) => {
  const free = years.map((one) => nontaxableOf(rules, on, one.exemptPurposeCents));
  const sum = (amounts: number[]) => amounts.reduce((total, one) => total + one, 0);
  const nontaxableCents = sum(free.map((one) => one.nontaxableCents));
  const grassRootsNontaxableCents = sum(free.map((one) => one.grassRootsNontaxableCents));
  const lobbyingCents = sum(years.map((one) => one.lobbyingCents));
  const grassRootsCents = sum(years.map((one) => one.grassRootsCents));
  const share = rules.rule('ceiling_share', on);
  const ceilingCents = percentOf(nontaxableCents, Number(share.value));
  const grassRootsCeilingCents = percentOf(grassRootsNontaxableCents, Number(share.value));
  return {
    nontaxableCents,
    lobbyingCents,
    ceilingCents,
    grassRootsNontaxableCents,
    grassRootsCents,
    grassRootsCeilingCents,
    keepsExemption:
      !holds(share, lobbyingCents, ceilingCents) && !holds(share, grassRootsCents, grassRootsCeilingCents),
  };
};
