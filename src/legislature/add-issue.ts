import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { insertIssue, issueById } from './queries.ts';

export const issueFields = {
  name: z.string().trim().min(1, 'Give the issue a name.').max(120, 'At most 120 characters.'),
  summary: z.string().trim().max(2000, 'At most 2,000 characters.'),
};
export const nameTaken = invalid([{ field: 'name', message: 'There is an issue with this name already.' }]);

/** Adds a subject that the network follows. An `id` minted by the form makes a double submit one issue. */
export const addIssue = verb({
  name: 'issue.add',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    id: z.ulid().optional(),
    name: issueFields.name,
    summary: issueFields.summary.default(''),
  }),
  async run(world, who, input) {
    const id = input.id ?? world.ids.next();
    const issue = { id, name: input.name, summary: input.summary };
    const done = await world.db.commit({ who, action: 'issue.add', subject: { kind: 'issue', id } }, [
      must(insertIssue, { ...issue, now: world.clock.now() }),
    ]);
    if (done) return ok(issue);
    const there = await world.db.first(issueById, { id });
    return there ? ok(there) : nameTaken;
  },
});
