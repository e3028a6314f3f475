import { OFFICIAL_STANCES, seatName, type OfficialStance } from '../legislature/index.ts';
import { seenFromUs } from '../lobbying/index.ts';
import type { RowOf } from '../platform/statement.ts';
import type { Tone } from '../ui/index.ts';
import type { Asker } from './askers.ts';
import type { boardSeats, heardFrom, stancesOverTime } from './board-queries.ts';

type SeatRow = RowOf<typeof boardSeats>;
type Stand = string | null;

/** What a seat is coloured and counted by; `key` is what addresses and files call it. */
export interface Group {
  key: string;
  label: string;
  tone: Tone;
}
const KEYS: Record<string, string> = {
  'support-2': 'with-us',
  'support-1': 'leaning-our-way',
  undecided: 'undecided',
  'oppose-1': 'leaning-against',
  'oppose-2': 'against',
};
const NOT_HEARD: Group = { key: 'not-heard', label: 'Not heard yet', tone: 'none' };
const VACANT: Group = { key: 'vacant', label: 'Vacant', tone: 'none' };

const groupOf = (stance: OfficialStance, position: Stand): Group => {
  const seen = seenFromUs(stance, position);
  return { key: KEYS[seen.tone] ?? '', ...seen };
};

/** The groups of a board from the left of the house to its right: those with us, those between, those against. */
export const groupsFor = (position: Stand): Group[] => {
  const heard = OFFICIAL_STANCES.map((stance) => groupOf(stance, position));
  const ours = position === 'oppose' ? heard.toReversed() : heard;
  return [...ours.slice(0, 3), NOT_HEARD, VACANT, ...ours.slice(3)];
};

/** "HD 78"; null for a person who holds no seat now. */
export const seatOf = (row: Pick<SeatRow, 'chamberId' | 'seatLabel' | 'state' | 'district'>): string | null =>
  row.chamberId !== null && row.seatLabel !== null && row.state !== null && row.district !== null
    ? seatName({
        chamberId: row.chamberId,
        seatLabel: row.seatLabel,
        state: row.state,
        district: row.district,
      })
    : null;

/** Who reported a contact, as the reader may know it; null where they may not. */
export const reporterOf = (
  row: Pick<SeatRow, 'memberId' | 'memberName' | 'memberDistrict' | 'staffName'>,
  named: boolean,
): string | null => {
  if (!named) return null;
  if (row.memberName) return [row.memberName, row.memberDistrict].filter(Boolean).join(', ');
  return row.memberId ? 'A member of another region' : row.staffName;
};

/** A seat of the board as pages and files show it. */
export interface BoardSeat {
  seatId: string | null;
  officialId: string | null;
  seat: string;
  /** "Rep. Ada Kestrelman" */
  name: string;
  family: string;
  party: string | null;
  role: string | null;
  stance: OfficialStance | null;
  group: Group;
  /** Where they stood a week before, where that was another. */
  was: Group | null;
  /** Heard within the week for the first time. */
  isNew: boolean;
  onDate: string | null;
  by: string | null;
  /** Somebody spoke with them, whatever was heard. */
  spoken: boolean;
  askers: Asker[];
}

/** The rows of a board as its pages read them. @param named whether the reader may know members by name */
export const seatsOf = (rows: SeatRow[], position: Stand, named: boolean): BoardSeat[] =>
  rows.map((row) => {
    const group = row.officialId === null ? VACANT : row.stance ? groupOf(row.stance, position) : NOT_HEARD;
    const before = row.was && groupOf(row.was, position);
    return {
      seatId: row.seatId,
      officialId: row.officialId,
      seat: seatOf(row) ?? 'no seat now',
      name: row.name === null ? 'Vacant' : [row.title, row.name].filter(Boolean).join(' '),
      family: row.family ?? 'Vacant',
      party: row.party,
      role: row.role === 'member' ? null : row.role,
      stance: row.stance,
      group,
      was: before && before.key !== group.key ? before : null,
      isNew: row.stance !== null && row.was === null,
      onDate: row.onDate,
      by: row.stance ? reporterOf(row, named) : null,
      spoken: row.spoken === 1,
      askers: [],
    };
  });

/** The seats of one party, or of one group by its key. */
export const narrowed = (seats: BoardSeat[], by: { party?: string; group?: string }): BoardSeat[] =>
  seats.filter(
    (seat) => (!by.party || seat.party === by.party) && (!by.group || seat.group.key === by.group),
  );

/** How many seats stand in each group, in the order of the house; groups without a seat left out. */
export const countsOf = (seats: BoardSeat[], position: Stand) =>
  groupsFor(position)
    .map((group) => ({ ...group, count: seats.filter((seat) => seat.group.key === group.key).length }))
    .filter((group) => group.count > 0);

/** The counts of some days, each of all who sit there: what nobody had heard by then is the rest. */
export const overTime = (
  rows: RowOf<typeof stancesOverTime>[],
  days: string[],
  officials: number,
  position: Stand,
) =>
  days.map((day) => {
    const heard = rows.filter((row) => row.onDay === day && row.stance !== null);
    const of = (key: string) =>
      heard
        .filter((row) => row.stance && groupOf(row.stance, position).key === key)
        .reduce((sum, row) => sum + row.officials, 0);
    const parts = groupsFor(position)
      .filter((group) => group.key !== VACANT.key && group.key !== NOT_HEARD.key)
      .map((group) => ({ ...group, count: of(group.key) }));
    return { day, parts, notHeard: officials - parts.reduce((sum, part) => sum + part.count, 0) };
  });

/** What was said with an official, as the reader may know it. */
export const heardIn = (rows: RowOf<typeof heardFrom>[], position: Stand, named: boolean) =>
  rows.map((row) => ({
    id: row.id,
    onDate: row.onDate,
    method: row.method,
    group: row.stance ? groupOf(row.stance, position) : null,
    note: named ? row.note : '',
    by: reporterOf(row, named),
  }));
