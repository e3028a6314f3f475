import type { CsvRow } from '../platform/csv.ts';
import { AT_LARGE, numberedSeats, seatId, US_HOUSE, type Chamber } from './chambers.ts';
import type { SeatPlace } from './reach-rows.ts';
import type { RejectedRow } from './refresh.ts';

/**
 * The seats of a new map as a file of reach names them: those of each chamber that it speaks of, and of a chamber whose
 * seats are numbered all of them. A name that cannot be a seat is rejected; so is the US Senate, which no map divides.
 * @param on the first day of the map: part of the seats' ids, since their names are those of the old map too
 */
export const preparedSeats = (
  rows: readonly CsvRow[],
  states: ReadonlyMap<string, string>,
  chambers: readonly Chamber[],
  on: string,
): { seats: SeatPlace[]; rejected: RejectedRow[] } => {
  const seats = new Map<string, SeatPlace>();
  const rejected: RejectedRow[] = [];
  const add = (chamber: Chamber, state: string, district: string) => {
    const id = `${seatId(chamber, state, district)}-${on}`;
    const { id: chamberId, level, kind } = chamber;
    seats.set(id, { seatId: id, chamberId, level, kind, state, district });
  };
  for (const { line, cells } of rows) {
    const state = states.get((cells.district_nces ?? '').trim());
    if (!state) continue;
    const named = (cells.chamber ?? '').trim().toLowerCase();
    const chamber = chambers.find(
      (one) =>
        (one.id === US_HOUSE.id && named === one.id) ||
        (one.jurisdiction === state && (named === one.kind || named === one.id)),
    );
    if (!chamber) {
      rejected.push({
        line,
        field: 'chamber',
        reason: `There is no chamber "${(cells.chamber ?? '').trim()}" of ${state} with districts here.`,
      });
      continue;
    }
    const seat = (cells.seat ?? '').trim().replace(/^0+(?=\d)/, '');
    const size = numberedSeats(chamber.id);
    const fits =
      size === null
        ? fitsUnnumbered(chamber, seat)
        : /^\d+$/.test(seat) && Number(seat) >= 1 && Number(seat) <= size;
    if (!fits) {
      const reason =
        size === null
          ? 'Name the seat, for example 2 or 1st Franklin.'
          : `The seats of the ${chamber.name} are numbered 1 to ${size}.`;
      rejected.push({ line, field: 'seat', reason });
      continue;
    }
    if (size === null)
      add(chamber, state, chamber.id === US_HOUSE.id && /^at[ -]?large$/i.test(seat) ? AT_LARGE : seat);
    else for (let no = 1; no <= size; no += 1) add(chamber, state, String(no));
  }
  return { seats: [...seats.values()], rejected };
};

const fitsUnnumbered = (chamber: Chamber, seat: string): boolean =>
  chamber.id === US_HOUSE.id ? /^(?:[1-9]\d?|at[ -]?large)$/i.test(seat) : seat !== '' && seat.length <= 100;
