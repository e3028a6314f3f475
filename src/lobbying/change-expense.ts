import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { daysOf, expenseFields, unknownBeside, WHEN_SPENT } from './add-expense.ts';
import { categoriesOf } from './confirm-expense.ts';
import { known } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { decidedClasses } from './expense-classes.ts';
import { detailProblem } from './expense-input.ts';
import { lockedUnless } from './filed.ts';
import { keptExpense, said } from './kept-row.ts';
import { classExpense, expenseById, updateExpense } from './queries.ts';

/**
 * Writes an expense anew; a detail that is left out stays, and null takes it out. What the carrier charged for an alert is its own figure and stays. An expense of a filed
 * report is changed only where `amends` says that an amendment is meant.
 */
export const changeExpense = verb({
  name: 'expense.change',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string(), ...expenseFields, amends: z.boolean().default(false) }),
  run: async (world, who, { amends, categories, ...input }) => {
    const row = await world.db.first(expenseById, { id: input.id });
    if (!row || row.state === 'removed') return missing('That expense');
    const kept = keptExpense(row);
    const now = world.clock.now();
    const wrongDay = await dayProblem(world, daysOf(input), WHEN_SPENT);
    if (wrongDay) return wrongDay;
    if (kept.alertId !== null && input.amountCents !== kept.amountCents)
      return invalid([
        {
          field: 'amountCents',
          message: 'This is what the carrier charged. It changes when the carrier says so.',
        },
      ]);
    const decided = await decidedClasses(
      world,
      { organizationId: kept.organizationId, on: input.incurredOn, personalLiving: input.personalLiving },
      { mt: input.mtCategory, ms: input.msCategory, ...categories },
      categoriesOf(row),
    );
    if (!('classes' in decided)) return decided;
    const next = {
      ...kept,
      ...said(input),
      officialId: input.officialId ?? null,
      place: input.place ?? null,
      billId: input.billId ?? null,
      mtCategory: decided.mtCategory,
      msCategory: decided.msCategory,
      at: now,
    };
    const problem =
      (await known(world, input)) ??
      (await detailProblem(world, next)) ??
      (await lockedUnless(world, { kind: 'expense', id: input.id, amends }));
    if (problem) return problem;
    const done = await unlessUnknown(
      world.db.commit(
        {
          who,
          action: 'expense.change',
          subject: { kind: 'expense', id: input.id },
          detail: { amountCents: input.amountCents, amends },
        },
        [
          must(updateExpense, next),
          change(classExpense, { expenseId: input.id, classes: decided.classes, by: who.id, at: now }),
        ],
      ),
    );
    if (done === 'unknown') return invalid([unknownBeside]);
    return done ? ok({ id: input.id }) : conflict('Somebody else changed this expense just now. Reload it.');
  },
});
