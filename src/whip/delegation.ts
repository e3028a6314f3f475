import * as z from 'zod';
import { asksAndPoints, expiryOf } from '../alerts/index.ts';
import { relationshipsOf, seatName } from '../legislature/index.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { delegates, lastHeardOf, olderInReach } from './delegation-queries.ts';

/** So many of those who know an official are named, and so many of the last contacts. */
const MOST_NAMED = 5;
const MOST_HEARD = 3;

/**
 * The delegation of the network's state in Congress: of each seat who holds it, what we ask of them, which members know
 * them and how many reach them, what was heard last, and how many of those members have an earlier version of the
 * talking points. `points` are all federal talking points that are published.
 */
export const delegation = view({
  name: 'delegation.show',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  async run(world) {
    const { state, zone } = await networkSettings(world);
    const seats = await world.db.all(delegates, { state, regionId: null });
    const officialIds = seats.flatMap(({ officialId }) => officialId ?? []);
    const [{ asks, points }, known, heard] = await Promise.all([
      asksAndPoints(world, officialIds),
      relationshipsOf(world, officialIds),
      world.db.all(lastHeardOf, { officialIds, each: MOST_HEARD }),
    ]);
    const older = await world.db.all(olderInReach, {
      pairs: seats.flatMap(({ seatId }) =>
        points.map(({ id, no }) => ({ seatId, talkingPointsId: id, newestNo: no })),
      ),
    });
    const now = world.clock.now();
    const published = points.map((one) => ({ ...one, expiry: expiryOf(one.expiresOn, now, zone) }));
    return ok({
      state,
      points: published,
      data: seats.map((seat) => {
        const about = heard.filter(({ officialId }) => officialId === seat.officialId);
        const friends = known.filter(({ officialId }) => officialId === seat.officialId);
        return {
          ...seat,
          seatName: seatName(seat),
          asks: asks.filter(({ officialId }) => officialId === seat.officialId),
          /** Those who know them best, first. */
          known: friends
            .slice(0, MOST_NAMED)
            .map(({ memberId, firstName, lastName, districtName, kind, strength }) => ({
              memberId,
              name: `${firstName} ${lastName}`,
              district: districtName,
              kind,
              strength,
            })),
          knownCount: friends.length,
          heard: about,
          contacts: about[0]?.contacts ?? 0,
          older: older
            .filter(({ seatId }) => seatId === seat.seatId)
            .map(({ talkingPointsId, members }) => ({ talkingPointsId, members })),
        };
      }),
    });
  },
});
