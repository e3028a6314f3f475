import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { expenseFields } from './add-expense.ts';
import { categoriesOf } from './confirm-expense.ts';
import { known } from './contact-report-input.ts';
import { decidedClasses } from './expense-classes.ts';
import { lockedUnless } from './filed.ts';
import { classExpense, expenseById, putAttendees, updateExpense } from './queries.ts';

/**
 * Writes an expense anew. What the carrier charged for an alert is its own figure and stays. An expense of a filed
 * report is changed only where `amends` says that an amendment is meant.
 */
export const changeExpense = verb({
  name: 'expense.change',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string(), ...expenseFields, amends: z.boolean().default(false) }),
  run: async (world, who, input) => {
    const kept = await world.db.first(expenseById, { id: input.id });
    if (!kept || kept.state === 'removed') return missing('That expense');
    const now = world.clock.now();
    if (input.incurredOn > localDate(now, (await networkSettings(world)).zone))
      return invalid([
        { field: 'incurredOn', message: 'This day is still to come. Log it when it is spent.' },
      ]);
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
      { mt: input.mtCategory, ms: input.msCategory, ...input.categories },
      categoriesOf(kept),
    );
    if (!('classes' in decided)) return decided;
    const problem =
      (await known(world, input)) ??
      (await lockedUnless(world, { kind: 'expense', id: input.id, amends: input.amends }));
    if (problem) return problem;
    const done = await world.db.commit(
      {
        who,
        action: 'expense.change',
        subject: { kind: 'expense', id: input.id },
        detail: { amountCents: input.amountCents, amends: input.amends },
      },
      [
        must(updateExpense, {
          ...input,
          paidOn: input.paidOn ?? null,
          payeeAddress: input.payeeAddress ?? kept.payeeAddress,
          officialId: input.officialId ?? null,
          place: input.place ?? null,
          billId: input.billId ?? null,
          mtCategory: decided.mtCategory,
          msCategory: decided.msCategory,
          at: now,
        }),
        ...(input.attendees ? [change(putAttendees, { id: input.id, attendees: input.attendees })] : []),
        change(classExpense, { expenseId: input.id, classes: decided.classes, by: who.id, at: now }),
      ],
    );
    return done ? ok({ id: input.id }) : conflict('Somebody else changed this expense just now. Reload it.');
  },
});
