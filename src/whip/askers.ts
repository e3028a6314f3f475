import { showShare, STRENGTH_WORDS } from '../legislature/index.ts';
import { localDate, showShortDay } from '../platform/days.ts';
import type { World } from '../platform/world.ts';
import { bestPlaced } from './seat-queries.ts';

const DAY_MS = 86_400_000;
/** An alert of so many days counts as having asked a member lately. */
const LATELY_DAYS = 14;

/** A member who could ask an official, with what makes them the one. */
export interface Asker {
  memberId: string;
  name: string;
  district: string | null;
  /** "Know each other well. 62% of the district." */
  why: string;
  strength: number;
  share: number;
  askedOn: string | null;
  reach: number;
}

/**
 * Who should ask each official next: who knows them best, then the largest share, then whom no alert asked lately.
 * @param regionId where only members of one region are told
 */
export const askersOf = async (
  world: World,
  {
    seats,
    regionId,
    zone,
  }: { seats: { seatId: string; officialId: string }[]; regionId: string | null; zone: string },
): Promise<Map<string, Asker[]>> => {
  const since = world.clock.now() - LATELY_DAYS * DAY_MS;
  const byOfficial = Map.groupBy(
    await world.db.all(bestPlaced, { seats, regionId, since }),
    (row) => row.officialId,
  );
  return new Map(
    [...byOfficial].map(([officialId, list]) => [
      officialId,
      list
        .toSorted(
          (a, b) => b.strength - a.strength || b.share - a.share || (a.askedAt ?? 0) - (b.askedAt ?? 0),
        )
        .map((one) => {
          const askedOn = one.askedAt === null ? null : localDate(one.askedAt, zone);
          return {
            memberId: one.memberId,
            name: `${one.firstName} ${one.lastName}`,
            district: one.districtName,
            why: [
              STRENGTH_WORDS[one.strength],
              `${showShare(one.share)} of the district`,
              askedOn && `asked ${showShortDay(askedOn)}`,
            ]
              .filter(Boolean)
              .join(', '),
            strength: one.strength,
            share: one.share,
            askedOn,
            reach: one.reach,
          };
        }),
    ]),
  );
};
