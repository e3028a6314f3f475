import { shareOut } from '../../../platform/money.ts';
import { isOf, payShares } from '../pay-share.ts';
import type { ActivityRow, CompensationRow, ExpenseRow, PrepareInput, Source } from '../regime.ts';
import type { TaxYear } from './facts.ts';

/** What a cost is for the IRS. `public` and `executive` are of section 162(e); the others of both. */
export type CostClass = 'direct' | 'grassroots' | 'public' | 'executive' | 'campaign';
/** A part of a row of the log with the class it has. */
export interface Cost {
  class: CostClass;
  cents: number;
  source: Pick<Source, 'kind' | 'id'>;
  expense: ExpenseRow | null;
  activity: ActivityRow | null;
}
export interface Costs {
  costs: Cost[];
  /** Confirmed expenses of the year that nobody has classed, alone or by what they were for. */
  unclassed: ExpenseRow[];
}

/** What the costs of a year are read from. */
export type CostLog = Pick<PrepareInput, 'activities' | 'expenses' | 'compensation' | 'rules'>;
/** The same with the rows that an earlier report took: they are their year's own all the same. */
export const withTaken = <Log extends Pick<CostLog, 'expenses'>>(log: Log): Log => ({
  ...log,
  expenses: log.expenses.map((one) => ({ ...one, taken: 0 })),
});

const CLASSES: CostClass[] = ['direct', 'grassroots', 'public', 'executive', 'campaign'];
const isClass = (text: string): text is CostClass => (CLASSES as string[]).includes(text);
/** Paid to somebody else to lobby: the relief for in-house spending does not reach it. */
export const THIRD_PARTY = 'third_party';
const isSplit = (what: string) => what === 'split' || what === 'split_none';
const isWithin = (on: string, { from, to }: TaxYear) => on >= from && on <= to;

/** What the log has of a tax year and no filed report has taken, in classes; whole cents, and nothing is lost. */
export const costsOf = (input: CostLog, year: TaxYear): Costs => {
  const activities = input.activities.filter(
    (one) => one.state === 'confirmed' && isWithin(one.onDate, year),
  );
  const byAlert = new Map(activities.flatMap((one) => (one.alertId ? [[one.alertId, one] as const] : [])));
  const byId = new Map(activities.map((one) => [one.id, one]));
  // The log took the share of members for its class by this rule, so the report names it.
  if (activities.some((one) => isSplit(one.class ?? ''))) input.rules.rule('mixed_audience_share', year.from);
  const found: Costs = { costs: [], unclassed: [] };
  for (const expense of input.expenses) {
    if (expense.state !== 'confirmed' || expense.taken !== 0 || !isWithin(expense.incurredOn, year)) continue;
    const activity = byId.get(expense.activityId ?? '') ?? byAlert.get(expense.alertId ?? '') ?? null;
    const what = expense.class ?? activity?.class ?? null;
    if (what === null) found.unclassed.push(expense);
    else
      found.costs.push(
        ...partsOf(what, activity, expense.amountCents).map((part) => ({
          ...part,
          source: { kind: 'expense' as const, id: expense.id },
          expense,
          activity,
        })),
      );
  }
  const counted = activities.filter((one) => one.counts === 1);
  for (const paid of input.compensation ?? []) found.costs.push(...timeOf(paid, year, counted));
  return found;
};

/**
 * An amount by class. What went to members and others alike is shared out by people: the part of others is grass
 * roots, the part of members direct (`split`) or nothing (`split_none`). An outside lobbyist is direct lobbying.
 */
const partsOf = (
  what: string,
  activity: ActivityRow | null,
  cents: number,
): { class: CostClass; cents: number }[] => {
  if (isClass(what)) return [{ class: what, cents }];
  if (what === THIRD_PARTY) return [{ class: 'direct', cents }];
  if (!isSplit(what)) return [];
  const [members, nonMembers] = [activity?.reachMembers ?? 0, activity?.reachNonMembers ?? 0];
  // Nobody knows whom it reached: the strict reading.
  if (members + nonMembers === 0) return [{ class: 'grassroots', cents }];
  const [own = 0, others = 0] = shareOut(cents, [members, nonMembers]);
  return [
    ...(what === 'split' ? [{ class: 'direct' as const, cents: own }] : []),
    { class: 'grassroots', cents: others },
  ];
};

/** The pay for the time of a person's counted lines, shared out among them by their minutes. */
const timeOf = (paid: CompensationRow, year: TaxYear, counted: readonly ActivityRow[]): Cost[] => {
  const [share] = payShares([paid], counted, year.from, year.to);
  const own = counted.filter(
    (one) =>
      isOf(one, paid) && (one.minutes ?? 0) > 0 && isWithin(one.onDate, { from: paid.fromOn, to: paid.toOn }),
  );
  if (!share || own.length === 0) return [];
  const parts = shareOut(
    share.cents,
    own.map((one) => one.minutes ?? 0),
  );
  return own.flatMap((activity, at) =>
    partsOf(activity.class ?? '', activity, parts[at] ?? 0).map((part) => ({
      ...part,
      source: { kind: 'compensation' as const, id: paid.id },
      expense: null,
      activity,
    })),
  );
};

export const sumOf = (costs: readonly Cost[], ...classes: CostClass[]): number =>
  costs
    .filter((one) => classes.length === 0 || classes.includes(one.class))
    .reduce((sum, one) => sum + one.cents, 0);

/** The rows behind costs, each once, with the cents taken of it. */
export const sourcesOf = (costs: readonly Cost[]): Source[] => {
  const sources = new Map<string, Source>();
  for (const { source, cents } of costs) {
    const key = `${source.kind} ${source.id}`;
    sources.set(key, { ...source, cents: (sources.get(key)?.cents ?? 0) + cents });
  }
  return [...sources.values()];
};
