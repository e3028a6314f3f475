import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { openDeadLetters, settleDeadLetters } from './dead-letter-queries.ts';
import { MOST_LETTERS } from './list-dead-letters.ts';

/**
 * Sets messages that were given up aside for good. The rows stay, with who decided it and when.
 * @param input.ids absent: all that wait, 200 at a time
 * @returns how many were set aside
 */
export const discardDeadLetters = verb({
  name: 'dead_letter.discard',
  by: ['owner', 'director'],
  input: z.strictObject({ ids: z.array(z.string()).min(1).max(MOST_LETTERS).optional() }),
  async run(world, who, { ids }) {
    const letters = await world.db.all(openDeadLetters, { ids: ids ?? null, limit: MOST_LETTERS });
    if (letters.length === 0) return ok({ discarded: 0 });
    const chosen = letters.map(({ id }) => id);
    const done = await world.db.commit(
      {
        who,
        action: 'dead_letter.discard',
        subject: { kind: 'dead_letter', id: chosen.length === 1 ? (chosen[0] ?? '') : 'several' },
        detail: { count: chosen.length, kinds: [...new Set(letters.map(({ kind }) => kind))] },
      },
      [must(settleDeadLetters, { ids: chosen, outcome: 'discarded', by: who.id, now: world.clock.now() })],
    );
    return ok({ discarded: done ? (done[0]?.changed ?? 0) : 0 });
  },
});
