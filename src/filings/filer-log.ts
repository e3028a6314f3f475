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
export type FilerLog = Omit<ObligationInput, 'year' | 'session' | 'taxStatus'>;

/** Loads filers' logs within days, each no earlier than it began to file, in the order of the filers. */
export const filerLogs = async (
  world: World,
  filers: readonly { regime: Regime; data: RegimeData; filer: Filer }[],
  days: { from: LocalDate; to: LocalDate },
): Promise<FilerLog[]> => {
  const logs = await world.db.togetherEach(
    filers.map(({ regime, filer: { organizationId, fromOn } }) => {
      const scope = {
        organizationId,
        regime: regime.id,
        obligationId: '',
        lobbyistId: null,
        from: fromOn > days.from ? fromOn : days.from,
        to: days.to,
      };
      return [
        read(lobbyistsOf, scope),
        read(compensationRows, scope),
        read(factsOf, scope),
        read(expenseRows, scope),
        read(activityRows, scope),
      ] as const;
    }),
  );
  return filers.map(({ data, filer }, no) => {
    const [lobbyists, compensation, facts, expenses, activities] = logs[no] ?? [[], [], [], [], []];
    return {
      filerName: filer.name,
      filerFrom: filer.fromOn,
      filerTo: filer.toOn,
      lobbyists,
      expenses,
      activities,
      compensation,
      facts,
      holidays: data.holidays,
      rules: data.rules,
    };
  });
};
