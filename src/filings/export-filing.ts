import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { modelOf } from './filing-model.ts';
import { filingWithReport } from './filing-with-report.ts';
import { regimeById } from './regimes/index.ts';

/** A prepared or filed report as a file in the shape of the office's own system, such as the LD-2 as JSON. */
export const exportFiling = view({
  name: 'filing.export',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string(), as: z.string() }),
  run: async (world, _who, { id, as }) => {
    const version = await filingWithReport(world, id);
    if (!version) return missing('That filing');
    const { filing, obligation } = version;
    const found = regimeById(obligation.regime)?.exports?.find(
      (one) => one.id === as && one.forms.includes(obligation.form),
    );
    if (!found) return missing('That kind of file');
    return ok({
      name: `${obligation.name.replaceAll(/[^A-Za-z0-9]+/g, '-')}-v${filing.version}.${found.extension}`,
      type: found.type,
      text: found.render(await modelOf(world, filing, obligation)),
    });
  },
});
