import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { issueFields, nameTaken } from './add-issue.ts';
import { changeIssue, issueById } from './queries.ts';

/** Changes an issue's name or summary; what is not given stays. */
export const editIssue = verb({
  name: 'issue.edit',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    id: z.string().min(1),
    name: issueFields.name.optional(),
    summary: issueFields.summary.optional(),
  }),
  async run(world, who, input) {
    const before = await world.db.first(issueById, { id: input.id });
    if (!before) return missing('That issue');
    const issue = {
      id: before.id,
      name: input.name ?? before.name,
      summary: input.summary ?? before.summary,
    };
    const done = await world.db.commit(
      { who, action: 'issue.edit', subject: { kind: 'issue', id: issue.id } },
      [must(changeIssue, issue)],
    );
    if (done) return ok(issue);
    return before.name === issue.name ? conflict('Somebody else changed this issue. Look again.') : nameTaken;
  },
});
