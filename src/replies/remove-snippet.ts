import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { setSnippetRemoved } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** Takes a canned reply away, or puts it back. */
export const removeSnippet = verb({
  name: 'snippet.remove',
  by: INBOX_WRITERS,
  input: z.strictObject({ id: z.string(), back: z.boolean().default(false) }),
  async run(world, who, { id, back }) {
    const done = await world.db.commit(
      { who, action: 'snippet.remove', subject: { kind: 'snippet', id }, detail: { back } },
      [must(setSnippetRemoved, { id, removedAt: back ? null : world.clock.now() })],
    );
    return done ? ok({ id }) : conflict(back ? 'It is there already.' : 'It is gone already.');
  },
});
