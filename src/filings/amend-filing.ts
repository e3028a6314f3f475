import * as z from 'zod';
import { missing, ok, refused } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { prepareVersion } from './prepare-filing.ts';
import { filingById } from './queries.ts';

/** Prepares a new version of a filed report from the log as it is now. Filing it supersedes the version before. */
export const amendFiling = verb({
  name: 'filing.amend',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ filingId: z.string() }),
  run: async (world, who, { filingId }) => {
    const filing = await world.db.first(filingById, { id: filingId });
    if (!filing) return missing('That filing');
    if (filing.state !== 'filed') {
      return refused(
        'not_filed',
        'Only the filed version of a report can be amended. Prepare this one again instead.',
      );
    }
    const made = await prepareVersion(world, who, filing.obligationId);
    return made.ok ? ok({ ...made.value, amendsId: filingId }) : made;
  },
});
