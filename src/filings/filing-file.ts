import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { modelOf } from './filing-model.ts';
import { filingWithReport } from './filing-with-report.ts';
import { FORMATS, renderCopy, TYPES } from './render-copies.ts';

/** A report as one of its files: as it was frozen once filed, else as it is prepared. */
export const filingFile = view({
  name: 'filing.render',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string(), format: z.enum(FORMATS) }),
  run: async (world, _who, { id, format }) => {
    const found = await filingWithReport(world, id);
    if (!found) return missing('That filing');
    const { filing, obligation } = found;
    return ok({
      name: `${obligation.form}-${obligation.periodTo}-v${filing.version}.${format}`,
      type: TYPES[format],
      bytes: await renderCopy(await modelOf(world, filing, obligation), format),
    });
  },
});
