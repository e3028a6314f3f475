import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { conversationById, handleReplies, setConversationState } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

const input = z.strictObject({ id: z.string() });

/** Puts a thread away: read, and nothing in it waits any more. */
export const closeConversation = verb({
  name: 'inbox.close',
  by: INBOX_WRITERS,
  input,
  async run(world, who, { id }) {
    if (!(await world.db.first(conversationById, { id, regionId: null })))
      return missing('This conversation');
    const done = await world.db.commit(
      { who, action: 'inbox.close', subject: { kind: 'conversation', id } },
      [
        must(setConversationState, { id, from: ['open'], state: 'done' }),
        change(handleReplies, { conversationId: id }),
      ],
    );
    return done ? ok({ id }) : conflict('Somebody else has just put this conversation away.');
  },
});

/** Brings a thread back in front of staff. */
export const reopenConversation = verb({
  name: 'inbox.reopen',
  by: INBOX_WRITERS,
  input,
  async run(world, who, { id }) {
    if (!(await world.db.first(conversationById, { id, regionId: null })))
      return missing('This conversation');
    const done = await world.db.commit(
      { who, action: 'inbox.reopen', subject: { kind: 'conversation', id } },
      [must(setConversationState, { id, from: ['done'], state: 'open' })],
    );
    return done ? ok({ id }) : conflict('This conversation is open already.');
  },
});
