import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { seatName } from './chambers.ts';
import { OFFICIAL_READERS } from './list-officials.ts';
import { committeeById, committeeMembers } from './queries.ts';

/** A committee and who sits on it, chairs first, each with how many members of the network reach them. */
export const showCommittee = view({
  name: 'committee.show',
  by: OFFICIAL_READERS,
  input: z.strictObject({ id: z.string().min(1) }),
  async run(world, _who, { id }) {
    const committee = await world.db.first(committeeById, { id });
    if (!committee) return missing('That committee');
    const members = (await world.db.all(committeeMembers, { id })).map((row) => {
      const { chamberId, seatLabel, state, district } = row;
      const seat =
        chamberId !== null && seatLabel !== null && state !== null && district !== null
          ? seatName({ chamberId, seatLabel, state, district })
          : null;
      return { ...row, seatName: seat };
    });
    return ok({ ...committee, members });
  },
});
