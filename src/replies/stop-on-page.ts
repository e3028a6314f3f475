import { suppressionChanges } from '../people/index.ts';
import type { Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { channelChanges } from './change-channel.ts';
import { looksLikeOptOut } from './opt-out.ts';
import { alertOfDelivery } from './queries.ts';

/**
 * What a member wrote on the page of a delivery, read for an opt-out as a text or mail would be. It is about the
 * number or address that the delivery went to.
 * @param said.isAnswer the words are the answer to a question: then they hold at most, and never close
 * @returns null where they ask for nothing of the kind
 */
export const stopOnPage = async (
  world: World,
  who: Who,
  said: { words: string; isAnswer: boolean; memberId: string; deliveryId: number | null; replyId: string },
): Promise<{ meaning: string; changes: Change[] } | null> => {
  const optOut = looksLikeOptOut(said.words);
  if (optOut === null) return null;
  const { memberId, deliveryId } = said;
  const evidence = { kind: 'reply', id: said.replyId };
  if ((optOut === 'to_email' || optOut === 'to_sms') && !said.isAnswer) {
    const to = optOut === 'to_email' ? 'email' : 'sms';
    const { changes } = await channelChanges(world, { memberId, to, evidence, who });
    return { meaning: optOut, changes };
  }
  const delivery = deliveryId === null ? null : await world.db.first(alertOfDelivery, { deliveryId });
  if (!delivery?.address) return { meaning: 'unclear_opt_out', changes: [] };
  const { channel, address } = delivery;
  const clear = !said.isAnswer && (optOut === 'keyword' || optOut === 'clear');
  const reason = !clear ? 'held' : channel === 'sms' ? 'stopped' : 'unsubscribed';
  return {
    meaning: clear ? 'stop' : 'unclear_opt_out',
    changes: await suppressionChanges(world, { channel, address, reason, byCarrier: false, evidence, who }),
  };
};
