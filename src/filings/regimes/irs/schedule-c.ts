import { showShortDay } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { expenseLeftOut, leftOut } from '../open-rows.ts';
import type { Check, Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { costsOf, sourcesOf, sumOf, type Costs } from './costs.ts';
import { amountLine, wordLine } from './lines.ts';
import { part2a } from './part-2a.ts';
import { part2b } from './part-2b.ts';
import { part3 } from './part-3.ts';
import { partOf } from './tax-year.ts';

const PARTS = { 'II-A': part2a, 'II-B': part2b, III: part3 };

/**
 * Schedule C of Form 990: the part that the organization's status and election ask for, campaign activity by
 * itself, then the worksheet. Amounts are worked out in cents; each printed line is whole dollars, rounded once.
 */
export const prepareScheduleC = (input: PrepareInput): PreparedFiling => {
  const { obligation, filerName, taxStatus } = input;
  const year = { from: obligation.periodFrom, to: obligation.periodTo };
  const part = partOf(input.facts ?? [], taxStatus, year);
  const found = costsOf(input, year);
  const filled = part ? PARTS[part](input, found, year) : { lines: [], totalCents: 0, checks: [NO_STATUS] };
  const head = wordLine('Organization');
  return {
    lines: [
      head('Name', [filerName, input.filerAddress].filter(Boolean).join(', ')),
      head(
        'Tax year',
        `${showShortDay(year.from, { year: true })} to ${showShortDay(year.to, { year: true })}`,
      ),
      ...campaignLines(found),
      ...filled.lines,
      ...worksheet(input, found),
    ],
    totalCents: filled.totalCents,
    checks: [...openChecks(input, found), ...campaignChecks(input, found), ...filled.checks],
  };
};

const NO_STATUS: Check = {
  kind: 'tax_status',
  blocking: true,
  message:
    'Schedule C asks 501(c)(3), (4), (5) and (6) organizations. Set the tax status under Organizations.',
  row: null,
};

const campaignLines = ({ costs }: Costs): Line[] => {
  const campaign = costs.filter((one) => one.class === 'campaign');
  const line = amountLine('Part I-A');
  return campaign.length === 0
    ? []
    : [
        line('2. Political campaign activity expenditures', sumOf(campaign), 'Never in lobbying totals.', {
          sources: sourcesOf(campaign).map((one) => ({ ...one, cents: null })),
        }),
      ];
};
const campaignChecks = ({ taxStatus }: PrepareInput, { costs }: Costs): Check[] =>
  taxStatus?.startsWith('501c3')
    ? sourcesOf(costs.filter((one) => one.class === 'campaign')).map((source) => ({
        kind: 'campaign',
        blocking: true,
        message: `A 501(c)(3) may spend nothing on campaigns, and ${showCents(source.cents ?? 0)} is classed so. Ask counsel before filing.`,
        row: { kind: source.kind, id: source.id },
      }))
    : [];

/** Drafts, estimates and lines without a class keep the report from being filed. */
const openChecks = ({ expenses, activities, obligation }: PrepareInput, { unclassed }: Costs): Check[] => {
  const isWithin = (on: string) => on >= obligation.periodFrom && on <= obligation.periodTo;
  const money = (one: (typeof expenses)[number]) =>
    `${one.purpose} (${showCents(one.amountCents)}, ${showShortDay(one.incurredOn, { year: true })})`;
  return [
    ...expenses
      .filter((one) => isWithin(one.incurredOn) && one.taken === 0)
      .flatMap((one): Check[] => {
        const row = { kind: 'expense' as const, id: one.id };
        if (one.estimated === 1)
          return [
            {
              kind: 'estimated',
              blocking: true,
              row,
              message: `The amount is still an estimate: ${money(one)}. It settles when the carrier's prices have come in.`,
            },
          ];
        if (one.state === 'draft')
          return [
            {
              kind: 'draft',
              blocking: true,
              row,
              message: `Not confirmed yet: ${money(one)}. Confirm or remove it.`,
            },
          ];
        return unclassed.includes(one)
          ? [
              {
                kind: 'not_classed',
                blocking: true,
                row,
                message: `Not classed for the IRS: ${money(one)}. Say whether it was lobbying, and which.`,
              },
            ]
          : [];
      }),
    ...activities
      .filter((one) => isWithin(one.onDate))
      .flatMap((one): Check[] => {
        const row = { kind: 'activity' as const, id: one.id };
        const what = `${one.billNumber ?? one.issueName ?? one.kind.replaceAll('_', ' ')} (${showShortDay(one.onDate, { year: true })})`;
        if (one.state === 'draft')
          return [
            {
              kind: 'draft',
              blocking: true,
              row,
              message: `Not confirmed yet: ${what}. Confirm or remove it.`,
            },
          ];
        return one.counts === null
          ? [
              {
                kind: 'not_classed',
                blocking: true,
                row,
                message: `Not classed for the IRS: ${what}. Log it again, or remove it.`,
              },
            ]
          : [];
      }),
  ];
};

const worksheet = (
  { activities, expenses, obligation }: PrepareInput,
  { costs, unclassed }: Costs,
): Line[] => {
  const isWithin = (on: string) => on >= obligation.periodFrom && on <= obligation.periodTo;
  const counted = new Set([...costs.map((one) => one.source.id), ...unclassed.map((one) => one.id)]);
  return [
    ...activities
      .filter((one) => one.state === 'confirmed' && one.counts === 0 && isWithin(one.onDate))
      .map((one) => leftOut(one, one.reason ?? '')),
    ...expenses
      .filter(
        (one) =>
          one.state === 'confirmed' && one.taken === 0 && isWithin(one.incurredOn) && !counted.has(one.id),
      )
      .map((one) => expenseLeftOut(one, 'Classed as no lobbying for the IRS.')),
  ];
};
