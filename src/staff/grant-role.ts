import * as z from 'zod';
import { conflict, missing, ok, refused } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { deleteSignInsOf, endApiKeysOf, endCurrentRole, insertRole, staffById } from './queries.ts';
import { placedRole, roleFields } from './role.ts';

/** Gives a person of the staff a role from now on; the one they had ends. */
export const grantRole = verb({
  name: 'role.grant',
  by: ['owner', 'system'],
  input: z.strictObject({ staffId: z.string(), ...roleFields }),
  async run(world, who, input) {
    const placed = await placedRole(world, input);
    if (!placed.ok) return placed;
    const { staffId } = input;
    const now = world.clock.now();
    const done = await world.db.commit(
      {
        who,
        action: 'role.grant',
        subject: { kind: 'staff', id: staffId },
        detail: { role: placed.value.role },
      },
      [
        change(endCurrentRole, { staffId, nextRole: placed.value.role, now }),
        must(insertRole, { id: world.ids.next(), staffId, ...placed.value, grantedBy: who.id, now }),
      ],
    );
    return done ? ok({ staffId }) : whyNot(world, staffId);
  },
});

/** Takes a person off the staff: their role ends, every browser is signed out, their API keys stop. */
export const endRole = verb({
  name: 'role.end',
  by: ['owner'],
  input: z.strictObject({ staffId: z.string() }),
  async run(world, who, { staffId }) {
    const now = world.clock.now();
    const done = await world.db.commit({ who, action: 'role.end', subject: { kind: 'staff', id: staffId } }, [
      must(endCurrentRole, { staffId, nextRole: '', now }),
      change(deleteSignInsOf, { staffId }),
      change(endApiKeysOf, { staffId, now }),
    ]);
    return done ? ok({ staffId }) : whyNot(world, staffId);
  },
});

const whyNot = async (world: World, staffId: string) => {
  const person = await world.db.first(staffById, { id: staffId });
  if (!person) return missing('That person');
  if (person.role === 'owner')
    return refused(
      'last-owner',
      `${person.name} is the only owner, and a network needs one. Make somebody else an owner first.`,
    );
  return conflict('This role was changed by somebody else meanwhile. Look again and decide anew.');
};
