import { yearOf } from '../../../platform/days.ts';
import { election501h, nontaxableOf } from '../../calculators/election-501h.ts';
import type { Dated } from '../../projection.ts';
import type { Watched, WatchInput } from '../regime.ts';
import { lineOf, watch } from '../watch.ts';
import { costsOf, sumOf, withTaken, type Cost } from './costs.ts';
import { centsOf, type TaxYear } from './facts.ts';
import { earlierYear } from './part-2a.ts';
import { splitByHand } from './part-3.ts';
import { partOf, taxYearEnding, yearsBefore } from './tax-year.ts';

const dated = (costs: readonly Cost[]): Dated[] =>
  costs.map((one) => ({ on: one.expense?.incurredOn ?? one.activity?.onDate ?? '', amount: one.cents }));

/** The tax year that holds a day. */
const yearWith = (facts: NonNullable<WatchInput['facts']>, today: string): TaxYear => {
  const year = taxYearEnding(facts, yearOf(today));
  return today <= year.to ? year : taxYearEnding(facts, yearOf(today) + 1);
};

/** The limits of the 501(h) election, or the in-house spending that leaves a (c)(4), (5) or (6) free of notices. */
export const irsThresholds = (input: WatchInput): Watched[] => {
  const { facts = [], today, taxStatus } = input;
  const year = yearWith(facts, today);
  const part = partOf(facts, taxStatus, year);
  const log = withTaken({ ...input, activities: input.activities ?? [] });
  const { costs } = costsOf(log, year);
  const period = { periodFrom: year.from, periodTo: year.to, span: 'this tax year', unit: 'cents' as const };
  const name = `tax year to ${year.to.slice(0, 7)}`;
  if (part === 'III')
    return [
      watch(input.rules, year.from, (book) => ({
        ...period,
        key: 'in_house_floor',
        name: `In-house lobbying, ${name}`,
        amounts: dated(splitByHand(costs, input.lobbyists).inHouse),
        line: lineOf(book.rule('in_house_floor', year.from)),
        meaning:
          'Past it, all in-house lobbying counts from the first dollar: dues notices name it, or proxy tax is due.',
        aside:
          'Overhead is left out of the test. Outside lobbyists, grass roots and campaigns count whatever they cost.',
      })),
    ];
  if (part !== 'II-A') return [];
  const [lobbying, grassRoots] = [
    costs.filter((one) => one.class === 'direct' || one.class === 'grassroots'),
    costs.filter((one) => one.class === 'grassroots'),
  ];
  const other = centsOf(facts, 'other_exempt_purpose', year);
  const figures = {
    lobbyingCents: sumOf(lobbying),
    grassRootsCents: sumOf(grassRoots),
    exemptPurposeCents: sumOf(lobbying) + (other ?? 0),
  };
  const line = (limit: number) => (other === null ? null : { operator: 'more_than', limit });
  const aside =
    other === null
      ? 'The line follows from the exempt purpose spending of the tax year, which nobody has given yet. Give it under Decisions.'
      : 'The line is worked out from the exempt purpose spending given under Decisions, with the lobbying so far.';
  const ofYear = [
    watch(input.rules, year.from, (book) => ({
      ...period,
      key: 'nontaxable',
      name: `Lobbying under the 501(h) election, ${name}`,
      amounts: dated(lobbying),
      line: line(nontaxableOf(book, year.from, figures.exemptPurposeCents).nontaxableCents),
      meaning: `What is over it is taxed at ${book.amount('excess_tax_rate', year.from)} percent.`,
      aside,
    })),
    watch(input.rules, year.from, (book) => ({
      ...period,
      key: 'grass_roots_nontaxable',
      name: `Of that, grass roots, ${name}`,
      amounts: dated(grassRoots),
      line: line(nontaxableOf(book, year.from, figures.exemptPurposeCents).grassRootsNontaxableCents),
      meaning: `${book.amount('grass_roots_share', year.from)} percent of the limit above. What is over it is taxed at ${book.amount('excess_tax_rate', year.from)} percent; of two excesses the greater is.`,
      aside,
    })),
  ];
  const earlier = yearsBefore(facts, year, input.rules.amount('ceiling_years', year.from) - 1).flatMap(
    (one) => earlierYear({ ...log, facts }, one) ?? [],
  );
  if (other === null || earlier.length === 0) return ofYear;
  const ceiling = (key: string, title: string, amounts: Dated[], of: 'lobbying' | 'grassRoots') =>
    watch(input.rules, year.from, (rules) => {
      const { value } = election501h({ rules, holidays: new Set() }, { on: year.from, ...figures, earlier });
      const { ceilingCents = 0, grassRootsCeilingCents = 0 } = value.fourYears ?? {};
      return {
        ...period,
        key,
        name: title,
        amounts,
        before: earlier.reduce((sum, one) => sum + one[`${of}Cents`], 0),
        line: {
          operator: rules.rule('ceiling_share', year.from).operator,
          limit: of === 'lobbying' ? ceilingCents : grassRootsCeilingCents,
        },
        meaning: `Past ${rules.amount('ceiling_share', year.from)} percent over ${rules.amount('ceiling_years', year.from)} years the exemption is lost. Ask counsel long before.`,
        aside: `With ${earlier.length === 1 ? 'the year' : `the ${earlier.length} years`} before as the log or the decisions have them.`,
      };
    });
  return [
    ...ofYear,
    ceiling('ceiling', 'Lobbying over four years, against the ceiling', dated(lobbying), 'lobbying'),
    ceiling(
      'grass_roots_ceiling',
      'Grass roots over four years, against the ceiling',
      dated(grassRoots),
      'grassRoots',
    ),
  ];
};
