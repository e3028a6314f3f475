import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { seatName } from './chambers.ts';
import { OFFICIAL_READERS } from './list-officials.ts';
import type { MemberOfficial } from './officials-of.ts';
import { districtsReaching, officialById, tenuresOf } from './queries.ts';

/**
 * An official with seats held now and before, committees, contact, and the school districts that reach the
 * seat with their number of members (for a regional president, of their region).
 */
export const showOfficial = view({
  name: 'official.show',
  by: OFFICIAL_READERS,
  input: z.strictObject({ id: z.string().min(1) }),
  async run(world, who, { id }) {
    const official = await world.db.first(officialById, { id });
    if (!official) return missing('That official');
    const tenures = (await world.db.all(tenuresOf, { id })).map((row) => ({
      ...row,
      seatName: seatName(row),
    }));
    const seat = tenures.find((tenure) => tenure.toOn === null) ?? null;
    return ok({
      ...official,
      committees: JSON.parse(official.committees) as MemberOfficial['committees'],
      links: JSON.parse(official.links) as string[],
      override: JSON.parse(official.override) as Record<string, string>,
      seat,
      tenures,
      districts: seat
        ? await world.db.all(districtsReaching, { seatId: seat.seatId, regionId: regionOf(who) })
        : [],
    });
  },
});
