import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { insertTalkingPoints, subjectExists, talkingPointsRow, twinOf } from './talking-points-queries.ts';
import { body, expiresOn, level, short, shortProblems, title } from './talking-points-input.ts';

const BOTH = 'Words for both legislatures are written already. Open them and edit those.';

/**
 * Begins talking points for an issue, also as the twin of others: the same subject before the other legislature.
 * The same `id` sent twice begins them once. Answers with the id.
 */
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
    short: short.default(''),
    /** The last day on which the words hold. */
    expiresOn: expiresOn.default(null),
    /** Words for the other legislature that these belong to. */
    variantOf: z.string().nullable().default(null),
  }),
  async run(world, who, { id = world.ids.next(), billId = null, ...input }) {
    const known = await world.db.first(subjectExists, { issueId: input.issueId, billId });
    if (!known?.issue)
      return invalid([{ field: 'issueId', message: 'This issue is not known. Choose one from the list.' }]);
    if (!known.bill)
      return invalid([{ field: 'billId', message: 'This bill is not known. Choose one from the list.' }]);
    const wrong = shortProblems(input.short);
    if (wrong.length > 0) return invalid(wrong);
    if (input.variantOf !== null) {
      const twin = await world.db.first(twinOf, { id: input.variantOf, besides: id });
      if (!twin) return missing('The talking points that these belong to');
      if (twin.level === input.level)
        return invalid([
          {
            field: 'level',
            message: 'The other words are for this legislature already. Choose the other one.',
          },
        ]);
      if (twin.taken === 1) return conflict(BOTH);
    }
    const done = await world.db.commit(
      { who, action: 'talking_points.add', subject: { kind: 'talking_points', id } },
      [must(insertTalkingPoints, { id, billId, ...input, now: world.clock.now(), by: who.id })],
    );
    return done || (await world.db.first(talkingPointsRow, { id, partner: null }))
      ? ok({ id })
      : conflict(BOTH);
  },
});
