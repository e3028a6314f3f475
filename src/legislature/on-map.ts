import type { Roster, RosterSeat } from './roster.ts';

/** A seat of any map, as the table has it. */
export interface MapSeat {
  seatId: string;
  chamberId: string;
  state: string;
  district: string;
  fromOn: string | null;
  /** The day its map ended; null while it is in force, the day it begins while it is only prepared. */
  toOn: string | null;
}
const placeOf = (seat: { chamberId: string; state: string; district: string }) =>
  `${seat.chamberId} ${seat.state} ${seat.district.toLowerCase()}`;

/**
 * A roster on the map in force. A file knows seats by their district alone; after a redistricting the district of that
 * name is another seat, with an id and a first day of its own. Before one, ids are as the file makes them.
 */
export const onMap = (roster: Roster, seats: readonly MapSeat[]): Roster => {
  const inForce = new Map(
    seats.filter(({ toOn }) => toOn === null).map((seat) => [placeOf(seat), seat.seatId]),
  );
  const taken = new Set(seats.map(({ seatId }) => seatId));
  const redrawn = new Map<string, string>();
  for (const { chamberId, state, fromOn, toOn } of seats)
    if (toOn !== null && toOn !== fromOn) {
      const map = `${chamberId} ${state}`;
      redrawn.set(map, [redrawn.get(map) ?? '', toOn].toSorted().at(-1) ?? toOn);
    }
  const ids = new Map<string, string>();
  const placed = roster.seats.map((seat): RosterSeat => {
    const known = inForce.get(placeOf(seat));
    const fromOn = redrawn.get(`${seat.chamberId} ${seat.state}`) ?? null;
    const id = known ?? (taken.has(seat.id) ? `${seat.id}-${fromOn ?? roster.asOf}` : seat.id);
    ids.set(seat.id, id);
    return { ...seat, id, fromOn };
  });
  return {
    ...roster,
    seats: placed,
    holders: roster.holders.map((holder) => ({ ...holder, seatId: ids.get(holder.seatId) ?? holder.seatId })),
  };
};
