import * as z from 'zod';
import { fieldProblemsOf } from './merge-problems.ts';
import { invalid, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { upsertSnippet } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';

/** Keeps a canned reply under an id: a new one, or new words of one that is there. */
export const saveSnippet = verb({
  name: 'snippet.save',
  by: INBOX_WRITERS,
  input: z.strictObject({
    id: z.string().max(40).optional(),
    title: z.string().trim().min(1, 'Give it a title.').max(60, 'Keep the title to 60 characters.'),
    words: z.string().trim().min(1, 'Write the words.').max(5_000, 'Keep the words to 5,000 characters.'),
  }),
  async run(world, who, input) {
    const problems = fieldProblemsOf('words', input.words);
    if (problems.length > 0) return invalid(problems);
    const id = input.id ?? world.ids.next();
    await world.db.commit({ who, action: 'snippet.save', subject: { kind: 'snippet', id } }, [
      change(upsertSnippet, {
        id,
        title: input.title,
        words: input.words,
        by: who.id,
        now: world.clock.now(),
      }),
    ]);
    return ok({ id });
  },
});
