import { showDay, yearOf } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { roundLd2 } from '../../calculators/ld2-rounding.ts';
import { inWords } from '../../cells.ts';
import { factOn } from '../facts.ts';
import { activityInWords, expenseLeftOut, leftOut, openRows, shows, takes } from '../open-rows.ts';
import type {
  ActivityRow,
  Cell,
  Check,
  ExpenseRow,
  Line,
  PreparedFiling,
  PrepareInput,
  Source,
} from '../regime.ts';
import { decisionChecks, methodOf, registrationIn } from './decisions.ts';
import { isContribution, isLobbyingExpense, spentIn, type Spent } from './expenses.ts';
import { areasOf, type Area } from './issue-areas.ts';
import { namedIn } from '../named.ts';
import { quarterTo, typeCode } from './periods.ts';

export const words = (section: string, label: string, detail: string): Line => ({
  section,
  label,
  detail,
  amountCents: null,
  sources: [],
});

/**
 * An LD-2 in the form's order: registrant and client, type and period, expenses by the year's method and rounded by
 * rule, then a block for each general issue area with its bills, the Houses and agencies, and the lobbyists who
 * acted. Nobody who was spoken with is named.
 */
export const prepareLd2 = (input: PrepareInput): PreparedFiling => {
  const { obligation, activities, expenses, rules, facts, lobbyists } = input;
  const { periodFrom, periodTo } = obligation;
  const method = methodOf(facts, periodTo) ?? 'A';
  const fresh = namedIn(lobbyists, activities).filter(
    (one) => one.onDate >= periodFrom && one.onDate <= periodTo && one.taken === 0,
  );
  const counted = fresh.filter((one) => one.state === 'confirmed' && one.counts === 1);
  const ofQuarter = expenses.filter(
    (one) => one.incurredOn >= periodFrom && one.incurredOn <= periodTo && one.taken === 0,
  );
  const spent = spentIn(input, method, periodFrom, periodTo);
  const areas = areasOf(counted, rules, periodTo);
  const money = moneyLines(input, method, spent);
  return {
    lines: [
      ...registrantLines(input, counted.length === 0),
      ...money.lines,
      ...areas.flatMap(areaLines),
      ...(areas.length === 0
        ? [words('Lobbying activity', 'No lobbying activity', 'No issue was lobbied in the quarter.')]
        : []),
      words('Updates', 'Registration updates', 'None recorded. Add any by hand on the form.'),
      words('Updates', 'Lobbyist convictions', 'None recorded. Add any by hand on the form.'),
      ...worksheet(fresh, ofQuarter, spent),
    ],
    totalCents: money.reportedCents ?? 0,
    checks: [
      ...decisionChecks(facts, periodTo),
      ...openRows('the federal report', ofQuarter, fresh, (one) =>
        isContribution(one) || !isLobbyingExpense({ ...one, state: 'confirmed' }, method)
          ? 'apart'
          : 'lobbying',
      ),
      ...money.checks,
      ...activityChecks(counted, areas, input),
    ],
  };
};

const registrantLines = (
  { obligation, filerName, filerAddress, facts, rules }: PrepareInput,
  noActivity: boolean,
): Line[] => {
  const { periodFrom, periodTo } = obligation;
  const quarter = quarterTo(periodTo);
  const fact = (key: string) => factOn(facts, key, periodTo)?.value;
  const { endedOn } = registrationIn(facts, periodFrom, periodTo);
  const is = { noActivity, termination: endedOn !== null };
  const type = (amendment: boolean) => {
    const code = typeCode(quarter.no, { ...is, amendment });
    return `${code}: ${rules.text(`filing_type.${code}`, periodTo)}`;
  };
  const section = 'Registrant and client';
  return [
    words(section, 'Registrant', filerName),
    words(section, 'Address', filerAddress ?? 'Not recorded'),
    words(section, 'Contact', fact('contact') ?? 'Not recorded'),
    words(section, 'Senate ID', fact('senate_id') ?? 'Not recorded'),
    words(section, 'House ID', fact('house_id') ?? 'Not recorded'),
    words(section, 'Client', `Self: ${filerName}`),
    words(
      section,
      'State or local government or instrumentality',
      fact('government_entity') === 'yes' ? 'Yes' : 'No',
    ),
    words('Type and period', 'Year', String(yearOf(periodTo))),
    words(
      'Type and period',
      'Period',
      `${showDay(periodFrom, { year: true })} to ${showDay(periodTo, { year: true })}`,
    ),
    words('Type and period', 'Type', type(false)),
    words('Type and period', 'Type as an amendment', type(true)),
    ...(endedOn ? [words('Type and period', 'Termination date', endedOn)] : []),
    ...(noActivity ? [words('Type and period', 'No lobbying activity', 'Yes')] : []),
  ];
};

