import type { HearingAhead } from '../legislature/index.ts';
import type { RowOf } from '../platform/statement.ts';
import type { SeatMark } from '../ui/index.ts';
import { countsOf, seatsOf } from './board.ts';
import type { boardSeats } from './board-queries.ts';

const lower = (words: string) => words[0]?.toLowerCase() + words.slice(1);

/**
 * The committee of the next hearing on a priority bill as a picture: a seat for each who sits on it, coloured by
 * where they stand, the counts in words, who has not been asked and how many members could ask them.
 * @returns null where nobody sits on it
 */
export const coverageOf = (hearing: HearingAhead, rows: RowOf<typeof boardSeats>[]) => {
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
    sentence: `${marks.length} ${marks.length === 1 ? 'seat' : 'seats'}: ${counts
      .map((one) => `${one.count} ${lower(one.label)}`)
      .join(', ')}`,
    legend: counts.map(({ tone, label }) => ({ tone, label })),
    unasked: unasked.map((seat) => seat.seat),
    /** Members who reach somebody not yet asked. */
    reachers: hearing.reachers,
  };
};
export type Coverage = NonNullable<ReturnType<typeof coverageOf>>;
