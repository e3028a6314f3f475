import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { anyChange, compareWords } from './compare-words.ts';
import { pointsVersion, talkingPointsRow } from './talking-points-queries.ts';

/**
 * What changed between two versions: lines in reading order, each in runs that stand in both, were added or were
 * removed. Without `from`, from the version before; without `to`, what the draft would change.
 */
export const compareTalkingPoints = view({
  name: 'talking_points.compare',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string(),
    from: z.int().min(1).nullable().default(null),
    to: z.int().min(1).nullable().default(null),
  }),
  async run(world, _who, { id, from, to }) {
    const earlier = from ?? (to === null ? null : Math.max(1, to - 1));
    const [[points], [before], [after = null]] = await world.db.together(
      read(talkingPointsRow, { id, partner: null }),
      read(pointsVersion, { talkingPointsId: id, no: earlier }),
      to === null ? null : read(pointsVersion, { talkingPointsId: id, no: to }),
    );
    if (!points) return missing('These talking points');
    if (!before) return missing(from === null ? 'A published version of these' : `Version ${from}`);
    if (to !== null && !after) return missing(`Version ${to}`);
    const lines = compareWords(before.body, after?.body ?? points.draft);
    const short = compareWords(before.short, after?.short ?? points.draftShort);
    return ok({
      id,
      title: points.title,
      from: { no: before.no, publishedAt: before.publishedAt },
      /** Null: the draft. */
      to: after && { no: after.no, publishedAt: after.publishedAt, changeNote: after.changeNote },
      changed: anyChange(lines) || anyChange(short),
      lines,
      short,
    });
  },
});
