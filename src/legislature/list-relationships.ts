import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { officialsKnown } from './queries.ts';
import { RELATIONSHIP_KEEPERS } from './relationship-input.ts';
import { relationshipsOf } from './relationships-of.ts';

/** Which members know an official, who knows them best first; for a regional president, of the region's members. */
export const listRelationships = view({
  name: 'relationship.list',
  by: RELATIONSHIP_KEEPERS,
  input: z.strictObject({ officialId: z.string().min(1) }),
  async run(world, who, { officialId }) {
    const rows = await relationshipsOf(world, [officialId], regionOf(who));
    return ok({ data: rows.map(({ regionId: _regionId, ...row }) => row), nextCursor: null });
  },
});

/** Which officials a member knows, best first. */
export const listOfficialsKnown = view({
  name: 'relationship.list_of_member',
  by: RELATIONSHIP_KEEPERS,
  input: z.strictObject({ memberId: z.string().min(1) }),
  async run(world, who, { memberId }) {
    const data = await world.db.all(officialsKnown, { memberId, regionId: regionOf(who) });
    return ok({ data, nextCursor: null });
  },
});
