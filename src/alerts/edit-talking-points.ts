import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { body, expiresOn, level, short, shortProblems, title } from './talking-points-input.ts';
import { subjectExists, talkingPointsRow, updateTalkingPoints } from './talking-points-queries.ts';

/** Writes the draft; what is published stays as it is. Fields left out stay. Answers with the new time of change. */
export const editTalkingPoints = verb({
  name: 'talking_points.edit',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string(),
    /** `updatedAt` as the person had it before them; the current one where it is left out. */
    seenAt: z.int().optional(),
    issueId: z.string().min(1, 'Choose the issue.').optional(),
    billId: z.string().nullish(),
    level: level.optional(),
    title: title.optional(),
    body: body.optional(),
    short: short.optional(),
    /** The last day on which the words hold, for what is published too; null: until they are changed. */
    expiresOn: expiresOn.optional(),
  }),
  async run(world, who, { id, seenAt, ...input }) {
    const points = await world.db.first(talkingPointsRow, { id, partner: null });
    if (!points) return missing('These talking points');
    const issueId = input.issueId ?? points.issueId;
    const billId = input.billId === undefined ? points.billId : input.billId;
    const known = await world.db.first(subjectExists, { issueId, billId });
    if (!known?.issue)
      return invalid([{ field: 'issueId', message: 'This issue is not known. Choose one from the list.' }]);
    if (!known.bill)
      return invalid([{ field: 'billId', message: 'This bill is not known. Choose one from the list.' }]);
    const wrong = shortProblems(input.short ?? points.draftShort);
    if (wrong.length > 0) return invalid(wrong);
    const newLevel = input.level ?? points.level;
    if (points.variantId !== null && newLevel !== points.level)
      return invalid([
        {
          field: 'level',
          message: 'These words have a twin for the other legislature, so they stay with this one.',
        },
      ]);

    // Two edits within a millisecond must still differ, since the time is what tells them apart.
    const now = Math.max(world.clock.now(), points.updatedAt + 1);
    const done = await world.db.commit(
      { who, action: 'talking_points.edit', subject: { kind: 'talking_points', id } },
      [
        must(updateTalkingPoints, {
          id,
          seenAt: seenAt ?? points.updatedAt,
          issueId,
          billId,
          level: newLevel,
          title: input.title ?? points.title,
          body: input.body ?? points.draft,
          short: input.short ?? points.draftShort,
          expiresOn: input.expiresOn === undefined ? points.expiresOn : input.expiresOn,
          now,
        }),
      ],
    );
    return done
      ? ok({ id, updatedAt: now })
      : conflict(
          'Somebody else changed these talking points since you opened them, and nothing of yours was saved. Copy your words, open the page again, and add them.',
        );
  },
});
