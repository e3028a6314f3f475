import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { partnerOf } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { expiryOf } from './points-expiry.ts';
import { mergeFacts, NOBODY } from './points-facts.ts';
import { readerRead } from './points-reader.ts';
import { partners, pointsVersion, talkingPointsRow, versionRows } from './talking-points-queries.ts';

/** The newest published version of talking points, or null where none is published yet. */
export const newestVersion = (world: World, talkingPointsId: string) =>
  world.db.first(pointsVersion, { talkingPointsId, no: null });

/** One published version by its number, the newest where none is given; null where there is none. */
export const versionNo = (world: World, talkingPointsId: string, no: number | null) =>
  world.db.first(pointsVersion, { talkingPointsId, no });

/** The published versions, newest first, without their words. */
export const versionsOf = (world: World, talkingPointsId: string) =>
  world.db.all(versionRows, { talkingPointsId });

const input = z.strictObject({
  id: z.string(),
  /** A version by its number; the newest where it is left out. */
  no: z.int().min(1).nullable().default(null),
  /** NCES id of the district with whose figures `words` are read; nobody's where it is left out. */
  district: z.string().nullable().default(null),
});

/**
 * Talking points with one version's words and the list of versions; the draft for those who write. `words` are the
 * version as it is read, figures in place. Partners see the newest version of what is shared with
 * their organization, as it is read.
 */
export const showTalkingPoints = view({
  name: 'talking_points.show',
  by: ['owner', 'director', 'coordinator', 'staff', 'partner', 'system'],
  input,
  async run(world, who, { id, no, district }) {
    const organization = partnerOf(who);
    const partner = organization !== null;
    const { zone } = await networkSettings(world);
    const [[points], [version = null], [newest], versions, [reader = NOBODY], others] =
      await world.db.together(
        read(talkingPointsRow, { id, partner: organization }),
        read(pointsVersion, { talkingPointsId: id, no }),
        read(pointsVersion, { talkingPointsId: id, no: null }),
        read(versionRows, { talkingPointsId: id }),
        readerRead({ nces: partner ? null : district }),
        partner ? null : read(partners, {}),
      );
    if (!points || (partner && !newest)) return missing('These talking points');
    if (no !== null && (!version || (partner && version.no !== newest?.no))) return missing(`Version ${no}`);
    const words = version && mergeFacts(version.body, reader);
    return ok({
      ...points,
      shared: points.shared === 1,
      /** Ids of the organizations that it is shared with; null where with every partner, or with none. */
      sharedWith: partner || points.sharedWith === null ? null : (JSON.parse(points.sharedWith) as string[]),
      /** Organizations that it can be shared with. */
      partners: others,
      variantId: partner ? null : points.variantId,
      variantPublished: !partner && points.variantPublished === 1,
      draft: partner ? null : points.draft,
      draftShort: partner ? null : points.draftShort,
      expiry: expiryOf(points.expiresOn, world.clock.now(), zone),
      unpublished:
        !partner && (points.draft !== (newest?.body ?? '') || points.draftShort !== (newest?.short ?? '')),
      version: version && partner && words ? { ...version, body: words.body } : version,
      words: words?.body ?? null,
      /** The figures that stand in `words`, with their days and sources. */
      figures: words?.used ?? [],
      readIn: reader.district,
      newestNo: newest?.no ?? null,
      versions: partner ? versions.slice(0, 1) : versions,
    });
  },
});
