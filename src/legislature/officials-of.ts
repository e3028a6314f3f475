import type { World } from '../platform/world.ts';
import { seatName } from './chambers.ts';
import { officialsOfDistrictRows, officialsOfMemberRows } from './queries.ts';
import type { RowOf } from '../platform/statement.ts';

/** An official as those see them whose school district reaches the seat. */
export interface MemberOfficial {
  officialId: string;
  name: string;
  given: string;
  family: string;
  title: 'Sen.' | 'Rep.';
  chamberId: string;
  chamberName: string;
  level: 'state' | 'federal';
  seatId: string;
  /** How people name the seat: "HD 78", "MT-2". */
  seatName: string;
  state: string;
  district: string;
  party: string | null;
  phone: string | null;
  email: string | null;
  /** How much of the school district lies in the seat's district: more than 0, at most 1. */
  share: number;
  committees: { id: string; name: string; role: string }[];
}
type OfficialRow = Omit<RowOf<typeof officialsOfDistrictRows>, 'share'>;

/** A row of any statement about holders of seats, in the shape that other slices see. */
export const memberOfficial = (row: OfficialRow, share: number): MemberOfficial => {
  const { kind: _kind, seatLabel, committees, ...rest } = row;
  return {
    ...rest,
    seatName: seatName({ ...rest, seatLabel }),
    share,
    committees: JSON.parse(committees) as MemberOfficial['committees'],
  };
};

/** Whom a school district reaches: the state's officials first, then Congress, the largest share first. */
export const officialsOfDistrict = async (world: World, nces: string): Promise<MemberOfficial[]> =>
  (await world.db.all(officialsOfDistrictRows, { nces })).map((row) => memberOfficial(row, row.share));

/** A member's own officials, by their school district; none where the member has no district. */
export const officialsOfMember = async (world: World, memberId: string): Promise<MemberOfficial[]> =>
  (await world.db.all(officialsOfMemberRows, { memberId })).map((row) => memberOfficial(row, row.share));
