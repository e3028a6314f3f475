import * as z from 'zod';
import { conflict, ok } from '../../platform/problem.ts';
import { must } from '../../platform/statement.ts';
import { verb } from '../../platform/verb.ts';
import { withdrawProposal } from './rule-queries.ts';

/** A proposal came to nothing: it stays in the history and can no longer be put in force. */
export const withdrawRule = verb({
  name: 'rule.withdraw',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const done = await world.db.commit({ who, action: 'rule.withdraw', subject: { kind: 'rule', id } }, [
      must(withdrawProposal, { id, at: world.clock.now() }),
    ]);
    return done
      ? ok({ id })
      : conflict('This is no open proposal. A rule in force is corrected, not withdrawn.');
  },
});
