import { showDay, showShortDay, yearOf } from '../../../platform/days.ts';
import { showCents } from '../../../platform/money.ts';
import { expenseLeftOut, leftOut, openRows, shows, sumOf, takes } from '../open-rows.ts';
import type { ActivityRow, ExpenseRow, Line, PreparedFiling, PrepareInput } from '../regime.ts';

const isReported = (one: ExpenseRow) =>
  one.state === 'confirmed' && one.msCategory !== null && one.personalLiving === 0;
const words = (section: string, label: string, detail: string): Line => ({
  section,
  label,
  detail,
  amountCents: null,
  sources: [],
});

/**
 * An annual report: the seven categories for the period, the same cumulative for the calendar year, an item for
 * each official who was given anything of value, then the worksheet. A lobbyist's has only what is theirs, and
 * category a is what the client paid them. Cents are not rounded.
 */
export const prepareAnnual = (form: string, input: PrepareInput): PreparedFiling => {
  const { periodFrom, periodTo, lobbyistId } = input.obligation;
  const byLobbyist = form === 'lobbyist-annual';
  const within = (on: string) => on >= periodFrom && on <= periodTo;
  const ofPeriod = input.expenses.filter((one) => within(one.incurredOn));
  const own = byLobbyist ? ofPeriod.filter((one) => one.lobbyistId === lobbyistId) : ofPeriod;
  const due = own.filter((one) => one.taken === 0);
  const reported = due.filter(isReported);
  const activities = input.activities.filter(
    (one) => within(one.onDate) && one.taken === 0 && (!byLobbyist || one.lobbyistId === lobbyistId),
  );
  const listed = new Set<string>();
  return {
    lines: [
      ...filerLines(form, input),
      ...categoryLines(form, input, reported, activities, listed),
      ...cumulativeLines(input, own.filter(isReported)),
      ...itemLines(input, reported, own),
      ...worksheet(due, activities, listed),
    ],
    totalCents: sumOf(reported),
    checks: openRows('Mississippi', due, activities, (one) => one.msCategory),
  };
};

const filerLines = (
  form: string,
  { obligation, filerName, filerAddress, lobbyists }: PrepareInput,
): Line[] => {
  const client = [filerName, filerAddress].filter(Boolean).join(', ');
  const period = `${showDay(obligation.periodFrom, { year: true })} to ${showDay(obligation.periodTo, { year: true })}`;
  if (form === 'lobbyist-annual') {
    const name = lobbyists.find((one) => one.id === obligation.lobbyistId)?.name ?? '';
    return [
      words('Filer', 'Lobbyist', name),
      words('Filer', 'Client', client),
      words('Filer', 'Period', period),
    ];
  }
  const names = lobbyists
    .filter(
      (one) => one.fromOn <= obligation.periodTo && (one.toOn === null || one.toOn >= obligation.periodFrom),
    )
    .map((one) => one.name);
  return [
    words('Filer', 'Client', client),
    words('Filer', 'Lobbyists', names.join(', ') || 'None'),
    words('Filer', 'Period', period),
  ];
};

const categoryLines = (
  form: string,
  { obligation: { periodTo }, rules }: PrepareInput,
  reported: ExpenseRow[],
  activities: ActivityRow[],
  listed: Set<string>,
): Line[] => {
  const section = 'Expenses of this report';
  const lines = rules.family('category.', periodTo).map((rule): Line => {
    const letter = rule.key.slice('category.'.length);
    const own = reported.filter((one) => one.msCategory === letter);
    const done = activities.filter(
      (one) => one.state === 'confirmed' && one.counts === 1 && one.class === letter,
    );
    for (const one of done) listed.add(one.id);
    const received = letter === 'a' && form === 'lobbyist-annual';
    return {
      section,
      label: `${letter}. ${received ? 'Payments received from the client: salary, fee, expense compensation' : rule.value}`,
      detail: [
        own.length === 0 ? 'No expense' : `${own.length} ${own.length === 1 ? 'expense' : 'expenses'}`,
        ...(done.length > 0 ? [`${done.length} ${done.length === 1 ? 'activity' : 'activities'}`] : []),
      ].join(', '),
      amountCents: sumOf(own),
      sources: [...own.map(takes), ...done.map((one) => shows('activity', one))],
    };
  });
  return [...lines, { section, label: 'Total', detail: '', amountCents: sumOf(reported), sources: [] }];
};

const cumulativeLines = ({ obligation: { periodTo }, rules }: PrepareInput, ofYear: ExpenseRow[]): Line[] =>
  rules.family('category.', periodTo).map((rule) => {
    const letter = rule.key.slice('category.'.length);
    const own = ofYear.filter((one) => one.msCategory === letter);
    return {
      section: `Cumulative for the calendar year ${yearOf(periodTo)}`,
      label: letter,
      detail: rule.value,
      amountCents: sumOf(own),
      sources: own.map((one) => shows('expense', one)),
    };
  });

const itemLines = (
  { obligation: { periodTo }, rules }: PrepareInput,
  reported: ExpenseRow[],
  ofYear: ExpenseRow[],
): Line[] => {
  const section = 'Things of value given to officials';
  const given = reported.filter((one) => one.officialId !== null);
  if (given.length === 0) return [words(section, 'None', 'No official was given anything of value.')];
  const floor = showCents(rules.amount('food_floor', periodTo));
  return given.map((one) => {
    const food = ofYear.filter(
      (other) => other.officialId === one.officialId && isReported(other) && other.msCategory === 'f',
    );
    const small = one.msCategory === 'f' && !rules.meets('food_floor', periodTo, sumOf(food));
    return {
      section,
      label: `${one.officialName ?? ''}: ${one.purpose}`,
      detail: `${showShortDay(one.incurredOn, { year: true })}${one.place ? `, ${one.place}` : ', place not recorded'}, paid to ${one.payee}.${small ? ` Food and drink up to ${floor} in the year is nothing of value: leave it out if it was that.` : ''}`,
      amountCents: one.amountCents,
      sources: [shows('expense', one)],
    };
  });
};

const worksheet = (due: ExpenseRow[], activities: ActivityRow[], listed: Set<string>): Line[] => [
  ...activities
    .filter((one) => one.state === 'confirmed' && one.counts !== null && !listed.has(one.id))
    .map((one) => leftOut(one, `${one.class}: ${one.reason}`)),
  ...due
    .filter((one) => one.state === 'confirmed' && !isReported(one))
    .map((one) =>
      expenseLeftOut(
        one,
        one.personalLiving === 1
          ? 'Personal living expenses are not reported.'
          : 'It has no Mississippi category.',
      ),
    ),
];