const moneyLines = (
  { obligation: { periodTo }, facts, rules }: PrepareInput,
  method: string,
  spent: Spent,
): { lines: Line[]; checks: Check[]; reportedCents: number | null } => {
  const section = 'Expenses';
  const exactly = factOn(facts, 'exactly_floor', periodTo);
  const reportedCents = roundLd2(
    rules,
    periodTo,
    spent.cents,
    exactly?.value === 'form' ? 'form' : 'statute',
  );
  const floor = rules.amount('round_from', periodTo);
  const sources: Source[] = [
    ...spent.expenses.map(takes),
    ...spent.shares.map((one): Source => ({ kind: 'compensation', id: one.row.id, cents: one.cents })),
  ];
  return {
    reportedCents,
    lines: [
      words(section, 'Method', `${method}: ${rules.text(`method.${method}`, periodTo)}`),
      {
        section,
        label: 'Expenses relating to lobbying',
        detail:
          reportedCents === null
            ? `Less than ${showCents(floor)}. The log has ${showCents(spent.cents)}.`
            : `The log has ${showCents(spent.cents)}, given to the nearest ${showCents(rules.amount('round_to', periodTo))}.`,
        amountCents: reportedCents,
        sources,
      },
    ],
    checks: [
      ...(spent.cents === floor && !exactly
        ? [
            {
              kind: 'at_floor',
              blocking: false,
              message: `Expenses are exactly ${showCents(floor)}: the statute says "less than", the form’s box says "or more". The statute is followed; record a decision to follow the form.`,
              row: null,
              href: '/filings/decisions',
            },
          ]
        : []),
      ...spent.shares
        .filter((one) => !one.timed)
        .map((one): Check => ({
          kind: 'pay_not_timed',
          blocking: false,
          message: `All of ${one.row.personName}'s pay is counted, since the hours worked in all are not recorded.`,
          row: { kind: 'compensation', id: one.row.id },
        })),
    ],
  };
};

const areaLines = (area: Area): Line[] => {
  const cells: Cell[] = [
    { name: 'General issue area', value: `${area.code} ${area.name}`.trim() },
    { name: 'Specific issues', value: area.issues.join('; ') },
    { name: 'Houses and agencies', value: area.bodies.join('; ') || 'None' },
    { name: 'Lobbyists', value: area.lobbyists.join('; ') },
    { name: 'Foreign interest', value: 'None' },
  ];
  return [
    {
      section: 'Lobbying activity',
      label: cells[0]?.value ?? '',
      detail: inWords(cells.slice(1)),
      amountCents: null,
      sources: area.activities.map((one) => shows('activity', one)),
      cells,
    },
  ];
};

const activityChecks = (
  counted: readonly ActivityRow[],
  areas: readonly Area[],
  { rules, obligation }: PrepareInput,
): Check[] => {
  const known = new Set(
    rules.family('issue_code.', obligation.periodTo).map((rule) => rule.key.split('.').at(-1)),
  );
  const row = (one: ActivityRow) => ({ kind: 'activity' as const, id: one.id });
  return [
    ...areas
      .filter((area) => !known.has(area.code))
      .flatMap((area) => area.activities)
      .map((one): Check => ({
        kind: 'no_issue_code',
        blocking: true,
        message: `No general issue area of the federal list, such as EDU or BUD: ${activityInWords(one)}.`,
        row: row(one),
      })),
    ...counted
      .filter((one) => one.billId === null && one.issueId === null && one.matter === null)
      .map((one): Check => ({
        kind: 'no_matter',
        blocking: true,
        message: `No bill or specific issue is named: ${activityInWords(one)}.`,
        row: row(one),
      })),
    ...counted
      .filter((one) => one.class === 'contact' && one.chamber === null && one.bodies === null)
      .map((one): Check => ({
        kind: 'no_body',
        blocking: false,
        message: `Neither a House nor an agency is named: ${activityInWords(one)}.`,
        row: row(one),
      })),
    ...counted
      .filter((one) => one.lobbyistId === null)
      .map((one): Check => ({
        kind: 'not_a_lobbyist',
        blocking: false,
        message: `Done by somebody who is not listed as a lobbyist, so nobody is named for it: ${activityInWords(one)}.`,
        row: row(one),
      })),
  ];
};

const worksheet = (fresh: readonly ActivityRow[], expenses: readonly ExpenseRow[], spent: Spent): Line[] => [
  ...fresh
    .filter((one) => one.state === 'confirmed' && one.counts === 0)
    .map((one) => leftOut(one, one.reason ?? '')),
  ...expenses
    .filter((one) => one.state === 'confirmed' && !spent.expenses.includes(one))
    .map((one) =>
      expenseLeftOut(
        one,
        isContribution(one)
          ? 'A campaign contribution: it belongs on the LD-203.'
          : one.alertId !== null
            ? 'Asking others to write is no lobbying contact, and under method A its cost stays out.'
            : 'For no federal bill, and nobody said that it was federal lobbying.',
      ),
    ),
];
