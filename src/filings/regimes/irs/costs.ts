import { shareOut } from '../../../platform/money.ts';
import { classifyMessage, type Call } from '../../../lobbying/index.ts';
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

const CLASSES: CostClass[] = ['direct', 'grassroots', 'public', 'executive', 'campaign'];
const isClass = (text: string): text is CostClass => (CLASSES as string[]).includes(text);
const isWithin = (on: string, { from, to }: TaxYear) => on >= from && on <= to;

/** What the log has of a tax year and no filed report has taken, in classes; whole cents, and nothing is lost. */
export const costsOf = (input: PrepareInput, year: TaxYear): Costs => {
  const activities = input.activities.filter(
    (one) => one.state === 'confirmed' && isWithin(one.onDate, year),
  );
  const byAlert = new Map(activities.flatMap((one) => (one.alertId ? [[one.alertId, one] as const] : [])));
  const byId = new Map(activities.map((one) => [one.id, one]));
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

/** An amount by class. A message to members and others is shared out by people, each part as if sent alone. */
const partsOf = (
  what: string,
  activity: ActivityRow | null,
  cents: number,
): { class: CostClass; cents: number }[] => {
  if (isClass(what)) return [{ class: what, cents }];
  if (what !== 'split' || !activity) return [];
  const [members, nonMembers] = [activity.reachMembers ?? 0, activity.reachNonMembers ?? 0];
  if (members + nonMembers === 0) return [{ class: 'grassroots', cents }];
  const message = {
    specificLegislation: true,
    reflectsView: true,
    directInterest: true,
    calls: JSON.parse(activity.callsToAction ?? '["tell"]') as Call[],
    asksNonMembers: activity.asksNonMembers === 1,
  };
  const [own = 0, others = 0] = shareOut(cents, [members, nonMembers]);
  return [
    { what: classifyMessage({ ...message, members, nonMembers: 0 }).class, cents: own },
    { what: classifyMessage({ ...message, members: 0, nonMembers }).class, cents: others },
  ].flatMap((part) => (isClass(part.what) ? [{ class: part.what, cents: part.cents }] : []));
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
