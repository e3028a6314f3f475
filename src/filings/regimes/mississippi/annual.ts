import { showDay, showShortDay, yearOf } from '../../../platform/days.ts';
import { expenseLeftOut, leftOut, openRows, shows, sumOf, takes } from '../open-rows.ts';
import { payShares, type PayShare } from '../pay-share.ts';
import type { ActivityRow, Check, ExpenseRow, Line, PreparedFiling, PrepareInput } from '../regime.ts';
import { eventLines, givenChecks, isReported, itemLines } from './given.ts';

const words = (section: string, label: string, detail: string): Line => ({
  section,
  label,
  detail,
  amountCents: null,
  sources: [],
});

/**
 * An annual report, or the final one of whoever stopped: the seven categories for the period, the same cumulative
 * for the calendar year, an item for each official who was given anything of value, events for the whole
 * legislature, then the worksheet. A lobbyist's has only what is theirs, and category a is what the client paid
 * them. Spans of pay count with the lobbying share. Cents are not rounded.
 */
export const prepareAnnual = (form: string, input: PrepareInput): PreparedFiling => {
  const { periodFrom, periodTo, lobbyistId } = input.obligation;
  const byLobbyist = form.startsWith('lobbyist');
  const within = (on: string) => on >= periodFrom && on <= periodTo;
  const ofPeriod = input.expenses.filter((one) => within(one.incurredOn));
  const own = byLobbyist ? ofPeriod.filter((one) => one.lobbyistId === lobbyistId) : ofPeriod;
  const due = own.filter((one) => one.taken === 0);
  const reported = due.filter(isReported);
  const activities = input.activities.filter(
    (one) => within(one.onDate) && one.taken === 0 && (!byLobbyist || one.lobbyistId === lobbyistId),
  );
  const lobbying = input.activities.filter((one) => one.state === 'confirmed' && one.counts === 1);
  const pays = (input.compensation ?? []).filter(
    (one) => one.lobbyistId !== null && (!byLobbyist || one.lobbyistId === lobbyistId),
  );
  const paidOfYear = payShares(pays, lobbying, periodFrom, periodTo);
  const paid = paidOfYear.filter(({ row }) => (row.taken ?? 0) === 0);
  const listed = new Set<string>();
  const ofYear = own.filter(isReported);
  return {
    lines: [
      ...filerLines(form, input),
      ...categoryLines(form, input, reported, paid, activities, listed),
      ...cumulativeLines(input, ofYear, paidOfYear),
      ...itemLines(input.rules, periodTo, reported, ofYear),
      ...eventLines(reported, byLobbyist),
      ...worksheet(due, activities, listed),
    ],
    totalCents: sumOf(reported) + payOf(paid),
    checks: [
      ...openRows('Mississippi', due, activities, (one) => one.msCategory),
      ...givenChecks(input.rules, periodTo, reported, byLobbyist ? [] : ofYear),
      ...paid.flatMap(untimed),
    ],
  };
};

const payOf = (paid: readonly PayShare[]) => paid.reduce((sum, one) => sum + one.cents, 0);

/** Pay without all the time worked is taken whole; a person should know. */
const untimed = ({ row, timed }: PayShare): Check[] =>
  timed
    ? []
    : [
        {
          kind: 'no_share',
          blocking: false,
          message: `All of the pay of ${row.personName} from ${showShortDay(row.fromOn)} to ${showShortDay(row.toOn, { year: true })} is counted, since nobody wrote down all the time worked. Add it where only a part was lobbying.`,
          row: { kind: 'compensation', id: row.id },
        },
      ];

const filerLines = (
  form: string,
  { obligation, filerName, filerAddress, lobbyists }: PrepareInput,
): Line[] => {
  const client = [filerName, filerAddress].filter(Boolean).join(', ');
  const period = `${showDay(obligation.periodFrom, { year: true })} to ${showDay(obligation.periodTo, { year: true })}`;
  const final = form.endsWith('-termination')
    ? [words('Filer', 'Final report', 'This report is final.')]
    : [];
  if (form.startsWith('lobbyist')) {
    const name = lobbyists.find((one) => one.id === obligation.lobbyistId)?.name ?? '';
    return [
      words('Filer', 'Lobbyist', name),
      words('Filer', 'Client', client),
      words('Filer', 'Period', period),
      ...final,
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
    ...final,
  ];
};

const categoryLines = (
  form: string,
  { obligation: { periodTo }, rules }: PrepareInput,
  reported: ExpenseRow[],
  paid: readonly PayShare[],
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
    const pay = letter === 'a' ? paid : [];
    const received = letter === 'a' && form.startsWith('lobbyist');
    return {
      section,
      label: `${letter}. ${received ? 'Payments received from the client: salary, fee, expense compensation' : rule.value}`,
      detail: [
        own.length === 0 ? 'No expense' : `${own.length} ${own.length === 1 ? 'expense' : 'expenses'}`,
        ...(pay.length > 0 ? [`${pay.length} ${pay.length === 1 ? 'span' : 'spans'} of pay`] : []),
        ...(done.length > 0 ? [`${done.length} ${done.length === 1 ? 'activity' : 'activities'}`] : []),
      ].join(', '),
      amountCents: sumOf(own) + payOf(pay),
      sources: [
        ...own.map(takes),
        ...pay.map(({ row, cents }) => ({ kind: 'compensation' as const, id: row.id, cents })),
        ...done.map((one) => shows('activity', one)),
      ],
    };
  });
  return [
    ...lines,
    { section, label: 'Total', detail: '', amountCents: sumOf(reported) + payOf(paid), sources: [] },
  ];
};

const cumulativeLines = (
  { obligation: { periodTo }, rules }: PrepareInput,
  ofYear: ExpenseRow[],
  paid: readonly PayShare[],
): Line[] =>
  rules.family('category.', periodTo).map((rule) => {
    const letter = rule.key.slice('category.'.length);
    const own = ofYear.filter((one) => one.msCategory === letter);
    return {
      section: `Cumulative for the calendar year ${yearOf(periodTo)}`,
      label: letter,
      detail: rule.value,
      amountCents: sumOf(own) + (letter === 'a' ? payOf(paid) : 0),
      sources: own.map((one) => shows('expense', one)),
    };
  });

const worksheet = (due: ExpenseRow[], activities: ActivityRow[], listed: Set<string>): Line[] => [
  ...activities
    .filter((one) => one.state === 'confirmed' && one.counts !== null && !listed.has(one.id))
    .map((one) => leftOut(one, one.reason ?? '')),
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
