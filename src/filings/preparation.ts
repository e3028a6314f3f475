import { taxSpans, taxStatusAt } from '../people/index.ts';
import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import { sha256 } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import {
  activityRows,
  compensationRows,
  duesRows,
  expenseRows,
  factsOf,
  filersIn,
  lobbyistsOf,
  paidAndReported,
  waitingContacts,
  type obligationById,
} from './queries.ts';
import { regimeDataFrom, regimeReads } from './regime-data.ts';
import { regimeById } from './regimes/index.ts';
import type { PreparedFiling } from './regimes/regime.ts';
import type { Rule } from './rulebook.ts';

export type Obligation = RowOf<typeof obligationById>;
export interface Preparation extends PreparedFiling {
  /** The rules that were read, for the filing to name. */
  rules: Rule[];
  /** Of the lines, the rules and every row read, as it stands: another hash means that something changed. */
  hash: string;
  /** Contact reports of its days and before that nobody confirmed yet. */
  waitingContacts: number;
}

/**
 * A report as the log has it now: its lines, totals and open checks. Reads only.
 * @returns null when the regime or the filer is not known any more
 * @throws RuleMissing when a rule it needs is not in force in the period
 */
export const preparationOf = async (world: World, obligation: Obligation): Promise<Preparation | null> => {
  const regime = regimeById(obligation.regime);
  if (!regime) return null;
  const filer = (await world.db.all(filersIn, { regime: regime.id })).find(
    (one) => one.organizationId === obligation.organizationId,
  );
  if (!filer) return null;
  const { organizationId, lobbyistId } = obligation;
  // A threshold counts payments of the whole calendar year; contacts are classed only from the first day as a filer.
  const yearStart = `${obligation.periodTo.slice(0, 4)}-01-01`;
  const scope = {
    organizationId,
    regime: regime.id,
    obligationId: obligation.id,
    lobbyistId,
    from: filer.fromOn,
    to: obligation.periodTo,
  };
  const since = [yearStart, obligation.periodFrom].toSorted()[0] ?? yearStart;
  const [lobbyists, expenses, activities, paid, reported, dues, facts, waiting, ...ground] =
    await world.db.together(
      read(lobbyistsOf, scope),
      read(expenseRows, { ...scope, from: filer.fromOn < since ? filer.fromOn : since }),
      read(activityRows, scope),
      read(compensationRows, { ...scope, from: since }),
      read(paidAndReported, scope),
      read(duesRows, { ...scope, from: since }),
      read(factsOf, scope),
      read(waitingContacts, scope),
      ...regimeReads(regime),
    );
  const { rules } = regimeDataFrom(regime, ground);
  const compensation = paid.map((row) => ({
    ...row,
    taken: reported.some((one) => one.id === row.id) ? 1 : 0,
  }));
  const prepared = regime.prepare(obligation.form, {
    obligation,
    filerName: filer.name,
    filerAddress: filer.address,
    taxStatus: taxStatusAt(taxSpans(filer), obligation.periodTo),
    lobbyists,
    expenses,
    activities,
    compensation,
    dues,
    facts,
    rules,
  });
  const used = rules.used();
  const sources = new Set(prepared.lines.flatMap((line) => line.sources.map((source) => source.id)));
  const rows = [...expenses, ...activities, ...compensation, ...dues]
    .filter((row) => sources.has(row.id))
    .map((row) => [
      row.id,
      row.updatedAt,
      'state' in row ? row.state : null,
      'classedAt' in row ? row.classedAt : null,
    ]);
  const hash = await sha256(
    JSON.stringify([prepared.lines, used.map((rule) => [rule.id, rule.value]), rows]),
  );
  return { ...prepared, rules: used, hash, waitingContacts: waiting[0]?.count ?? 0 };
};
