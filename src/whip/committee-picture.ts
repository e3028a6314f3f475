import type { HearingAhead } from '../legislature/index.ts';
import type { World } from '../platform/world.ts';
import type { SeatMark } from '../ui/index.ts';
import { countsOf, seatsOf } from './board.ts';
import { boardSeats } from './board-queries.ts';
import { lower, sentenceOf } from './seat-words.ts';

/**
 * The committee of a hearing as a picture: a seat for each who sits on it, coloured by
 * where they stand, the counts in words, who has not been asked and how many members could ask them.
 * @returns null where nobody sits on it
 */
export const committeePicture = async (
  world: World,
  hearing: HearingAhead,
  { on, regionId }: { on: string; regionId: string | null },
) => {
  const rows = await world.db.all(boardSeats, {
    billId: hearing.billId,
    chamberId: null,
    committeeId: hearing.committeeId,
    on,
    before: on,
    regionId,
  });
  if (rows.length === 0) return null;
  const seats = seatsOf(rows, hearing.position, true);
  const counts = countsOf(seats, hearing.position);
  const marks: SeatMark[] = counts.flatMap((group) =>
    seats
      .filter((seat) => seat.group.key === group.key)
      .map((seat) => ({
        label: /\d+$/.exec(seat.seat)?.[0] ?? seat.family.slice(0, 3),
        tone: group.tone,
        href: `/agenda/bills/${hearing.billId}/board?in=${hearing.committeeId}&seat=${seat.officialId}#seat`,
        title: `${seat.seat}, ${seat.name}: ${lower(group.label)}`,
      })),
  );
  const unasked = seats.filter((seat) => !seat.spoken);
  return {
    title: `${hearing.committee} on ${hearing.billNumber}`,
    billId: hearing.billId,
    committeeId: hearing.committeeId,
    hearingAt: hearing.at,
    seats: marks,
    sentence: sentenceOf({ counts, total: marks.length }),
    legend: counts.map(({ tone, label }) => ({ tone, label })),
    unasked: unasked.map((seat) => seat.seat),
    /** Members who reach somebody not yet asked. */
    reachers: hearing.reachers,
  };
};
export type CommitteePicture = NonNullable<Awaited<ReturnType<typeof committeePicture>>>;
