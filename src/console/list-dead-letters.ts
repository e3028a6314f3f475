import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { countDeadLetters, openDeadLetters } from './dead-letter-queries.ts';

/** The most that are shown, replayed or discarded at once. */
export const MOST_LETTERS = 200;

/** Messages that were given up and wait for a person, the latest 200, and how many there are in all. */
export const listDeadLetters = view({
  name: 'dead_letter.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  async run(world) {
    const [letters, count] = await Promise.all([
      world.db.all(openDeadLetters, { ids: null, limit: MOST_LETTERS }),
      world.db.first(countDeadLetters, {}),
    ]);
    return ok({ data: letters, count: count?.count ?? 0 });
  },
});
export type DeadLetterRow = {
  id: string;
  queue: string;
  kind: string;
  body: string;
  problem: string | null;
  attempts: number;
  arrivedAt: number;
};
