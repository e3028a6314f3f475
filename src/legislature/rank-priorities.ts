import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { clearPriorities, insertPriorities, issuesWithRank, rankingIsStill, sessionById } from './queries.ts';

/**
 * Ranks the issues of a list 1 to n for a legislative session; the whole order is one change, and issues
 * left out are priorities no more. `was`, the order the person saw, refuses the change when another
 * ranking came between.
 */
export const rankPriorities = verb({
  name: 'priority.rank',
  by: ['owner', 'director', 'system'],
  input: z.strictObject({
    legislativeSessionId: z.string().min(1, 'Choose a legislative session.'),
    issueIds: z.array(z.string().min(1)).max(20, 'At most 20 priorities.'),
    was: z.array(z.string()).optional(),
  }),
  async run(world, who, { legislativeSessionId, issueIds, was }) {
    if (!(await world.db.first(sessionById, { id: legislativeSessionId })))
      return missing('That legislative session');
    const issues = await world.db.all(issuesWithRank, { legislativeSessionId });
    const fields = issueIds.flatMap((id, at) => {
      if (!issues.some((issue) => issue.id === id))
        return [{ field: `issueIds.${at}`, message: 'There is no such issue.' }];
      return issueIds.indexOf(id) < at
        ? [{ field: `issueIds.${at}`, message: 'This issue is ranked twice.' }]
        : [];
    });
    if (fields.length > 0) return invalid(fields);
    const done = await world.db.commit(
      {
        who,
        action: 'priority.rank',
        subject: { kind: 'legislative_session', id: legislativeSessionId },
        detail: { issueIds },
      },
      [
        must(rankingIsStill, { legislativeSessionId, was: was ?? null }),
        change(clearPriorities, { legislativeSessionId }),
        change(insertPriorities, { legislativeSessionId, issueIds, now: world.clock.now(), by: who.id }),
      ],
    );
    return done
      ? ok({ legislativeSessionId, issueIds })
      : conflict('Somebody else ranked the priorities while you were looking. Look again and rank anew.');
  },
});
