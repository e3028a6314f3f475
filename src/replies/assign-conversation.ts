import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { conversationById, setAssignee } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** Gives a thread to one staff person, or to nobody. */
export const assignConversation = verb({
  name: 'inbox.assign',
  by: INBOX_WRITERS,
  input: z.strictObject({ id: z.string(), staffId: z.string().nullable() }),
  async run(world, who, { id, staffId }) {
    if (!(await world.db.first(conversationById, { id, regionId: null })))
      return missing('This conversation');
    const done = await world.db.commit(
      { who, action: 'inbox.assign', subject: { kind: 'conversation', id }, detail: { staffId } },
      [must(setAssignee, { id, staffId, by: who.id, now: world.clock.now() })],
    );
    return done ? ok({ id }) : conflict('This person has no role any more. Choose somebody else.');
  },
});
