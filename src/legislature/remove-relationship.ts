import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must, type Change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { regionOf, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { relationshipById, removeRelationshipRow, restoreRelationshipRow } from './queries.ts';
import { RELATIONSHIP_KEEPERS } from './relationship-input.ts';

const input = z.strictObject({ id: z.string().min(1) });

const settle = async (world: World, who: Who, id: string, act: 'remove' | 'restore', settled: Change) => {
  const regionId = regionOf(who);
  const found = await world.db.first(relationshipById, { id, regionId });
  if (!found) return missing('That relationship');
  const { memberId, officialId } = found;
  const done = await world.db.commit(
    {
      who,
      action: `relationship.${act}`,
      subject: { kind: 'member', id: memberId },
      detail: { officialId },
    },
    [settled],
  );
  if (done) return ok(found);
  return conflict(
    act === 'remove'
      ? 'This is off the pages already.'
      : 'It is on the pages already, or the two have another entry by now.',
  );
};

/** Takes off that a member knows an official; `restoreRelationship` takes that back. */
export const removeRelationship = verb({
  name: 'relationship.remove',
  by: RELATIONSHIP_KEEPERS,
  input,
  run: (world, who, { id }) =>
    settle(world, who, id, 'remove', must(removeRelationshipRow, { id, now: world.clock.now() })),
});

/** Takes back that a relationship was taken off, unless the two have another by now. */
export const restoreRelationship = verb({
  name: 'relationship.restore',
  by: RELATIONSHIP_KEEPERS,
  input,
  run: (world, who, { id }) => settle(world, who, id, 'restore', must(restoreRelationshipRow, { id })),
});
