import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { factsOf, filersIn } from './queries.ts';
import { REGIMES } from './regimes/index.ts';
import type { FactRow, FactSpec } from './regimes/regime.ts';

/** What a filer decides in one regime, with every decision so far, the newest first. */
export interface FilerFacts {
  organizationId: string;
  organizationName: string;
  regime: string;
  regimeName: string;
  facts: { spec: FactSpec; decisions: FactRow[] }[];
}

/** Everything that filers have decided or still should, for each regime they file in. */
export const listFacts = view({
  name: 'filer.decisions',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  run: async (world) => {
    const all = await Promise.all(
      REGIMES.flatMap((regime) => (regime.facts ? [{ ...regime, facts: regime.facts }] : [])).map(
        async (regime) => {
          const filers = await world.db.all(filersIn, { regime: regime.id });
          return Promise.all(
            filers.map(async ({ organizationId, name }): Promise<FilerFacts> => {
              const rows = await world.db.all(factsOf, { organizationId, regime: regime.id });
              return {
                organizationId,
                organizationName: name,
                regime: regime.id,
                regimeName: regime.name,
                facts: regime.facts.map((spec) => ({
                  spec,
                  decisions: rows.filter((row) => row.key === spec.key),
                })),
              };
            }),
          );
        },
      ),
    );
    return ok({ filers: all.flat() });
  },
});
