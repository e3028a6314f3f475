import type * as z from 'zod';
import { change, type Change } from '../platform/statement.ts';
import type { committeeRow, committeeSeatRow } from './kept-rows.ts';
import { dropCommittees, dropCommitteeSeats, putCommittees, putCommitteeSeats } from './queries.ts';

/** The committees of a jurisdiction are these, with these members; one where a hearing was held stays without. */
export const setCommittees = (
  jurisdiction: string,
  committees: z.output<typeof committeeRow>[],
  seats: z.output<typeof committeeSeatRow>[],
): Change[] => [
  change(putCommittees, { committees }),
  change(dropCommitteeSeats, { jurisdiction, seats }),
  change(dropCommittees, { jurisdiction, ids: committees.map(({ id }) => id) }),
  change(putCommitteeSeats, { seats }),
];
