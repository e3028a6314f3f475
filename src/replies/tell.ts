import { planOne } from '../delivery/index.ts';
import type { Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';

/** A message to one member about something they did: a confirmation, a question back, staff's answer, an invitation. */
export interface Told {
  kind: 'confirmation' | 'question' | 'answer' | 'invitation';
  /** What it answers. The same kind of message about the same thing goes to a member once only. */
  about: string;
  memberId: string;
  contactPointId: string;
  words: { sms: string } | { subject: string; email: string; answersMail?: string | null };
}

/**
 * So many confirmations reach one person by one channel within a day: enough for anybody who changes their mind,
 * and where two machines answer each other it ends there. Counted in the statement that plans, whatever runs beside.
 */
const MOST_A_DAY = 3;

/**
 * The changes that plan such a message, for the caller's own commit; then give what was done to `enqueuePlanned`.
 * It waits for no window: somebody is waiting for it.
 */
export const tell = (world: World, told: Told): Change[] =>
  planOne(world, {
    sourceKind: told.kind,
    sourceId: told.about,
    recipientId: told.memberId,
    channel: 'sms' in told.words ? 'sms' : 'email',
    contactPointId: told.contactPointId,
    wording: told.words,
    urgent: true,
    ...(told.kind === 'confirmation' && { mostADay: MOST_A_DAY }),
  });
