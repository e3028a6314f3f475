import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { insertRelationship, relationshipBetween, relationshipById, sidesOfRelationship } from './queries.ts';
import { RELATIONSHIP_KEEPERS, relationshipFields } from './relationship-input.ts';

/** Writes down that a member knows an official: how, how well, and since when. Once for each two. */
export const addRelationship = verb({
  name: 'relationship.add',
  by: [...RELATIONSHIP_KEEPERS, 'system'],
  input: z.strictObject({
    id: z.ulid().optional(),
    memberId: z.string().min(1, 'Choose a member.'),
    officialId: z.string().min(1, 'Choose an official.'),
    ...relationshipFields,
  }),
  async run(world, who, { id = world.ids.next(), memberId, officialId, ...known }) {
    const regionId = regionOf(who);
    const sides = await world.db.first(sidesOfRelationship, { memberId, officialId });
    if (!sides || sides.memberState !== 'active' || (regionId !== null && sides.regionId !== regionId))
      return missing('That member');
    if (!sides.officialId) return missing('That official');
    await world.db.commit(
      { who, action: 'relationship.add', subject: { kind: 'member', id: memberId }, detail: { officialId } },
      [
        change(insertRelationship, {
          id,
          memberId,
          officialId,
          ...known,
          by: who.id,
          now: world.clock.now(),
        }),
      ],
    );
    const between = await world.db.first(relationshipBetween, { memberId, officialId });
    if (between && between.id !== id)
      return invalid([
        { field: 'strength', message: 'It is on record already how these two know each other. Change that.' },
      ]);
    const added = between && (await world.db.first(relationshipById, { id, regionId }));
    return added ? ok(added) : conflict('This form was sent before. Open it anew.');
  },
});
