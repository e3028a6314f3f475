import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { insertTalkingPoints, subjectExists } from './talking-points-queries.ts';
import { body, level, title } from './talking-points-input.ts';

/** Begins talking points for an issue. The same `id` sent twice begins them once. Answers with the id. */
export const addTalkingPoints = verb({
  name: 'talking_points.add',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.ulid().optional(),
    issueId: z.string('Choose the issue.').min(1, 'Choose the issue.'),
    billId: z.string().nullish(),
    level: level.default('state'),
    title,
    body: body.default(''),
  }),
  async run(world, who, { id = world.ids.next(), billId = null, ...input }) {
    const known = await world.db.first(subjectExists, { issueId: input.issueId, billId });
    if (!known?.issue)
      return invalid([{ field: 'issueId', message: 'This issue is not known. Choose one from the list.' }]);
    if (!known.bill)
      return invalid([{ field: 'billId', message: 'This bill is not known. Choose one from the list.' }]);
    await world.db.commit({ who, action: 'talking_points.add', subject: { kind: 'talking_points', id } }, [
      must(insertTalkingPoints, { id, billId, ...input, now: world.clock.now(), by: who.id }),
    ]);
    return ok({ id });
  },
});
