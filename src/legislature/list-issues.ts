import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { AGENDA_READERS } from './agenda.ts';
import { issuesWithRank } from './queries.ts';

/** Issues by name, with rank and number of bills in a legislative session, where one is given. */
export const listIssues = view({
  name: 'issue.list',
  by: AGENDA_READERS,
  input: z.strictObject({ legislativeSessionId: z.string().nullable().default(null) }),
  async run(world, _who, { legislativeSessionId }) {
    const data = await world.db.all(issuesWithRank, { legislativeSessionId });
    return ok({ data, nextCursor: null });
  },
});
