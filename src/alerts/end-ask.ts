import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { askExists, closeAsk, openAsk } from './ask-queries.ts';

/** Ends an ask: it is settled, or given up. It stays on record; `ended: false` takes that back. */
export const endAsk = verb({
  name: 'ask.end',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string(), ended: z.boolean().default(true) }),
  async run(world, who, { id, ended }) {
    const done = await world.db.commit(
      { who, action: ended ? 'ask.end' : 'ask.reopen', subject: { kind: 'ask', id } },
      [ended ? must(closeAsk, { id, now: world.clock.now(), by: who.id }) : must(openAsk, { id })],
    );
    if (done) return ok({ id, ended });
    return (await world.db.first(askExists, { id }))
      ? conflict(ended ? 'Somebody else ended this already.' : 'This stands already.')
      : missing('That ask');
  },
});
