import * as z from 'zod';
import { addContactPoint, listMembers } from '../people/index.ts';
import { conflict, missing, ok, refused } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import {
  conversationById,
  insertBinding,
  lastSender,
  memberOfId,
  moveToMember,
  setConversationState,
  takeOver,
  unboundReplies,
  upsertConversation,
} from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/**
 * Says whose a thread of an unknown sender is: its words move into that member's thread. With `keep`, the number or
 * address becomes one of the member's as well, without consent: that still has to come from them. Nothing in it is
 * counted as an answer by this. Answers with the member's thread.
 */
export const bindConversation = verb({
  name: 'inbox.bind',
  by: INBOX_WRITERS,
  input: z.strictObject({
    id: z.string(),
    memberId: z.string('Choose the member.').min(1, 'Choose the member.'),
    keep: z.boolean().default(false),
  }),
  async run(world, who, { id, memberId, keep }) {
    const conversation = await world.db.first(conversationById, { id, regionId: null });
    if (!conversation) return missing('This conversation');
    if (conversation.memberId) return refused('bind.known', 'This conversation is a member’s already.');
    if (!(await world.db.first(memberOfId, { id: memberId }))) return missing('This member');
    const [sender, replies] = await Promise.all([
      world.db.first(lastSender, { conversationId: id }),
      world.db.all(unboundReplies, { conversationId: id }),
    ]);
    let contactPointId: string | null = null;
    if (keep && sender && sender.channel !== 'web') {
      const { channel, fromAddress: address } = sender;
      const before = await listMembers(
        world,
        who,
        channel === 'sms' ? { phone: address } : { email: address },
      );
      const theirs = before.ok && before.value.data.some((one) => one.id === memberId);
      if (!theirs) {
        const added = await addContactPoint(world, who, { memberId, channel, address });
        if (!added.ok) return added;
        contactPointId = added.value.id;
      }
    }
    const now = world.clock.now();
    const bindingId = world.ids.next();
    const replyIds = replies.map((reply) => reply.id);
    const done = await world.db.commit(
      {
        who,
        action: 'inbox.bind',
        subject: { kind: 'conversation', id },
        detail: { memberId, contactPointId, replies: replyIds.length, bindingId },
      },
      [
        change(upsertConversation, {
          id: world.ids.next(),
          memberId,
          addressHash: null,
          at: conversation.lastAt,
        }),
        must(moveToMember, { ids: replyIds, memberId, conversationId: id }),
        change(takeOver, { memberId, conversationId: id }),
        change(setConversationState, { id, from: ['open', 'done'], state: 'done' }),
        change(insertBinding, {
          id: bindingId,
          conversationId: id,
          memberId,
          contactPointId,
          replyIds,
          by: who.id,
          at: now,
        }),
      ],
    );
    if (!done) return conflict('Somebody else has just said whose this is, or it holds no words of theirs.');
    return ok({ bindingId, memberId });
  },
});
