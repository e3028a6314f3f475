import { addressHash } from '../people/index.ts';
import { change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { looksLikeContact } from './looks-like-contact.ts';
import { askedMember, insertReply, openConversation, upsertConversation } from './queries.ts';
import { namesOfficials, type Value } from './answer-value.ts';
import { stopOnPage } from './stop-on-page.ts';
import { storeAnswer, type Door } from './store-answer.ts';

/**
 * Keeps an answer that was given on the page or to staff, in one commit: the answer, the response, and the note as
 * a reply in the member's thread.
 * @returns null when the alert closed at that moment; `counted` false when it had closed before
 */
export const giveAnswer = async (
  world: World,
  who: Who,
  given: {
    alertId: string;
    questionId: string;
    value: Value;
    memberId: string;
    door: Door;
    deliveryId: number | null;
    /** Words beside the answer; the answer itself where words were asked for. */
    note: string;
  },
): Promise<{ counted: boolean } | null> => {
  const { note, ...answer } = given;
  const at = world.clock.now();
  const asked = await world.db.first(askedMember, given);
  const late = asked?.isOut !== 1;
  const replyId = note === '' ? null : world.ids.next();
  const isAnswer = given.value.kind === 'text';
  const { memberId, deliveryId } = given;
  const stop =
    replyId && given.door === 'web'
      ? await stopOnPage(world, who, { words: note, isAnswer, memberId, deliveryId, replyId })
      : null;
  const kept = replyId
    ? [
        change(upsertConversation, { id: world.ids.next(), memberId: given.memberId, addressHash: null, at }),
        change(insertReply, {
          id: replyId,
          channel: 'web',
          providerId: replyId,
          fromAddress: '',
          addressHash: await addressHash(world, 'email', ''),
          toAddress: '',
          subject: null,
          body: note,
          rawKey: null,
          optOutType: null,
          tokenDeliveryId: given.deliveryId,
          trust: 'verified',
          machine: null,
          memberId: given.memberId,
          threadHash: null,
          alertId: given.alertId,
          state: 'answered',
          meaning: stop?.meaning ?? 'answer',
          at,
        }),
        ...(stop?.changes ?? []),
        ...(stop || (given.door === 'web' && !isAnswer) ? [change(openConversation, { replyId })] : []),
      ]
    : [];
  const stored = storeAnswer(world, { ...answer, replyId, at }, late);
  const done = await world.db.commit(
    {
      who,
      action: 'answer.give',
      subject: { kind: 'alert', id: given.alertId },
      detail: { memberId: given.memberId, door: given.door, late },
    },
    [...kept, ...stored.changes],
    [
      ...stored.jobs,
      ...(replyId && !namesOfficials(given.value) && looksLikeContact(note)
        ? [{ kind: 'reply.about_contact', body: { replyId } }]
        : []),
    ],
  );
  return done ? { counted: !late } : null;
};
