import { showDay } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { factOn } from '../facts.ts';
import { activityInWords, expenseLeftOut, leftOut, openRows, sumOf } from '../open-rows.ts';
import { namedIn } from '../named.ts';
import { payShares } from '../pay-share.ts';
import type { ActivityRow, Check, ExpenseRow, Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { isContribution, isEvent, isReported, presentAt, typeOf } from './expenses.ts';
import { incidentalInWords, incidentals } from './incidental.ts';
import {
  activityLines,
  additionalLines,
  contributionLines,
  contributionOf,
  eventLines,
  itemizedDays,
  operatingLines,
  payLines,
  positionOf,
  words,
} from './sections.ts';

const OF_THE_STATE = ['legislative', 'executive', 'support'];
const isOfState = (one: ActivityRow) => one.jurisdiction === null || one.jurisdiction === 'MA';
const isListed = (one: ActivityRow) =>
  one.state === 'confirmed' && one.counts === 1 && OF_THE_STATE.includes(one.class ?? '') && isOfState(one);

/** What a statement is made from: the half year's rows that no other statement of the filer has. */
const groundOf = ({ obligation, expenses, activities, compensation, lobbyists }: PrepareInput) => {
  const { periodFrom, periodTo, lobbyistId } = obligation;
  const within = (on: string) => on >= periodFrom && on <= periodTo;
  const mine = (one: { lobbyistId: string | null }) => lobbyistId === null || one.lobbyistId === lobbyistId;
  const due = expenses.filter((one) => within(one.incurredOn) && one.taken === 0 && mine(one));
  const agents = lobbyists.filter(
    (one) =>
      one.fromOn <= periodTo &&
      (one.toOn === null || one.toOn >= periodFrom) &&
      (lobbyistId === null || one.id === lobbyistId),
  );
  const fresh = namedIn(agents, activities).filter(
    (one) => within(one.onDate) && one.taken === 0 && mine(one),
  );
  const listed = fresh.filter(isListed);
  const pays = (compensation ?? []).filter((pay) => agents.some((one) => one.id === pay.lobbyistId));
  return { due, fresh, listed, agents, shares: payShares(pays, listed, periodFrom, periodTo) };
};

/** An employer's statement (s.47) or an agent's (s.43), in the form's order, every section there also when it is empty. */
export const prepareStatement = (form: string, input: PrepareInput): PreparedFiling => {
  const { rules, filerName, obligation } = input;
  const on = obligation.periodTo;
  const { due, fresh, listed, agents, shares } = groundOf(input);
  const reported = due.filter(isReported);
  const pay = reported.filter((one) => typeOf(one) === 'salary');
  const spent = reported.filter((one) => typeOf(one) !== 'salary');
  const byAgent = form === 'agent';
  const nameOf = (id: string | null) =>
    byAgent ? filerName : (agents.find((one) => one.id === id)?.name ?? 'Agent not named');
  const contributions = due.filter(isContribution);
  return {
    lines: [
      ...headerLines(form, input),
      ...(byAgent
        ? payLines('Client compensation', 'Client', 'Total salaries received', nameOf, pay, shares)
        : payLines('Compensation paid', 'Lobbyist or entity', 'Total salaries paid', nameOf, pay, shares)),
      ...activityLines(
        listed.filter((one) => one.lobbyistId !== null),
        agents,
        filerName,
        rules,
        on,
      ),
      ...operatingLines(spent, itemizedDays(spent, rules, on), rules, on),
      ...eventLines(spent, rules, on),
      ...additionalLines(spent),
      ...contributionLines(contributions),
      ...worksheet(due, fresh),
    ],
    totalCents: sumOf(reported) + shares.reduce((sum, one) => sum + one.cents, 0),
    checks: [
      ...openRows('Massachusetts', due, fresh, typeOf),
      ...rowChecks(input, spent, listed, contributions),
      ...payChecks(pay, shares),
      ...(byAgent ? [] : incidentalChecks(input, listed)),
    ],
  };
};

/** A group without an agent (s.44): who leads it, why, which legislation, all it spent, and what officials received. */
export const prepareGroup = (input: PrepareInput): PreparedFiling => {
  const { rules, obligation, facts } = input;
  const on = obligation.periodTo;
  const { due, fresh, listed } = groundOf(input);
  const reported = due.filter(isReported);
  const forOfficials = reported.filter((one) => one.officialName !== null);
  const asked = [
    ...listed,
    ...fresh.filter((one) => one.class === 'solicitation' && isOfState(one) && one.state === 'confirmed'),
  ];
  const bills = activityLines(
    asked.map((one) => ({ ...one, lobbyistId: 'group' })),
    [{ id: 'group', name: 'The group', kind: 'staff', fromOn: on, toOn: null }],
    input.filerName,
    rules,
    on,
  ).map((line): Line => ({ ...line, section: 'Legislation' }));
  const lacking = (['principals', 'purposes'] as const).filter((key) => !factOn(facts, key, on));
  return {
    lines: [
      ...headerLines('group', input),
      words('Group', 'Principals', factOn(facts, 'principals', on)?.value ?? 'Not recorded'),
      words('Group', 'Purposes', factOn(facts, 'purposes', on)?.value ?? 'Not recorded'),
      ...bills.filter((line) => line.label !== 'Amount paid by client'),
      ...operatingLines(reported, itemizedDays(reported, rules, on), rules, on),
      ...eventLines(reported, rules, on),
      ...additionalLines(
        reported.map((one) => (typeOf(one) === 'salary' ? { ...one, class: 'additional' } : one)),
      ),
      {
        section: 'Total spent',
        label: 'Total spent',
        detail:
          forOfficials.length === 0
            ? 'Nothing was spent on officials.'
            : `${showCents(sumOf(forOfficials))} of it on officials, itemized above.`,
        amountCents: sumOf(reported),
        sources: [],
      },
      ...worksheet(
        due,
        fresh.filter((one) => !asked.includes(one)),
      ),
    ],
    totalCents: sumOf(reported),
    checks: [
      ...openRows('Massachusetts', due, fresh, typeOf),
      ...rowChecks(input, reported, listed, []),
      ...incidentalChecks(input, listed),
      ...lacking.map((key): Check => ({
        kind: 'no_fact',
        blocking: true,
        message: `The form asks for the ${key} of the group. Write them down under what the filer has decided.`,
        row: null,
        href: '/filings/decisions',
      })),
    ],
  };
};

/** A registration: what the online system asks for, to key in. */
export const prepareRegistration = (input: PrepareInput): PreparedFiling => {
  const { rules, lobbyists, obligation } = input;
  const on = obligation.periodFrom;
  const agents = lobbyists.filter((one) => one.toOn === null || one.toOn >= on);
  const fees: Line[] = [
    {
      ...words('Fees', 'Employer', 'A non-profit may ask to have it waived.'),
      amountCents: rules.amount('fee_client', on),
    },
    ...agents.map((one) => ({
      ...words('Fees', one.name, 'Agent'),
      amountCents: rules.amount('fee_lobbyist', on),
    })),
  ];
  const all = fees.reduce((sum, one) => sum + (one.amountCents ?? 0), 0);
  return {
    lines: [
      ...headerLines('registration', input),
      ...agents.map((one) =>
        words('Agents', one.name, one.kind === 'contract' ? 'Contract agent' : 'Employee of the filer'),
      ),
      ...fees,
      { ...words('Fees', 'Total fees', ''), amountCents: all },
    ],
    totalCents: all,
    checks: [],
  };
};

const FILERS: Record<string, string> = {
  employer: 'Client or employer',
  agent: 'Lobbyist',
  group: 'Group without an agent',
  registration: 'Client or employer',
};
const headerLines = (
  form: string,
  { obligation, filerName, filerAddress, lobbyists, facts }: PrepareInput,
): Line[] => {
  const agent = lobbyists.find((one) => one.id === obligation.lobbyistId);
  const fact = (key: string) => factOn(facts, key, obligation.periodTo)?.value ?? 'Not recorded';
  return [
    words(
      'Filer',
      'Period',
      `${showDay(obligation.periodFrom, { year: true })} to ${showDay(obligation.periodTo, { year: true })}`,
    ),
    words('Filer', 'Filer type', FILERS[form] ?? ''),
    words('Filer', 'Name', agent?.name ?? filerName),
    ...(agent ? [words('Filer', 'Client', filerName)] : [words('Filer', 'Business', fact('business'))]),
    words('Filer', 'Address', filerAddress ?? 'Not recorded'),
    words('Filer', 'Country', 'United States'),
    words('Filer', 'Phone', fact('phone')),
  ];
};

const rowChecks = (
  { rules, obligation: { periodTo: on } }: PrepareInput,
  spent: readonly ExpenseRow[],
  listed: readonly ActivityRow[],
  contributions: readonly ExpenseRow[],
): Check[] => {
  const derived = spent.filter((one) => one.class === null);
  const given = new Map<string, number>();
  for (const one of contributions) {
    const key = `${one.lobbyistName ?? 'The filer'} to ${contributionOf(one).candidate ?? one.payee} in ${one.incurredOn.slice(0, 4)}`;
    given.set(key, (given.get(key) ?? 0) + one.amountCents);
  }
  return [
    ...spent
      .filter((one) => isEvent(typeOf(one)) && (presentAt(one) === '' || !one.place))
      .map((one): Check => ({
        kind: 'no_attendees',
        blocking: true,
        message: `The form asks for the place and everyone present: ${one.purpose}, ${showCents(one.amountCents)}.`,
        row: { kind: 'expense', id: one.id },
      })),
    ...(derived[0]
      ? [
          {
            kind: 'type_by_default',
            blocking: false,
            message: `${derived.length} ${derived.length === 1 ? 'expense has' : 'expenses have'} no Massachusetts type of their own, so it follows from another category. Look them over.`,
            row: { kind: 'expense' as const, id: derived[0].id },
          },
        ]
      : []),
    ...listed
      .filter((one) => positionOf(one.position, rules, on) === '')
      .map((one): Check => ({
        kind: 'no_position',
        blocking: false,
        message: `${one.position === 'monitor' ? 'The form has no word for monitor; choose Neutral if that is meant' : 'No position is recorded'}: ${activityInWords(one)}.`,
        row: { kind: 'activity', id: one.id },
      })),
    ...listed
      .filter((one) => one.billId === null && one.issueId === null && one.matter === null)
      .map((one): Check => ({
        kind: 'no_matter',
        blocking: true,
        message: `No bill, docket or activity is named: ${activityInWords(one)}.`,
        row: { kind: 'activity', id: one.id },
      })),
    ...[...given]
      .filter(([, cents]) => !rules.meets('contribution_limit', on, cents))
      .map(([who, cents]): Check => ({
        kind: 'contribution_limit',
        blocking: false,
        message: `${who}: ${showCents(cents)}, more than the ${showCents(rules.amount('contribution_limit', on))} a lobbyist may give one candidate in a year.`,
        row: null,
      })),
  ];
};

const payChecks = (pay: readonly ExpenseRow[], shares: ReturnType<typeof payShares>): Check[] => [
  ...shares
    .filter((one) => !one.timed)
    .map((one): Check => ({
      kind: 'pay_not_timed',
      blocking: false,
      message: `All of ${one.row.personName}'s pay is reported, since the hours worked in all are not recorded.`,
      row: { kind: 'compensation', id: one.row.id },
    })),
  ...shares
    .filter((one) => pay.some((paid) => paid.lobbyistId === one.row.lobbyistId))
    .map((one): Check => ({
      kind: 'pay_twice',
      blocking: false,
      message: `${one.row.personName} has pay both as an expense and as a span of salary. Make sure that it is not the same money.`,
      row: { kind: 'compensation', id: one.row.id },
    })),
];

const incidentalChecks = (input: PrepareInput, listed: readonly ActivityRow[]): Check[] => {
  const { periodFrom, periodTo } = input.obligation;
  return incidentals(listed, input.compensation ?? [], input.rules, periodFrom, periodTo)
    .filter((one) => one.state !== 'incidental')
    .map((one) => ({
      kind: `incidental_${one.state}`,
      blocking: false,
      message: incidentalInWords(one, input.rules, periodTo),
      row: one.activities[0] ? { kind: 'activity' as const, id: one.activities[0].id } : null,
    }));
};

const worksheet = (due: readonly ExpenseRow[], fresh: readonly ActivityRow[]): Line[] => [
  ...fresh
    .filter(
      (one) =>
        one.state === 'confirmed' && one.counts !== null && !(isListed(one) && one.lobbyistId !== null),
    )
    .map((one) => {
      if (!isOfState(one)) return leftOut(one, 'About another legislature. Massachusetts asks for its own.');
      if (one.counts === 0) return leftOut(one, one.reason ?? '');
      return leftOut(
        one,
        one.class === 'solicitation'
          ? 'Asking others has no line of its own; its cost is among the expenses.'
          : 'Lobbying by somebody who is no agent: it counts toward 25 hours and $2,500, and has no line.',
      );
    }),
  ...due
    .filter((one) => one.state === 'confirmed' && !isReported(one) && !isContribution(one))
    .map((one) =>
      expenseLeftOut(
        one,
        one.personalLiving === 1
          ? 'Personal living expenses are not reported.'
          : typeOf(one) === null
            ? 'It has no Massachusetts type.'
            : 'Not for Massachusetts.',
      ),
    ),
];
