import type { PendingConfirmation } from '../replies/index.ts';
import { MOST_ASKS } from './ask-member.ts';
import { besideReply } from './beside-reply.ts';
import { correctionIn } from './correction-in-words.ts';
import { askedAbout, replyForReport } from './queries.ts';

/** A bare "1" means the draft for a day; later it is an answer to the alert again. */
const LIVES_MS = 24 * 3_600_000;
const RIGHT =
  /^\W*(?:1|one|right|correct|yes|yep|y|ok|si|sí|1 right|that'?s right)\W*(?:thanks|thank you)?\W*$/i;
const FIX = /^\W*(?:2|two|fix|wrong|incorrect|2 fix|no)\W*$/i;

/**
 * Whether a message answers "1 right 2 fix": only where that was the last thing that the member was asked, and not
 * longer than a day ago. Other words are a correction where they name an official or a stance and no new contact.
 */
export const pendingConfirmation: PendingConfirmation = async (world, { memberId, text, at }) => {
  const [asked] = await world.db.all(askedAbout, { memberId, after: at - LIVES_MS, at });
  if (!asked?.replyId) return null;
  const about = { replyId: asked.replyId, alertId: asked.alertId };
  if (RIGHT.test(text)) return { ...about, says: 'right', staff: false };
  if (FIX.test(text)) return { ...about, says: 'fix', staff: false };
  const reply = await world.db.first(replyForReport, { replyId: asked.replyId });
  if (!reply) return null;
  const said = correctionIn(text, await besideReply(world, { ...reply, memberId }));
  return said ? { ...about, says: 'words', staff: asked.asks >= MOST_ASKS } : null;
};
