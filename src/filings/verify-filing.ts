import * as z from 'zod';
import { missing, ok, refused } from '../platform/problem.ts';
import { sha256 } from '../platform/tokens.ts';
import { view } from '../platform/verb.ts';
import { modelOf } from './filing-model.ts';
import { filingWithReport } from './filing-with-report.ts';
import { copiesOf } from './queries.ts';
import { renderCopy } from './render-copies.ts';

/**
 * Proves a filed report: reads each frozen copy, computes its SHA-256 anew, and renders it again from the filed
 * rows. Says of each whether it is there, whether the hash holds, and whether the rows give the same bytes.
 */
export const verifyFiling = view({
  name: 'filing.verify',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const found = await filingWithReport(world, id);
    if (!found) return missing('That filing');
    const { filing, obligation } = found;
    if (filing.filedAt === null)
      return refused('not_filed', 'This report is not filed yet, so there is no copy to prove.');
    const model = await modelOf(world, filing, obligation);
    const copies = await Promise.all(
      (await world.db.all(copiesOf, { filingId: id })).map(async (copy) => {
        const bytes = await world.files.get(copy.objectKey);
        const read = bytes ? await sha256(new Uint8Array(bytes)) : null;
        return {
          format: copy.format,
          sha256: copy.sha256,
          present: read !== null,
          hashHolds: read === copy.sha256,
          rowsAgree: (await sha256(await renderCopy(model, copy.format))) === copy.sha256,
        };
      }),
    );
    return ok({ copies, proved: copies.length > 0 && copies.every((one) => one.hashHolds && one.rowsAgree) });
  },
});
