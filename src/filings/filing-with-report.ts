import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import type { Filing } from './filing-model.ts';
import type { Obligation } from './preparation.ts';
import { filingById, obligationOfFiling } from './queries.ts';

/** A version of a report with the report that falls due; null where there is none by this id. */
export const filingWithReport = async (
  world: World,
  id: string,
): Promise<{ filing: Filing; obligation: Obligation } | null> => {
  const [[filing], [obligation]] = await world.db.together(
    read(filingById, { id }),
    read(obligationOfFiling, { filingId: id }),
  );
  return filing && obligation ? { filing, obligation } : null;
};
