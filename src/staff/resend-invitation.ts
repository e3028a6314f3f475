import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import { INVITATION_DAYS, mailInvitation } from './invite-staff.ts';
import { renewInvitation, waitingInvitations } from './queries.ts';

/**
 * Mails an invitation that nobody has accepted once more, with a new link and its full time; the link before stops.
 * @returns whether the mail was taken
 */
export const resendInvitation = verb({
  name: 'invitation.resend',
  by: ['owner'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const waiting = (await world.db.all(waitingInvitations, {})).find((one) => one.id === id);
    const token = world.ids.token(40);
    const now = world.clock.now();
    const done =
      waiting &&
      (await world.db.commit(
        {
          who,
          action: 'invitation.resend',
          subject: { kind: 'invitation', id },
          detail: { role: waiting.role },
        },
        [
          must(renewInvitation, {
            id,
            tokenHash: await sha256(token),
            now,
            expiresAt: now + INVITATION_DAYS * 86_400_000,
          }),
        ],
      ));
    return done
      ? ok({ id, mailed: await mailInvitation(world, who, { ...waiting, token }) })
      : conflict('This invitation was accepted or withdrawn meanwhile. Look at the list.');
  },
});
