import * as z from 'zod';
import { parseEmail } from '../platform/email-address.ts';
import { conflict, invalid, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import type { Role, Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { personName } from './add-staff.ts';
import { networkSettings } from './network-settings.ts';
import { insertInvitation, invitationById } from './queries.ts';
import { placedRole, ROLE_WORDS, roleFields } from './role.ts';
import { invitationMail } from './sign-in-mail.ts';

export const INVITATION_DAYS = 14;

/**
 * Asks a person by mail to join the staff in a role.
 * @returns the invitation, and whether the mail was taken; where it was not, send it again
 */
export const inviteStaff = verb({
  name: 'invitation.send',
  by: ['owner'],
  input: z.strictObject({ id: z.string().optional(), name: personName, email: z.string(), ...roleFields }),
  async run(world, who, input) {
    const email = parseEmail(input.email);
    if (!email.ok) return invalid([{ field: 'email', message: email.reason }]);
    const placed = await placedRole(world, input);
    if (!placed.ok) return placed;
    const id = input.id ?? world.ids.next();
    const token = world.ids.token(40);
    const now = world.clock.now();
    const done = await world.db.commit(
      {
        who,
        action: 'invitation.send',
        subject: { kind: 'invitation', id },
        detail: { role: placed.value.role },
      },
      [
        must(insertInvitation, {
          id,
          email: email.address,
          name: input.name,
          ...placed.value,
          tokenHash: await sha256(token),
          invitedBy: who.id,
          now,
          expiresAt: now + INVITATION_DAYS * 86_400_000,
        }),
      ],
    );
    // A form sent twice invites once.
    if (!done && (await world.db.first(invitationById, { id }))) return ok({ id, mailed: true });
    if (!done)
      return conflict(
        'This address is on the staff already, or an invitation to it is still open. Look at the list.',
      );
    return ok({
      id,
      mailed: await mailInvitation(world, who, { id, ...input, email: email.address, token }),
    });
  },
});

/** Mails the link of an invitation. Answers whether the mail was taken. */
export const mailInvitation = async (
  world: World,
  who: Who,
  to: { id: string; email: string; name: string; role: Role; token: string },
): Promise<boolean> => {
  const { mailFromName } = await networkSettings(world);
  const outcome = await world.mail.send(
    invitationMail({
      to: to.email,
      name: to.name,
      fromName: mailFromName,
      inviter: who.kind === 'staff' ? who.name : mailFromName,
      role: ROLE_WORDS[to.role].name.toLowerCase(),
      days: INVITATION_DAYS,
      link: `${world.settings.publicUrl}/invitations/${to.token}`,
      key: `invitation-${to.id}-${to.token.slice(-6)}`,
    }),
  );
  return outcome.kind === 'accepted';
};
