import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { readConversation } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** Staff have opened a thread: nothing in it is unread. It waits on until it is answered or put away. */
export const markRead = verb({
  name: 'inbox.read',
  by: INBOX_WRITERS,
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const done = await world.db.commit({ who, action: 'inbox.read', subject: { kind: 'conversation', id } }, [
      must(readConversation, { id }),
    ]);
    return ok({ changed: done !== null });
  },
});
