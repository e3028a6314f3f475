import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { modelOf } from './filing-model.ts';
import { filingWithReport } from './filing-with-report.ts';
import { copiesOf } from './queries.ts';
import { FORMATS, renderCsv, TYPES } from './render-copies.ts';

const readers = ['owner', 'director', 'coordinator', 'staff'] as const;

/** A report as CSV: the frozen copy's words once filed, else as it is prepared. */
export const filingCsv = view({
  name: 'filing.csv',
  by: readers,
  input: z.strictObject({ id: z.string() }),
  run: async (world, _who, { id }) => {
    const found = await filingWithReport(world, id);
    if (!found) return missing('That filing');
    const { filing, obligation } = found;
    const text = renderCsv(await modelOf(world, filing, obligation));
    return ok({ name: `${obligation.form}-${obligation.periodTo}-v${filing.version}.csv`, text });
  },
});

/** One frozen file of a filed report, byte for byte. */
export const filedCopy = view({
  name: 'filing.copy',
  by: readers,
  input: z.strictObject({ id: z.string(), format: z.enum(FORMATS) }),
  run: async (world, _who, { id, format }) => {
    const copy = (await world.db.all(copiesOf, { filingId: id })).find((one) => one.format === format);
    const bytes = copy && (await world.files.get(copy.objectKey));
    if (!copy || !bytes) return missing('That copy');
    return ok({ bytes, type: TYPES[format], sha256: copy.sha256 });
  },
});
