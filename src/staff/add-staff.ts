import * as z from 'zod';
import { parseEmail } from '../platform/email-address.ts';
import { conflict, invalid, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { insertRole, insertStaff } from './queries.ts';
import { placedRole, roleFields } from './role.ts';

export const personName = z
  .string()
  .trim()
  .min(1, 'Write the person’s name.')
  .max(120, 'At most 120 characters.');

/** Puts a person on the staff with a role, without an invitation: whoever adds them vouches for the address. */
export const addStaff = verb({
  name: 'staff.add',
  by: ['owner', 'system'],
  input: z.strictObject({ id: z.string().optional(), name: personName, email: z.string(), ...roleFields }),
  async run(world, who, input) {
    const email = parseEmail(input.email);
    if (!email.ok) return invalid([{ field: 'email', message: email.reason }]);
    const placed = await placedRole(world, input);
    if (!placed.ok) return placed;
    const id = input.id ?? world.ids.next();
    const now = world.clock.now();
    const done = await world.db.commit(
      { who, action: 'staff.add', subject: { kind: 'staff', id }, detail: { role: placed.value.role } },
      [
        must(insertStaff, { id, name: input.name, email: email.address, now }),
        must(insertRole, {
          id: world.ids.next(),
          staffId: id,
          ...placed.value,
          grantedBy: who.id,
          now,
        }),
      ],
    );
    return done
      ? ok({ id })
      : conflict('Somebody with this address is on the staff already. Change their role instead.');
  },
});
