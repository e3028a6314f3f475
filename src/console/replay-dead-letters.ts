import * as z from 'zod';
import { pageShape } from '../delivery/index.ts';
import type { Job } from '../platform/outbox.ts';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { openDeadLetters, settleDeadLetters } from './dead-letter-queries.ts';
import { MOST_LETTERS } from './list-dead-letters.ts';

/**
 * Puts messages that were given up back on their queues. Every job is safe to run twice, so a replay of what was done
 * meanwhile changes nothing. What is not readable stays: there is nothing to replay.
 * @param input.ids absent: all that wait, 200 at a time
 * @returns how many were put back
 */
export const replayDeadLetters = verb({
  name: 'dead_letter.replay',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ ids: z.array(z.string()).min(1).max(MOST_LETTERS).optional() }),
  async run(world, who, { ids }) {
    const open = await world.db.all(openDeadLetters, { ids: ids ?? null, limit: MOST_LETTERS });
    const letters = open.filter(({ kind }) => kind !== 'unreadable');
    if (letters.length === 0) return ok({ replayed: 0 });
    const jobs = letters
      .filter(({ queue }) => queue === 'events')
      .map(({ kind, body }) => ({ kind, body: JSON.parse(body) as Job['body'] }));
    const chosen = letters.map(({ id }) => id);
    const done = await world.db.commit(
      {
        who,
        action: 'dead_letter.replay',
        subject: { kind: 'dead_letter', id: chosen.length === 1 ? (chosen[0] ?? '') : 'several' },
        detail: { count: chosen.length, kinds: [...new Set(letters.map(({ kind }) => kind))] },
      },
      [must(settleDeadLetters, { ids: chosen, outcome: 'replayed', by: who.id, now: world.clock.now() })],
      jobs,
    );
    if (!done) return ok({ replayed: 0 });
    const pages = letters
      .filter(({ queue }) => queue === 'deliveries')
      .flatMap(({ body }) => pageShape.safeParse(JSON.parse(body)).data ?? []);
    try {
      if (pages.length > 0) await world.deliveries.send(pages);
    } catch (error) {
      // A clock hands out what is due within a minute.
      world.log.fault('pages.not_sent', error, { pages: pages.length });
    }
    return ok({ replayed: letters.length });
  },
});
