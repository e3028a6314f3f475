import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { changeRelationshipRow, relationshipById } from './queries.ts';
import { RELATIONSHIP_KEEPERS, relationshipFields } from './relationship-input.ts';

/** Says anew how a member knows an official. What a survey told becomes staff's own, and no survey changes it again. */
export const changeRelationship = verb({
  name: 'relationship.change',
  by: RELATIONSHIP_KEEPERS,
  input: z.strictObject({ id: z.string().min(1), ...relationshipFields }),
  async run(world, who, { id, ...known }) {
    const regionId = regionOf(who);
    const before = await world.db.first(relationshipById, { id, regionId });
    if (!before) return missing('That relationship');
    const done = await world.db.commit(
      {
        who,
        action: 'relationship.change',
        subject: { kind: 'member', id: before.memberId },
        detail: { officialId: before.officialId, strength: known.strength },
      },
      [must(changeRelationshipRow, { id, ...known, by: who.id, now: world.clock.now() })],
    );
    const after = done && (await world.db.first(relationshipById, { id, regionId }));
    return after ? ok(after) : conflict('Somebody else took this off at the same time. Add it again.');
  },
});
