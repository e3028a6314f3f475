import { showShortDay, yearOf } from '../../../platform/days.ts';
import { plainCents, showCents } from '../../../platform/money.ts';
import { election501h, nontaxableOf } from '../../calculators/election-501h.ts';
import { percentOf } from '../../calculators/share.ts';
import { WORKSHEET, type Cell, type Check, type Line, type PrepareInput } from '../regime.ts';
import { costsOf, sourcesOf, sumOf, withTaken, type CostLog, type Costs } from './costs.ts';
import { centsOf, factOf, type TaxYear } from './facts.ts';
import { amountLine, answered, wholeDollars, wordLine } from './lines.ts';
import { isElected, yearsBefore } from './tax-year.ts';

/** The figures of one tax year that the election asks for. */
interface Year {
  lobbyingCents: number;
  grassRootsCents: number;
  exemptPurposeCents: number;
}

/** An earlier year as it was decided, else as the log has it; null where the election did not hold or nobody knows. */
export const earlierYear = (
  input: CostLog & Pick<PrepareInput, 'facts' | 'taxStatus'>,
  year: TaxYear,
): Year | null => {
  const facts = input.facts ?? [];
  const other = centsOf(facts, 'other_exempt_purpose', year);
  if (!isElected(facts, input.taxStatus, year) || other === null) return null;
  const { costs } = costsOf(withTaken(input), year);
  const lobbyingCents =
    centsOf(facts, 'lobbying_total', year) ?? sumOf(costs, 'direct') + sumOf(costs, 'grassroots');
  const grassRootsCents = centsOf(facts, 'grass_roots_total', year) ?? sumOf(costs, 'grassroots');
  return { lobbyingCents, grassRootsCents, exemptPurposeCents: other + lobbyingCents };
};

/** Part II-A: spending of a charity that made the election, its limits, and the test over four years. */
export const part2a = (
  input: PrepareInput,
  { costs }: Costs,
  year: TaxYear,
): { lines: Line[]; totalCents: number; checks: Check[] } => {
  const { rules } = input;
  const facts = input.facts ?? [];
  const section = 'Part II-A, line 1: (a) filing organization';
  const [amount, word] = [amountLine(section), wordLine(section)];
  const [grass, direct] = [sumOf(costs, 'grassroots'), sumOf(costs, 'direct')];
  const total = grass + direct;
  const other = centsOf(facts, 'other_exempt_purpose', year);
  const exempt = total + (other ?? 0);
  const before = yearsBefore(facts, year, rules.amount('ceiling_years', year.from) - 1);
  const earlier = before.map((one) => ({ year: one, figures: earlierYear(input, one) }));
  const { value, explanation } = election501h(
    { rules, holidays: new Set() },
    {
      on: year.from,
      exemptPurposeCents: exempt,
      lobbyingCents: total,
      grassRootsCents: grass,
      earlier: earlier.flatMap((one) => (one.figures ? [one.figures] : [])),
    },
  );
  const grassCosts = costs.filter((one) => one.class === 'grassroots');
  const directCosts = costs.filter((one) => one.class === 'direct');
  const over = value.grassRootsExcessCents > 0 || value.excessCents > 0;
  const form4720 = factOf(facts, 'form_4720', year);
  const lines = [
    amount('1a. Grass roots lobbying', grass, '', {
      sources: sourcesOf(grassCosts),
      xml: 'TotalGrassrootsLobbyingGrp',
    }),
    amount('1b. Direct lobbying', direct, '', {
      sources: sourcesOf(directCosts),
      xml: 'TotalDirectLobbyingGrp',
    }),
    amount('1c. Total lobbying', total, 'Lines 1a and 1b, added before they are rounded.', {
      xml: 'TotalLobbyingExpendGrp',
    }),
    amount(
      '1d. Other exempt purpose expenditures',
      other ?? 0,
      other === null ? 'Nobody has given it yet.' : '',
      { xml: 'OtherExemptPurposeExpendGrp' },
    ),
    amount('1e. Total exempt purpose expenditures', exempt, '', { xml: 'TotalExemptPurposeExpendGrp' }),
    amount('1f. Lobbying nontaxable amount', value.nontaxableCents, 'From the scale, on line 1e.', {
      xml: 'LobbyingNontaxableAmountGrp',
    }),
    amount(
      '1g. Grass roots nontaxable amount',
      value.grassRootsNontaxableCents,
      `${rules.amount('grass_roots_share', year.from)} percent of line 1f.`,
      { xml: 'GrassrootsNontaxableGrp' },
    ),
    amount('1h. Line 1a less line 1g', value.grassRootsExcessCents, 'Not below zero.', {
      xml: 'TotLbbyngGrassrootMnsNonTxGrp',
    }),
    amount('1i. Line 1c less line 1f', value.excessCents, 'Not below zero.', {
      xml: 'TotLbbyExpendMnsLbbyngNonTxGrp',
    }),
    word('1j. Form 4720 filed', over ? answered(form4720) : 'Not asked: lines 1h and 1i are zero.', {
      xml: 'Form4720FiledInd',
    }),
  ];
  return {
    lines: [
      ...lines,
      ...fourYears(input, year, earlier, {
        lobbyingCents: total,
        grassRootsCents: grass,
        exemptPurposeCents: exempt,
      }),
      ...explanation.map((text) => wordLine(WORKSHEET)('How it was worked out', text)),
    ],
    totalCents: wholeDollars(total),
    checks: [
      ...(other === null
        ? [
            check(
              'other_exempt_purpose',
              true,
              'Give the exempt purpose spending of the tax year besides lobbying: line 1d.',
            ),
          ]
        : []),
      ...(over && form4720 === null
        ? [
            check(
              'form_4720',
              true,
              `Lobbying is over its limit, so a tax of ${showCents(value.taxCents)} is due. Say whether Form 4720 was filed: line 1j.`,
            ),
          ]
        : []),
      ...(value.fourYears && !value.fourYears.keepsExemption
        ? [
            check(
              'exemption',
              false,
              'Over four years lobbying is past its ceiling: the exemption is at risk. Ask counsel before filing.',
            ),
          ]
        : []),
      ...earlier
        .filter((one) => one.figures === null && isElected(facts, input.taxStatus, one.year))
        .map((one) =>
          check(
            'earlier_year',
            false,
            `The tax year to ${showShortDay(one.year.to, { year: true })} is left out of the table over four years: its exempt purpose spending is not kept here.`,
          ),
        ),
    ],
  };
};

