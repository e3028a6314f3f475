import * as z from 'zod';
import { conflict, invalid, missing, ok, refused } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { changeNote } from './talking-points-input.ts';
import { pointsVersion, publishDraft, talkingPointsRow } from './talking-points-queries.ts';

/**
 * Makes the draft the next version, which every link in the field shows from now on. A draft that says what
 * the newest version says is refused. Answers with the version's id and number.
 */
export const publishTalkingPoints = verb({
  name: 'talking_points.publish',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string(), changeNote }),
  async run(world, who, { id, changeNote }) {
    const points = await world.db.first(talkingPointsRow, { id, partner: null });
    if (!points) return missing('These talking points');
    if (points.draft.trim() === '')
      return invalid([{ field: 'body', message: 'Write the talking points before you publish them.' }]);
    const newest = await world.db.first(pointsVersion, { talkingPointsId: id, no: null });
    if (newest?.body === points.draft && newest.short === points.draftShort)
      return refused(
        'unchanged',
        `Version ${newest.no} already says exactly this. Change the draft, save it, then publish.`,
      );

    const versionId = world.ids.next();
    const no = (newest?.no ?? 0) + 1;
    const done = await world.db.commit(
      {
        who,
        action: 'talking_points.publish',
        subject: { kind: 'talking_points', id },
        detail: { versionId, no },
      },
      [
        must(publishDraft, {
          id: versionId,
          talkingPointsId: id,
          body: points.draft,
          short: points.draftShort,
          changeNote,
          now: world.clock.now(),
          by: who.id,
        }),
      ],
    );
    const [published] = done?.[0]?.rows ?? [];
    return published
      ? ok({ id: versionId, no: Number(published.no) })
      : conflict(
          'Somebody else published or edited these talking points a moment ago. Open the page again to see how they stand.',
        );
  },
});
