import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { expenseLost } from './lost.ts';
import { removeExpense as remove } from './queries.ts';

/** Takes an expense out of the log. It stays in the journal, and in any filing that has it. */
export const removeExpense = verb({
  name: 'expense.remove',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const done = await world.db.commit({ who, action: 'expense.remove', subject: { kind: 'expense', id } }, [
      must(remove, { id, at: world.clock.now() }),
    ]);
    return done ? ok({ id }) : expenseLost(world, id, 'This expense was removed already.');
  },
});
