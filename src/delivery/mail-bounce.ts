import type { Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { wordChanges } from './result-queries.ts';
import { mailStatus } from './status-rank.ts';

/** A report that a mail came back, read from a mail. */
export interface MailBounce {
  deliveryId: number;
  /** The delivery's current attempt. */
  attempt: number;
  /** `permanent`: no such address; `passing`: full or slow; `policy`: refused for what it is, no fault of the address. */
  lasting: 'permanent' | 'passing' | 'policy';
  /** Enhanced status code (RFC 3463), where one was told. */
  status: string | null;
}

const REASONS: Record<MailBounce['lasting'], string> = {
  permanent: 'The mailbox does not exist or refuses mail',
  passing: 'The mailbox is full or could not be reached',
  policy: 'The mail was refused by a rule of the receiving server',
};
/** What counts against an address, as from the provider, and what does not. */
const CODES: Record<MailBounce['lasting'], string> = {
  permanent: 'email.bounced',
  passing: 'email.bounced',
  policy: 'email.refused',
};

/**
 * The changes by which a bounce that came as a mail moves its delivery, for a commit of the caller's: it ranks as
 * the provider's own word, so that it holds against an earlier "delivered" and says nothing twice.
 */
export const mailBounceChanges = (world: World, bounce: MailBounce): Change[] => {
  const word = mailStatus('email.bounced');
  if (!word) return [];
  return wordChanges(
    [
      {
        id: bounce.deliveryId,
        attempt: bounce.attempt,
        ...word,
        code: CODES[bounce.lasting],
        reason: `${REASONS[bounce.lasting]}${bounce.status ? ` (${bounce.status})` : ''}`,
      },
    ],
    world.clock.now(),
  );
};
