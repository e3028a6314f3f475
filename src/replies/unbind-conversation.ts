import * as z from 'zod';
import { removeContactPoint } from '../people/index.ts';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { bindingById, moveBack, setConversationState, undoBinding } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/**
 * Undoes what staff said of whose a thread is: its words go back to the unknown sender's, and a number or address that became the
 * member's by it is taken from them. Answers with the sender's thread.
 */
export const unbindConversation = verb({
  name: 'inbox.unbind',
  by: INBOX_WRITERS,
  input: z.strictObject({ bindingId: z.string() }),
  async run(world, who, { bindingId }) {
    const binding = await world.db.first(bindingById, { id: bindingId });
    if (!binding) return missing('This change');
    const { conversationId, memberId, contactPointId } = binding;
    const ids = JSON.parse(binding.replyIds) as string[];
    const done = await world.db.commit(
      {
        who,
        action: 'inbox.unbind',
        subject: { kind: 'conversation', id: conversationId },
        detail: { memberId, bindingId, replies: ids.length },
      },
      [
        must(undoBinding, { id: bindingId, now: world.clock.now() }),
        change(moveBack, { ids, memberId, conversationId }),
        change(setConversationState, { id: conversationId, from: ['done'], state: 'open' }),
      ],
    );
    if (!done) return conflict('Somebody else has just undone this.');
    // One that is gone already was taken away by hand.
    if (contactPointId) await removeContactPoint(world, who, { memberId, id: contactPointId });
    return ok({ id: conversationId });
  },
});
