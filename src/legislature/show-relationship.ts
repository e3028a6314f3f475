import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { relationshipById } from './queries.ts';
import { RELATIONSHIP_KEEPERS } from './relationship-input.ts';

/** How a member knows an official, while it is on record. */
export const showRelationship = view({
  name: 'relationship.show',
  by: RELATIONSHIP_KEEPERS,
  input: z.strictObject({ id: z.string().min(1) }),
  async run(world, who, { id }) {
    const found = await world.db.first(relationshipById, { id, regionId: regionOf(who) });
    return found && found.removedAt === null ? ok(found) : missing('That relationship');
  },
});
