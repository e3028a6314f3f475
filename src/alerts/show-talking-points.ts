import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { pointsVersion, talkingPointsRow, versionRows } from './talking-points-queries.ts';

/** The newest published version of talking points, or null where none is published yet. */
export const newestVersion = (world: World, talkingPointsId: string) =>
  world.db.first(pointsVersion, { talkingPointsId, no: null });

const input = z.strictObject({
  id: z.string(),
  /** A version by its number; the newest where it is left out. */
  no: z.int().min(1).nullable().default(null),
});

/**
 * Talking points with one version's words and the list of versions; the draft for those who write. Partners
 * see the newest version of what is shared.
 */
export const showTalkingPoints = view({
  name: 'talking_points.show',
  by: ['owner', 'director', 'coordinator', 'staff', 'partner', 'system'],
  input,
  async run(world, who, { id, no }) {
    const partner = who.kind === 'staff' && who.role === 'partner';
    const [points, version, newest, versions] = await Promise.all([
      world.db.first(talkingPointsRow, { id }),
      world.db.first(pointsVersion, { talkingPointsId: id, no }),
      newestVersion(world, id),
      world.db.all(versionRows, { talkingPointsId: id }),
    ]);
    if (!points || (partner && (points.shared === 0 || !newest))) return missing('These talking points');
    if (no !== null && (!version || (partner && version.no !== newest?.no))) return missing(`Version ${no}`);
    return ok({
      ...points,
      shared: points.shared === 1,
      draft: partner ? null : points.draft,
      unpublished: !partner && points.draft !== (newest?.body ?? ''),
      version,
      newestNo: newest?.no ?? null,
      versions: partner ? versions.slice(0, 1) : versions,
    });
  },
});