const check = (kind: string, blocking: boolean, message: string): Check => ({
  kind,
  blocking,
  message,
  row: null,
  href: '/filings/decisions',
});

/** Lines 2a to 2f: three years back in columns (a) to (c), this one in (d), their total in (e). */
const fourYears = (
  { rules }: PrepareInput,
  year: TaxYear,
  earlier: { year: TaxYear; figures: Year | null }[],
  now: Year,
): Line[] => {
  const line = amountLine('Part II-A, line 2: four-year averaging period');
  const years = [...earlier, { year, figures: now }];
  const limits = years.map(
    (one) => one.figures && nontaxableOf(rules, one.year.from, one.figures.exemptPurposeCents),
  );
  const cells = (label: string, values: (number | null)[], total: number): Cell[] => [
    { name: 'Line', value: label },
    ...values.map((value, at) => ({
      name: `(${'abcd'[at] ?? ''}) ${yearOf(years[at]?.year.to ?? '')}`,
      value: value === null ? '' : dollars(value),
    })),
    { name: '(e) Total', value: dollars(total) },
  ];
  const row = (label: string, values: (number | null)[], detail = '') => {
    const total = values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
    return { total, line: line(label, total, detail, { cells: cells(label, values, total) }) };
  };
  const share = rules.amount('ceiling_share', year.from);
  const ceiling = (total: number) => percentOf(total, share);
  const nontaxable = row(
    '2a. Lobbying nontaxable amount',
    limits.map((one) => one?.nontaxableCents ?? null),
  );
  const grass = row(
    '2d. Grass roots nontaxable amount',
    limits.map((one) => one?.grassRootsNontaxableCents ?? null),
  );
  return [
    nontaxable.line,
    line(
      '2b. Lobbying ceiling amount',
      ceiling(nontaxable.total),
      `${share} percent of line 2a, column (e).`,
      { xml: 'LobbyingCeilingAmt' },
    ),
    row(
      '2c. Total lobbying expenditures',
      years.map((one) => one.figures?.lobbyingCents ?? null),
    ).line,
    grass.line,
    line('2e. Grass roots ceiling amount', ceiling(grass.total), `${share} percent of line 2d, column (e).`, {
      xml: 'GrassrootsCeilingAmt',
    }),
    row(
      '2f. Grass roots lobbying expenditures',
      years.map((one) => one.figures?.grassRootsCents ?? null),
    ).line,
  ];
};
const dollars = (cents: number) => plainCents(wholeDollars(cents)).slice(0, -'.00'.length);
