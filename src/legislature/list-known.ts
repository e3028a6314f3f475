import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { seatName } from './chambers.ts';
import { officialsByKnown } from './queries.ts';
import { RELATIONSHIP_KEEPERS } from './relationship-input.ts';
import { relationshipsOf } from './relationships-of.ts';

/**
 * Everyone who holds a seat, in the order of the seats, with the members who know them, best first; or only
 * those whom nobody knows. A regional president sees what the region's members know.
 */
export const listKnown = view({
  name: 'relationship.map',
  by: RELATIONSHIP_KEEPERS,
  input: z.strictObject({
    chamberId: z.string().nullable().default(null),
    unknownOnly: z.boolean().default(false),
    cursor: z.string().default(''),
    limit: z.number().int().min(1).max(250).default(100),
  }),
  async run(world, who, { chamberId, unknownOnly, cursor, limit }) {
    const regionId = regionOf(who);
    const rows = await world.db.all(officialsByKnown, {
      chamberId,
      unknownOnly,
      regionId,
      after: cursor,
      limit: limit + 1,
    });
    const { data: page, nextCursor } = cutPage(rows, limit, (row) => row.seatId);
    const known = page.filter(({ members }) => members > 0).map(({ officialId }) => officialId);
    const by = Map.groupBy(await relationshipsOf(world, known, regionId), (one) => one.officialId);
    const data = page.map((row) => ({
      ...row,
      seatName: seatName(row),
      knownBy: (by.get(row.officialId) ?? []).map(({ memberId, firstName, lastName, strength }) => ({
        memberId,
        name: `${firstName} ${lastName}`,
        strength,
      })),
    }));
    return ok({ data, nextCursor });
  },
});
