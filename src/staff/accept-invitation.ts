import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { anyStaffByEmail, closeInvitation, insertRole, insertStaff, openInvitation } from './queries.ts';

/** The open invitation that a link's token belongs to, or null: used, withdrawn, past its time, or never made. */
export const invitationOf = async (world: World, token: string) =>
  world.db.first(openInvitation, { tokenHash: await sha256(token), now: world.clock.now() });

/**
 * Takes up an invitation, once. Whoever holds the link reads the mailbox it was sent to, so the address is
 * proven. Somebody who was on the staff before comes back as the same person.
 * @returns the person, ready to be signed in
 */
export const acceptInvitation = verb({
  name: 'invitation.accept',
  by: ['system'],
  input: z.strictObject({ token: z.string() }),
  async run(world, _who, { token }) {
    const invitation = await invitationOf(world, token);
    if (!invitation) return missing('This invitation');
    const { id, email, name, role, regionId, organizationId } = invitation;
    const known = await world.db.first(anyStaffByEmail, { email });
    const staffId = known?.id ?? world.ids.next();
    const now = world.clock.now();
    const done = await world.db.commit(
      {
        who: { kind: 'staff', id: staffId, name, role },
        action: 'invitation.accept',
        subject: { kind: 'invitation', id },
        detail: { role },
      },
      [
        must(closeInvitation, { id, now }),
        change(insertStaff, { id: staffId, name, email, now }),
        must(insertRole, {
          id: world.ids.next(),
          staffId,
          role,
          regionId,
          organizationId,
          grantedBy: `invitation:${id}`,
          now,
        }),
      ],
    );
    return done
      ? ok({ staffId, email })
      : conflict(
          'This invitation was taken up already, or you have a role by now. Sign in with your address.',
        );
  },
});
