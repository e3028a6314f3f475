import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { MS_CATEGORIES, MT_CATEGORIES } from './add-expense.ts';
import { expenseLost } from './lost.ts';
import { confirmExpense as confirm } from './queries.ts';

/**
 * A draft expense (from a closed alert) becomes a fact. A category left out stays as the draft has it; null says
 * that it is not reported in that state.
 */
export const confirmExpense = verb({
  name: 'expense.confirm',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    mtCategory: z.enum(MT_CATEGORIES).nullish(),
    msCategory: z.enum(MS_CATEGORIES).nullish(),
  }),
  run: async (world, who, { id, mtCategory, msCategory }) => {
    const done = await world.db.commit({ who, action: 'expense.confirm', subject: { kind: 'expense', id } }, [
      must(confirm, {
        id,
        mtCategory: mtCategory ?? null,
        msCategory: msCategory ?? null,
        chosen: (['mt', 'ms'] as const).filter((state) =>
          state === 'mt' ? mtCategory !== undefined : msCategory !== undefined,
        ),
        at: world.clock.now(),
      }),
    ]);
    return done ? ok({ id }) : expenseLost(world, id, 'This expense was confirmed or removed already.');
  },
});
