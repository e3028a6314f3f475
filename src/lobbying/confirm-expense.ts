import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { expenseFields } from './add-expense.ts';
import { decidedClasses, type Chosen } from './expense-classes.ts';
import { expenseLost } from './lost.ts';
import { classExpense, confirmExpense as confirm, expenseById } from './queries.ts';

/** What an expense is by now in each regime. */
export const categoriesOf = (expense: {
  classes: string;
  mtCategory: string | null;
  msCategory: string | null;
}): Chosen => ({
  ...(expense.mtCategory !== null && { mt: expense.mtCategory }),
  ...(expense.msCategory !== null && { ms: expense.msCategory }),
  ...Object.fromEntries(
    (JSON.parse(expense.classes) as { regime: string; class: string }[]).map((one) => [
      one.regime,
      one.class,
    ]),
  ),
});

/**
 * A draft expense (from a closed alert) becomes a fact. A category left out stays as the draft has it; null or
 * `not_reported` says that it is not reported there. In each state where the organization files one of both is needed.
 */
export const confirmExpense = verb({
  name: 'expense.confirm',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    mtCategory: expenseFields.mtCategory,
    msCategory: expenseFields.msCategory,
    categories: expenseFields.categories,
  }),
  run: async (world, who, { id, mtCategory, msCategory, categories }) => {
    const lost = () => expenseLost(world, id, 'This expense was confirmed or removed already.');
    const draft = await world.db.first(expenseById, { id });
    if (!draft || draft.state !== 'draft') return lost();
    const decided = await decidedClasses(
      world,
      {
        organizationId: draft.organizationId,
        on: draft.incurredOn,
        personalLiving: draft.personalLiving === 1,
      },
      { mt: mtCategory, ms: msCategory, ...categories },
      categoriesOf(draft),
    );
    if (!('classes' in decided)) return decided;
    const at = world.clock.now();
    const done = await world.db.commit({ who, action: 'expense.confirm', subject: { kind: 'expense', id } }, [
      must(confirm, {
        id,
        mtCategory: decided.mtCategory,
        msCategory: decided.msCategory,
        chosen: ['mt', 'ms'],
        at,
      }),
      change(classExpense, { expenseId: id, classes: decided.classes, by: who.id, at }),
    ]);
    return done ? ok({ id }) : lost();
  },
});
