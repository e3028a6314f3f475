import { showDay, showShortDay, yearOf } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { thresholdOf } from '../../calculators/mt-threshold.ts';
import { activityInWords, expenseLeftOut, leftOut, openRows, shows, sumOf, takes } from '../open-rows.ts';
import type { ActivityRow, Check, ExpenseRow, Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { effortsOf, isCountedContact } from './major-effort.ts';
import { countsToThreshold, isReported, spentOn } from './payments.ts';

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
  const payments = due.filter(isReported);
  const activities = input.activities.filter((one) => one.onDate <= periodTo && one.onDate >= from);
  const fresh = activities.filter((one) => one.taken === 0);
  const threshold = thresholdLines(input);
  const actions = actionLines(input, activities);
  return {
    lines: [
      ...principalLines(input),
      ...threshold.lines,
      ...paymentLines(input, payments),
      ...officialLines(input, payments),
      ...contributionLines(input),
      ...actions.lines,
      ...worksheet(due, fresh, actions.listed),
    ],
    totalCents: sumOf(payments),
    checks: [
      ...openRows('Montana', due, fresh, (one) => one.mtCategory),
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
const thresholdLines = ({
  expenses,
  obligation: { periodTo },
  rules,
}: PrepareInput): { lines: Line[]; checks: Check[] } => {
  const section = 'Threshold';
  const year = yearOf(periodTo);
  const ofYear = expenses.filter(
    (one) => isReported(one) && spentOn(one) >= `${year}-01-01` && spentOn(one) <= periodTo,
  );
  const counted = ofYear.filter(countsToThreshold);
  const base = sumOf(counted);
  const { limitCents, inWords, source, reports, atTheLine } = thresholdOf(rules, periodTo, base);
  return {
    lines: [
      {
        section,
        label: `Payments of ${year} that count toward the threshold`,
        detail: 'Travel and personal living expenses are left out of this test.',
        amountCents: base,
        sources: counted.map((one) => shows('expense', one)),
      },
      {
        section,
        label: `Payments of ${year} in all`,
        detail: 'With travel: this is what reports add up to. Personal living expenses stay out.',
        amountCents: sumOf(ofYear),
        sources: ofYear.map((one) => shows('expense', one)),
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

const paymentLines = ({ obligation: { periodTo }, rules }: PrepareInput, payments: ExpenseRow[]): Line[] => {
  const section = 'Payments by category';
  const categories = rules.family('category.', periodTo).map((rule): Line => {
    const own = payments.filter((one) => one.mtCategory === rule.key.split('.').at(-1));
    return {
      section,
      label: rule.value,
      detail: own.length === 0 ? 'None' : `${own.length} ${own.length === 1 ? 'payment' : 'payments'}`,
      amountCents: sumOf(own),
      sources: own.map(takes),
    };
  });
  const total = sumOf(payments);
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

const officialLines = ({ obligation: { periodTo }, rules }: PrepareInput, payments: ExpenseRow[]): Line[] => {
  const section = 'Payments to or for public officials';
  const floor = showCents(rules.amount('official_payment_floor', periodTo));
  const itemised = payments.filter(
    (one) => one.officialName !== null && rules.meets('official_payment_floor', periodTo, one.amountCents),
  );
  if (itemised.length === 0)
    return [words(section, 'None', `No payment gave a public official ${floor} or more.`)];
  return itemised.map((one) => ({
    section,
    label: `${one.officialName ?? ''}: ${one.purpose}`,
    detail: `${showShortDay(spentOn(one), { year: true })}, paid to ${[one.payee, one.payeeAddress].filter(Boolean).join(', ')}${one.place ? `, at ${one.place}` : ''}. In its category above already.`,
    amountCents: one.amountCents,
    sources: [shows('expense', one)],
  }));
};

const contributionLines = ({ obligation: { periodTo }, rules }: PrepareInput): Line[] => [
  words(
    'Contributions to the principal',
    'None recorded',
    `Dues or gifts of ${showCents(rules.amount('contribution_floor', periodTo))} or more in the year that were given for lobbying are not kept here. Add any by hand on the form.`,
  ),
];

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
      if (one.counts === 0) return leftOut(one, `${one.class}: ${one.reason}`);
      return leftOut(
        one,
        isCountedContact(one)
          ? 'Counts, but one occasion alone is no major effort. It waits for the next report.'
          : `${one.class}: ${one.reason} The form has no line for it; its cost is in the categories.`,
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
