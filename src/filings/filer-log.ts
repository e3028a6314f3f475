import type { LocalDate } from '../platform/days.ts';
import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import {
  activityRows,
  compensationRows,
  expenseRows,
  factsOf,
  lobbyistsOf,
  type filersIn,
} from './queries.ts';
import type { RegimeData } from './regime-data.ts';
import type { ObligationInput, Regime } from './regimes/regime.ts';

export type Filer = RowOf<typeof filersIn>;
/** What a regime reads of a filer for any year: its log within days, its lobbyists, what it decided. */
export type FilerLog = Omit<ObligationInput, 'year' | 'session'>;

/** Loads a filer's log within days, no earlier than it began to file. */
export const filerLog = async (
  world: World,
  regime: Regime,
  { rules, holidays }: RegimeData,
  filer: Filer,
  days: { from: LocalDate; to: LocalDate },
): Promise<FilerLog> => {
  const { organizationId, name, taxStatus, fromOn, toOn } = filer;
  const scope = {
    organizationId,
    regime: regime.id,
    obligationId: '',
    lobbyistId: null,
    from: fromOn > days.from ? fromOn : days.from,
    to: days.to,
  };
  const [[lobbyists, compensation, facts], expenses, activities] = await Promise.all([
    world.db.together(read(lobbyistsOf, scope), read(compensationRows, scope), read(factsOf, scope)),
    world.db.all(expenseRows, scope),
    world.db.all(activityRows, scope),
  ]);
  return {
    filerName: name,
    filerFrom: fromOn,
    filerTo: toOn,
    taxStatus,
    lobbyists,
    expenses,
    activities,
    compensation,
    facts,
    holidays,
    rules,
  };
};
