import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { checksOf } from './checks.ts';
import { filingWithReport } from './filing-with-report.ts';
import { preparationNow } from './prepare-filing.ts';

/** What is open before a prepared report can be filed, and whether the log changed since it was prepared. */
export const checkFiling = view({
  name: 'filing.check',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ filingId: z.string() }),
  run: async (world, _who, { filingId }) => {
    const found = await filingWithReport(world, filingId);
    if (!found) return missing('That filing');
    const { filing, obligation } = found;
    const now = await preparationNow(world, obligation);
    if (!now.ok) return now;
    const checks = await checksOf(world, obligation, now.value);
    const fresh = now.value.hash === filing.hash;
    return ok({
      checks,
      fresh,
      mayFile: filing.state === 'prepared' && fresh && !checks.some((one) => one.blocking),
    });
  },
});
