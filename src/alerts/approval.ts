import { conflict, invalid, ok, refused, type Result } from '../platform/problem.ts';
import { audienceMoved } from './audience.ts';

interface Approving {
  approver: { id: string; isOwner: boolean };
  proposedBy: string | null;
  /** Network setting: one person may propose and approve. */
  selfApproval: boolean;
  /** Why an owner approves their own in an emergency. */
  reason: string | null;
  /** What the page showed, and what is so now. */
  seen: { hash: string; people: number };
  now: { hash: string; people: number };
}

/**
 * Whether this person may approve what they saw. An approval binds the wording's hash and the count of
 * people, and is a second person's act, except where the network allows otherwise or an owner says why.
 * @returns whether it is an approval of one's own
 */
export const mayApprove = (a: Approving): Result<{ own: boolean }> => {
  if (a.seen.hash !== a.now.hash)
    return conflict('The wording changed since you opened this page. Read it again, then approve.');
  if (audienceMoved(a.seen.people, a.now.people))
    return conflict(
      `The audience changed from ${a.seen.people} to ${a.now.people} people since you opened this page. Look at it again, then approve.`,
    );
  const own = a.proposedBy === a.approver.id;
  if (!own || a.selfApproval) return ok({ own });
  if (!a.approver.isOwner)
    return refused(
      'second-person',
      'You proposed this alert, so somebody else has to approve it. Ask the director or the owner.',
    );
  if (a.reason === null)
    return invalid([
      {
        field: 'reason',
        message: 'Say why this cannot wait for a second person. The reason is kept in the journal.',
      },
    ]);
  return ok({ own });
};
