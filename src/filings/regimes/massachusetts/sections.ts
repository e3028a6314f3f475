import { showShortDay } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { inWords } from '../../cells.ts';
import type { Rulebook } from '../../rulebook.ts';
import { shows, sumOf, takes } from '../open-rows.ts';
import type { PayShare } from '../pay-share.ts';
import type { Cell, ExpenseRow, Line, LobbyistRow, Source } from '../regime.ts';
import { isEvent, isOperating, presentAt, typeOf } from './expenses.ts';
import { mattersOf } from './matters.ts';
import type { ActivityRow } from '../regime.ts';

const day = (on: string) => showShortDay(on, { year: true });
/** A line in the form's own columns; its detail says them in words. */
const formLine = (section: string, cells: Cell[], amountCents: number | null, sources: Source[]): Line => ({
  section,
  label: cells[0]?.value ?? '',
  detail: inWords(cells.slice(1)),
  amountCents,
  sources,
  cells,
});
const total = (section: string, label: string, lines: readonly Line[]): Line => ({
  section,
  label,
  detail: '',
  amountCents: lines.reduce((sum, line) => sum + (line.amountCents ?? 0), 0),
  sources: [],
});
const nothing = (section: string): Line => ({
  section,
  label: 'Nothing was filed in this section',
  detail: '',
  amountCents: null,
  sources: [],
});
export const words = (section: string, label: string, detail: string): Line => ({
  section,
  label,
  detail,
  amountCents: null,
  sources: [],
});

/** Pay of each agent, from payments and from the lobbying share of salaries, then its total. */
export const payLines = (
  section: string,
  column: string,
  totalLabel: string,
  nameOf: (lobbyistId: string | null) => string,
  payments: readonly ExpenseRow[],
  shares: readonly PayShare[],
): Line[] => {
  const ids = [
    ...new Set([...payments.map((one) => one.lobbyistId), ...shares.map((one) => one.row.lobbyistId)]),
  ];
  const lines = ids.map((id) => {
    const paid = payments.filter((one) => one.lobbyistId === id);
    const earned = shares.filter((one) => one.row.lobbyistId === id);
    return formLine(
      section,
      [{ name: column, value: nameOf(id) }],
      sumOf(paid) + earned.reduce((sum, one) => sum + one.cents, 0),
      [
        ...paid.map(takes),
        ...earned.map((one): Source => ({ kind: 'compensation', id: one.row.id, cents: one.cents })),
      ],
    );
  });
  return lines.length === 0 ? [nothing(section)] : [...lines, total(section, totalLabel, lines)];
};

/** One block for each agent and the client: every bill or action with the agent's position. Amounts stay with the client. */
export const activityLines = (
  activities: readonly ActivityRow[],
  agents: readonly LobbyistRow[],
  clientName: string,
  rules: Rulebook,
  on: string,
): Line[] => {
  const matters = mattersOf(activities, rules, on);
  return agents.flatMap((agent) => {
    const section = `Activities: ${agent.name} for ${clientName}`;
    const own = matters.filter((matter) => matter.lobbyistId === agent.id);
    if (own.length === 0) return [nothing(section)];
    return [
      ...own.map((matter) =>
        formLine(
          section,
          [
            { name: 'House or Senate', value: matter.where },
            { name: 'Bill or agency', value: matter.number },
            { name: 'Title or activity', value: matter.title },
            { name: 'Position', value: positionOf(matter.position, rules, on) },
            { name: 'Direct business association', value: 'None' },
          ],
          null,
          matter.activities.map((one) => shows('activity', one)),
        ),
      ),
      words(
        section,
        'Amount paid by client',
        'Compensation is not reported at activity level. It stands with the client.',
      ),
    ];
  });
};

/** The form's word for a position; empty for one that the form has no word for, such as monitor. */
export const positionOf = (position: string | null, rules: Rulebook, on: string): string =>
  rules.family('position.', on).find((one) => one.key === `position.${position ?? ''}`)?.value ?? '';

/** Operating types of the form by their short names, in its order. */
export const operatingTypes = (rules: Rulebook, on: string): { type: string; label: string }[] =>
  rules
    .family('operating_type.', on)
    .map((rule) => ({ type: rule.key.split('.').at(-1) ?? '', label: rule.value }));

/** Days whose expenditures of every kind together must be itemized. */
export const itemizedDays = (expenses: readonly ExpenseRow[], rules: Rulebook, on: string): Set<string> => {
  const days = new Map<string, number>();
  for (const one of expenses) days.set(one.incurredOn, (days.get(one.incurredOn) ?? 0) + one.amountCents);
  return new Set(
    [...days].filter(([, cents]) => rules.meets('itemize_day', on, cents)).map(([date]) => date),
  );
};

