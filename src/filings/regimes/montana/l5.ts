import { showDay, showShortDay, yearOf, type LocalDate } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { thresholdOf } from '../../calculators/mt-threshold.ts';
import { officeBracketOf } from '../../calculators/mt-office.ts';
import { activityInWords, expenseLeftOut, leftOut, openRows, shows } from '../open-rows.ts';
import type { Rulebook } from '../../rulebook.ts';
import type { ActivityRow, Check, ExpenseRow, Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { effortsOf, isCountedContact } from './major-effort.ts';
import { officialLines } from './official-lines.ts';
import {
  centsOf,
  countsToThreshold,
  isReported,
  ofCompensation,
  paymentsOf,
  spentOn,
  type Payment,
} from './payments.ts';

const POSITIONS: Record<string, string> = {
  support: 'For',
  oppose: 'Against',
  amend: 'For a change',
  monitor: 'No position',
  neutral: 'No position',
};

/**
 * An L-5 in the form's order: principal, threshold, payments by category, payments to officials, contributions,
 * official actions with a major effort; then the worksheet of what is left out. Its payments are everything not
 * yet reported through the period's end, so that an amount from a month that was not reported is never dropped.
 */
export const prepareL5 = (input: PrepareInput): PreparedFiling => {
  const { periodTo } = input.obligation;
  const from = `${yearOf(periodTo)}-01-01`;
  const due = input.expenses.filter((one) => one.taken === 0 && spentOn(one) <= periodTo);
  const payments = paymentsOf(input).filter((one) => one.taken === 0 && one.on <= periodTo);
  const activities = input.activities.filter((one) => one.onDate <= periodTo && one.onDate >= from);
  const fresh = activities.filter((one) => one.taken === 0);
  const threshold = thresholdLines(input);
  const actions = actionLines(input, activities);
  return {
    lines: [
      ...principalLines(input),
      ...threshold.lines,
      ...paymentLines(input, payments),
      ...officialLines(input, due.filter(isReported)),
      ...contributionLines(input),
      ...calculationLines(payments),
      ...actions.lines,
      ...worksheet(due, fresh, actions.listed),
    ],
    totalCents: centsOf(payments),
    checks: [
      ...openRows('Montana', due, fresh, (one) => one.mtCategory),
      ...payChecks(input),
      ...threshold.checks,
      ...actions.checks,
    ],
  };
};

const words = (section: string, label: string, detail: string): Line => ({
  section,
  label,
  detail,
  amountCents: null,
  sources: [],
});

const principalLines = ({ obligation, filerName, filerAddress, lobbyists }: PrepareInput): Line[] => {
  const names = lobbyists
    .filter(
      (one) => one.fromOn <= obligation.periodTo && (one.toOn === null || one.toOn >= obligation.periodFrom),
    )
    .map((one) => one.name);
  return [
    words('Principal', 'Principal', [filerName, filerAddress].filter(Boolean).join(', ')),
    words('Principal', 'Lobbyists', names.join(', ') || 'None'),
    words(
      'Principal',
      'Period',
      `Everything not yet reported through ${showDay(obligation.periodTo, { year: true })}`,
    ),
  ];
};

/** Two bases: the threshold leaves travel out, the report does not. Exactly at the threshold is said aloud. */
const thresholdLines = (input: PrepareInput): { lines: Line[]; checks: Check[] } => {
  const {
    obligation: { periodTo },
    rules,
  } = input;
  const section = 'Threshold';
  const year = yearOf(periodTo);
  const ofYear = paymentsOf(input).filter((one) => one.on >= `${year}-01-01` && one.on <= periodTo);
  const counted = ofYear.filter(countsToThreshold);
  const base = centsOf(counted);
  const { limitCents, inWords, source, reports, atTheLine } = thresholdOf(rules, periodTo, base);
  return {
    lines: [
      {
        section,
        label: `Payments of ${year} that count toward the threshold`,
        detail: 'Travel and personal living expenses are left out of this test.',
        amountCents: base,
        sources: counted.map((one) => ({ ...one.source, cents: null })),
      },
      {
        section,
        label: `Payments of ${year} in all`,
        detail: 'With travel: this is what reports add up to. Personal living expenses stay out.',
        amountCents: centsOf(ofYear),
        sources: ofYear.map((one) => ({ ...one.source, cents: null })),
      },
      {
        section,
        label: reports ? 'Past the threshold' : 'Not past the threshold',
        detail: `A principal reports when payments are ${inWords} in the calendar year. ${source}.`,
        amountCents: limitCents,
        sources: [],
      },
    ],
    checks: atTheLine
      ? [
          {
            kind: 'at_threshold',
            blocking: false,
            message: `Payments of ${year} are exactly ${showCents(limitCents)}: that much registers a lobbyist, yet does not by itself make the principal report.`,
            row: null,
          },
        ]
      : [],
  };
};

const paymentLines = ({ obligation: { periodTo }, rules }: PrepareInput, payments: Payment[]): Line[] => {
  const section = 'Payments by category';
  const categories = rules.family('category.', periodTo).map((rule): Line => {
    const category = rule.key.split('.').at(-1);
    const own = payments.filter((one) => one.category === category);
    const count = own.length === 0 ? 'None' : `${own.length} ${own.length === 1 ? 'payment' : 'payments'}`;
    return {
      section,
      label: rule.value,
      detail:
        category === 'office' && own.length > 0
          ? `${count}. ${officeInWords(rules, periodTo, centsOf(own))}`
          : count,
      amountCents: centsOf(own),
      sources: own.map((one) => one.source),
    };
  });
  const total = centsOf(payments);
  return [
    ...categories,
    {
      section,
      label: 'Total payments',
      detail: total === 0 ? 'No payments were made that are not yet reported.' : '',
      amountCents: total,
      sources: [],
    },
  ];
};

/** Office costs may be given as one of two brackets, until they reach the amount that asks for the actual cost. */
const officeInWords = (rules: Rulebook, on: LocalDate, cents: number): string => {
  const [first, actual] = [rules.amount('office_bracket', on), rules.amount('office_actual', on)].map(
    showCents,
  );
  return {
    first: `The bracket "up to ${first}" may be marked instead of the amount.`,
    second: `The bracket "over ${first} and under ${actual}" may be marked instead of the amount.`,
    actual: `The actual cost is required, since it is ${actual} or more.`,
  }[officeBracketOf(rules, on, cents)];
};

/** Dues and gifts for lobbying, added up by payer over the calendar year, from the amount on that the law names. */
const contributionLines = ({ obligation: { periodTo }, rules, dues }: PrepareInput): Line[] => {
  const section = 'Contributions to the principal';
  const floor = showCents(rules.amount('contribution_floor', periodTo));
  if (!dues)
    return [
      words(
        section,
        'None recorded',
        `Dues or gifts of ${floor} or more in the year that were given for lobbying are not kept here. Add any by hand on the form.`,
      ),
    ];
  const year = yearOf(periodTo);
  const given = dues.filter(
    (one) => one.earmarked === 1 && one.receivedOn >= `${year}-01-01` && one.receivedOn <= periodTo,
  );
  const lines = [...Map.groupBy(given, (one) => one.payer)].flatMap(([payer, own]): Line[] => {
    const cents = own.reduce((sum, one) => sum + one.amountCents, 0);
    if (!rules.meets('contribution_floor', periodTo, cents)) return [];
    const issues = [...new Set(own.flatMap((one) => one.issueName ?? (one.earmark || [])))];
    const address = own.find((one) => one.payerAddress)?.payerAddress ?? 'address not recorded';
    return [
      {
        section,
        label: payer,
        detail: `${address}. ${own.length === 1 ? 'One payment' : `${own.length} payments`} in ${year}${issues.length > 0 ? `, for ${issues.join(', ')}` : ''}.`,
        amountCents: cents,
        sources: own.map((one) => shows('dues', one)),
      },
    ];
  });
  return lines.length > 0
    ? lines
    : [words(section, 'None', `Nobody gave ${floor} or more for lobbying in ${year}.`)];
};

/** How each share was worked out, kept with the report (ARM 44.12.207, 44.12.211). */
const calculationLines = (payments: Payment[]): Line[] =>
  payments.flatMap((one) =>
    one.calculation === null
      ? []
      : [
          {
            section: 'Calculations kept',
            label: one.source.kind === 'compensation' ? 'Lobbying share of pay' : 'Share of an expense',
            detail: `${one.calculation} In its category above already.`,
            amountCents: one.cents,
            sources: [{ ...one.source, cents: null }],
          },
        ],
  );

/** Pay whose share cannot be worked out keeps the report from being filed; pay logged twice is pointed at. */
const payChecks = ({
  compensation = [],
  activities,
  expenses,
  obligation: { periodTo },
}: PrepareInput): Check[] =>
  compensation
    .filter((row) => row.toOn <= periodTo && (row.taken ?? 0) === 0)
    .flatMap((row): Check[] => {
      const at = { kind: 'compensation' as const, id: row.id };
      const span = `${row.personName}, ${showShortDay(row.fromOn)} to ${showShortDay(row.toOn, { year: true })}`;
      if (ofCompensation(row, activities) === null)
        return [
          {
            kind: 'no_share',
            blocking: true,
            message: `The lobbying share of pay cannot be worked out: ${span}. Give all the time worked in the span, at least as much as was lobbied, or say that all of it was lobbying.`,
            row: at,
          },
        ];
      if (row.allLobbying === 0 && ofCompensation(row, activities)?.cents === 0)
        return [
          {
            kind: 'no_time',
            blocking: false,
            message: `No lobbying time of this person is in the log, so nothing of the pay is counted: ${span}. Check that the lines of the log name the same lobbyist.`,
            row: at,
          },
        ];
      const twice = expenses.some(
        (one) =>
          isReported(one) &&
          one.mtCategory === 'salaries' &&
          one.lobbyistId !== null &&
          one.lobbyistId === row.lobbyistId &&
          spentOn(one) >= row.fromOn &&
          spentOn(one) <= row.toOn,
      );
      return twice
        ? [
            {
              kind: 'pay_twice',
              blocking: false,
              message: `Pay is logged as an expense and as a span of pay: ${span}. Both are in the report; remove one if they are the same money.`,
              row: at,
            },
          ]
        : [];
    });

const actionLines = (
  { obligation: { periodTo }, rules }: PrepareInput,
  activities: ActivityRow[],
): { lines: Line[]; checks: Check[]; listed: Set<string> } => {
  const section = 'Official actions with a major effort';
  const listed = new Set<string>();
  const checks: Check[] = [];
  const lines = effortsOf(activities)
    .filter(
      (effort) =>
        effort.fresh.length > 0 && rules.meets('major_effort_occasions', periodTo, effort.occasions),
    )
    .map((effort): Line => {
      for (const one of effort.fresh) listed.add(one.id);
      if (effort.position === null) {
        checks.push({
          kind: 'no_position',
          blocking: false,
          message: `No position is recorded on ${effort.name}. The form asks whether the principal is for or against.`,
          row: effort.fresh[0] ? { kind: 'activity', id: effort.fresh[0].id } : null,
        });
      }
      const earlier = effort.occasions - effort.fresh.length;
      return {
        section,
        label: effort.name,
        detail: `${effort.position ? (POSITIONS[effort.position] ?? effort.position) : 'Position not recorded'}. ${effort.occasions} occasions of direct communication in ${yearOf(periodTo)}${earlier > 0 ? `, ${earlier} of them in earlier reports` : ''}.`,
        amountCents: null,
        sources: effort.fresh.map((one) => shows('activity', one)),
      };
    });
  for (const one of activities.filter(
    (a) => isCountedContact(a) && a.taken === 0 && a.billId === null && a.issueId === null,
  )) {
    checks.push({
      kind: 'no_matter',
      blocking: false,
      message: `No bill or issue is named: ${activityInWords(one)}. It cannot count toward a major effort.`,
      row: { kind: 'activity', id: one.id },
    });
  }
  if (lines.length === 0) {
    lines.push(
      words(
        section,
        'None',
        'No action had two or more occasions of direct communication that are not yet reported.',
      ),
    );
  }
  return { lines, checks, listed };
};

/** What the log has and the report has no line for, each with its class and the reason. */
const worksheet = (due: ExpenseRow[], fresh: ActivityRow[], listed: Set<string>): Line[] => [
  ...fresh
    .filter((one) => one.state === 'confirmed' && one.counts !== null && !listed.has(one.id))
    .map((one) => {
      if (one.counts === 0) return leftOut(one, one.reason ?? '');
      return leftOut(
        one,
        isCountedContact(one)
          ? 'Counts, but one occasion alone is no major effort. It waits for the next report.'
          : `${one.reason} The form has no line for it; its cost is in the categories.`,
      );
    }),
  ...due
    .filter((one) => one.state === 'confirmed' && !isReported(one))
    .map((one) =>
      expenseLeftOut(
        one,
        one.personalLiving === 1
          ? 'Personal living expenses are not reported.'
          : 'It has no Montana category.',
      ),
    ),
];
