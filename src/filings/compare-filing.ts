import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { compareLines } from './compare-lines.ts';
import { filingWithReport } from './filing-with-report.ts';
import { filingById, linesOf } from './queries.ts';
import { WORKSHEET } from './regimes/regime.ts';

/** What an amendment changes of the version that it takes the place of, line by line; the worksheet apart. */
export const compareFiling = view({
  name: 'filing.compare',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const found = await filingWithReport(world, id);
    if (!found) return missing('That filing');
    const { filing, obligation } = found;
    const earlier = filing.supersedesId
      ? await world.db.first(filingById, { id: filing.supersedesId })
      : null;
    const [before, after] = await Promise.all(
      [earlier, filing].map(async (one) =>
        one === null
          ? []
          : (await world.db.all(linesOf, { filingId: one.id })).filter((line) => line.section !== WORKSHEET),
      ),
    );
    return ok({
      obligationId: obligation.id,
      name: obligation.name,
      /** Null of a first version, which has none before it. */
      before: earlier && {
        id: earlier.id,
        version: earlier.version,
        totalCents: earlier.totalCents,
      },
      after: { id: filing.id, version: filing.version, totalCents: filing.totalCents },
      changes: earlier ? compareLines(before ?? [], after ?? []) : [],
    });
  },
});