/** Operating expenses: every one of a day that must be itemized; what is left, lumped by type. */
export const operatingLines = (
  expenses: readonly ExpenseRow[],
  days: ReadonlySet<string>,
  rules: Rulebook,
  on: string,
): Line[] => {
  const section = 'Operating expenses';
  const own = expenses.filter((one) => isOperating(typeOf(one)));
  const types = operatingTypes(rules, on);
  const labelOf = (one: ExpenseRow) =>
    types.find(({ type }) => type === typeOf(one))?.label ?? types.at(-1)?.label ?? '';
  const itemized = own
    .filter((one) => days.has(one.incurredOn))
    .map((one) =>
      formLine(
        section,
        [
          { name: 'Date', value: day(one.incurredOn) },
          { name: 'Recipient', value: one.payee },
          { name: 'Type', value: labelOf(one) },
        ],
        one.amountCents,
        [takes(one)],
      ),
    );
  const small = own.filter((one) => !days.has(one.incurredOn));
  const lumped = [...new Set(small.map(labelOf))].toSorted().map((label) => {
    const same = small.filter((one) => labelOf(one) === label);
    return formLine(
      section,
      [
        { name: 'Date', value: `Days under ${showCents(rules.amount('itemize_day', on))}` },
        { name: 'Recipient', value: 'Various' },
        { name: 'Type', value: label },
      ],
      sumOf(same),
      same.map(takes),
    );
  });
  const lines = [...itemized, ...lumped];
  return lines.length === 0
    ? [nothing(section)]
    : [...lines, total(section, 'Total operating expenses', lines)];
};

/** Meals, travel, entertainment and gifts, each with everyone present. */
export const eventLines = (expenses: readonly ExpenseRow[], rules: Rulebook, on: string): Line[] => {
  const section = 'Meals, travel and entertainment';
  const types = rules.family('event_type.', on);
  const lines = expenses
    .filter((one) => isEvent(typeOf(one)))
    .map((one) =>
      formLine(
        section,
        [
          { name: 'Date', value: day(one.incurredOn) },
          { name: 'Lobbyist', value: one.lobbyistName ?? '' },
          {
            name: 'Event type',
            value: types.find((rule) => rule.key.endsWith(`.${typeOf(one)}`))?.value ?? '',
          },
          { name: 'Payee and place', value: [one.payee, one.place].filter(Boolean).join(', ') },
          { name: 'Attendees', value: presentAt(one) },
        ],
        one.amountCents,
        [takes(one)],
      ),
    );
  return lines.length === 0 ? [nothing(section)] : [...lines, total(section, 'Total of this section', lines)];
};

/** What fits no other section, with the days it is for. */
export const additionalLines = (expenses: readonly ExpenseRow[]): Line[] => {
  const section = 'Additional expenses';
  const lines = expenses
    .filter((one) => typeOf(one) === 'additional')
    .map((one) =>
      formLine(
        section,
        [
          { name: 'Date from', value: day(one.incurredOn) },
          { name: 'Date to', value: day(one.paidOn ?? one.incurredOn) },
          { name: 'Lobbyist', value: one.lobbyistName ?? '' },
          { name: 'Recipient', value: one.payee },
          { name: 'Expense', value: one.purpose },
        ],
        one.amountCents,
        [takes(one)],
      ),
    );
  return lines.length === 0
    ? [nothing(section)]
    : [...lines, total(section, 'Total additional expenses', lines)];
};

interface Contribution {
  candidate?: string;
  office?: string;
  on?: string;
}
/** What a campaign contribution was: to whom, for which office, when. */
export const contributionOf = (one: ExpenseRow): Contribution =>
  one.contribution === null ? {} : (JSON.parse(one.contribution) as Contribution);

/** Campaign contributions: shown, and in no total of lobbying. */
export const contributionLines = (contributions: readonly ExpenseRow[]): Line[] => {
  const section = 'Campaign contributions';
  const lines = contributions.map((one) => {
    const { candidate, office, on } = contributionOf(one);
    return formLine(
      section,
      [
        { name: 'Date', value: day(on ?? one.incurredOn) },
        { name: 'Lobbyist', value: one.lobbyistName ?? '' },
        { name: 'Recipient', value: candidate ?? one.payee },
        { name: 'Office sought', value: office ?? '' },
      ],
      one.amountCents,
      [takes(one)],
    );
  });
  return lines.length === 0 ? [nothing(section)] : [...lines, total(section, 'Total contributions', lines)];
};
