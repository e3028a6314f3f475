import { seatName } from './chambers.ts';
import type { Roster, RosterOfficial } from './roster.ts';

/** One row of a file that was not taken, and why. Lines count from 1, the header included. */
export interface RejectedRow {
  line: number;
  field: string;
  reason: string;
}
/** What a refresh does, or did: counts, and each change that a person should see in one sentence. */
export interface Refresh {
  kind: 'officials' | 'committees' | 'congress' | 'reach' | 'zip';
  dryRun: boolean;
  /** Under which it can be undone; null where nothing was changed. */
  importId: string | null;
  source: string;
  asOf: string;
  created: number;
  updated: number;
  unchanged: number;
  removed: number;
  rejected: RejectedRow[];
  notes: string[];
}

/** The seats of the same chambers as they are now, with who holds them. */
export interface SeatNow {
  seatId: string;
  tenureId: string | null;
  officialId: string | null;
  officialName: string | null;
}
export interface RosterDifference {
  newOfficials: number;
  changedOfficials: number;
  unchangedOfficials: number;
  newSeats: number;
  ended: number;
  vacant: number;
  /** Seats whose holder leaves or comes. */
  moves: { seatId: string; name: string; left: SeatNow; comes: string | null; note: string }[];
  /** Ids of people whose contact or party changes. */
  changed: Set<string>;
  notes: string[];
}

const FIELDS = ['name', 'given', 'family', 'party', 'email', 'phone', 'office', 'links'] as const;

/** What a roster would change about seats and people; nothing of it is written here. */
export const rosterDifference = (
  roster: Roster,
  seatsNow: SeatNow[],
  officialsNow: RosterOfficial[],
): RosterDifference => {
  const known = new Map(officialsNow.map((official) => [official.id, official]));
  const now = new Map(seatsNow.map((seat) => [seat.seatId, seat]));
  const next = new Map(roster.holders.map((holder) => [holder.seatId, holder.officialId]));
  const names = new Map(roster.officials.map((official) => [official.id, official.name]));
  const labels = new Map(roster.chambers.map((chamber) => [chamber.id, chamber]));
  const changed = roster.officials.filter((official) => {
    const before = known.get(official.id);
    return before && FIELDS.some((field) => before[field] !== official[field]);
  });
  const seats = new Map(
    roster.seats.map((seat) => [
      seat.id,
      seatName({ ...seat, seatLabel: labels.get(seat.chamberId)?.seatLabel ?? '' }),
    ]),
  );
  const moves = seatsNow
    .filter((seat) => (next.get(seat.seatId) ?? null) !== seat.officialId)
    .map((left) => {
      const name = seats.get(left.seatId) ?? left.seatId;
      const comes = next.get(left.seatId) ?? null;
      return { seatId: left.seatId, name, left, comes, note: moveWords(left, names.get(comes ?? '')) };
    });
  const leaving = moves.filter(({ left }) => left.officialId !== null);
  return {
    newOfficials: roster.officials.filter((official) => !known.has(official.id)).length,
    changedOfficials: changed.length,
    unchangedOfficials: roster.officials.length - changed.length - countNew(roster, known),
    newSeats: roster.seats.filter((seat) => !now.has(seat.id)).length,
    ended: leaving.length,
    vacant: roster.seats.filter((seat) => !next.has(seat.id)).length,
    moves,
    changed: new Set(changed.map(({ id }) => id)),
    notes: [
      ...moves.map(({ name, note }) => `${name}: ${note}`),
      ...changed.map((official) => `${official.name}: contact or party changed.`),
    ],
  };
};

const moveWords = ({ officialName }: SeatNow, comes: string | undefined): string => {
  if (officialName && comes) return `${comes} follows ${officialName}.`;
  return comes ? `${comes} takes the vacant seat.` : `${officialName} leaves, the seat is vacant.`;
};

const countNew = (roster: Roster, known: Map<string, unknown>): number =>
  roster.officials.filter((official) => !known.has(official.id)).length;
