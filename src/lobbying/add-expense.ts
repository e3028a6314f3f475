import * as z from 'zod';
import { invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { day, known } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { decidedClasses } from './expense-classes.ts';
import { detailProblem, expenseDetails } from './expense-input.ts';
import { association, classExpense, expenseById, insertExpense } from './queries.ts';

export const MT_CATEGORIES = [
  'printing',
  'advertising',
  'postage',
  'travel',
  'salaries',
  'entertainment',
  'telephone',
  'office',
  'other',
] as const;
export const MS_CATEGORIES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;

const NOT_THERE = 'not_reported';
export const expenseFields = {
  incurredOn: day,
  paidOn: day.nullish(),
  amountCents: z
    .number({ error: 'Write the amount in dollars and cents.' })
    .int('An amount has whole cents.')
    .min(0, 'An amount cannot be below zero.')
    .max(100_000_000_00, 'This amount is too large. Check the point.'),
  payee: z.string().trim().min(1, 'Say who was paid.').max(200),
  payeeAddress: z.string().max(300).nullish(),
  purpose: z.string().trim().min(1, 'Say what it was for.').max(300),
  mtCategory: z.enum([...MT_CATEGORIES, NOT_THERE]).nullish(),
  msCategory: z.enum([...MS_CATEGORIES, NOT_THERE]).nullish(),
  /** Of the other regimes, by their short names: a category, or null for not reported there. */
  categories: z
    .strictObject({ ma: z.string().nullish(), lda: z.string().nullish(), irs: z.string().nullish() })
    .optional(),
  lobbyistId: z.string().nullish(),
  officialId: z.string().nullish(),
  place: z.string().max(200).nullish(),
  billId: z.string().nullish(),
  personalLiving: z.boolean().default(false),
  ...expenseDetails,
};

export const unknownBeside = {
  field: 'organizationId',
  message: 'That organization, lobbyist or line of the log is not known here. Choose one from the list.',
};

/** What to do about a day that is still to come. */
export const WHEN_SPENT = 'Log it when it is spent.';
/** The days of an expense, by their fields. */
export const daysOf = ({ incurredOn, paidOn }: { incurredOn: string; paidOn?: string | null }) => ({
  incurredOn,
  paidOn,
});

/** Adds an expense to the log, in whole cents, in the category of each regime where the organization files, or in none by decision. */
export const addExpense = verb({
  name: 'expense.add',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string().optional(),
    organizationId: z.string().optional(),
    ...expenseFields,
  }),
  run: async (world, who, input) => {
    const now = world.clock.now();
    const wrongDay = await dayProblem(world, daysOf(input), WHEN_SPENT);
    if (wrongDay) return wrongDay;
    const organizationId = input.organizationId ?? (await world.db.first(association, {}))?.id;
    if (!organizationId) return missing('The organization');
    const wrong = (await known(world, input)) ?? (await detailProblem(world, input));
    if (wrong) return wrong;
    const id = input.id ?? world.ids.next();
    if (input.id && (await world.db.first(expenseById, { id }))) return ok({ id });
    const decided = await decidedClasses(
      world,
      { organizationId, on: input.incurredOn, personalLiving: input.personalLiving },
      { mt: input.mtCategory, ms: input.msCategory, ...input.categories },
    );
    if (!('classes' in decided)) return decided;
    const { categories: _, ...rest } = input;
    // Nothing is written for an id that is there: the same form, sent twice.
    const done = await unlessUnknown(
      world.db.commit(
        {
          who,
          action: 'expense.add',
          subject: { kind: 'expense', id },
          detail: { amountCents: input.amountCents },
        },
        [
          must(insertExpense, {
            ...rest,
            id,
            organizationId,
            paidOn: input.paidOn ?? null,
            payeeAddress: input.payeeAddress ?? null,
            mtCategory: decided.mtCategory,
            msCategory: decided.msCategory,
            lobbyistId: input.lobbyistId ?? null,
            officialId: input.officialId ?? null,
            place: input.place ?? null,
            billId: input.billId ?? null,
            alertId: null,
            estimated: false,
            state: 'confirmed',
            at: now,
            by: who.id,
          }),
          change(classExpense, { expenseId: id, classes: decided.classes, by: who.id, at: now }),
        ],
      ),
    );
    if (done === 'unknown') return invalid([unknownBeside]);
    return ok({ id });
  },
});
