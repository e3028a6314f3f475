import * as z from 'zod';
import { shareOut } from '../platform/money.ts';
import { conflict, invalid, missing, ok, refused } from '../platform/problem.ts';
import { change, must, type Change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { activityChanges } from './activity-changes.ts';
import { WHEN_DONE } from './add-activity.ts';
import { WHEN_SPENT } from './add-expense.ts';
import { dayProblem } from './day-of-log.ts';
import { day, known } from './contact-report-input.ts';
import { lockedUnless } from './filed.ts';
import { keptExpense, keptLine } from './kept-row.ts';
import { staffOfLine } from './person-of-line.ts';
import {
  activityById,
  copyExpenseClasses,
  expenseById,
  guardDay,
  insertExpensePart,
  shrinkActivity,
  shrinkExpense,
} from './queries.ts';

const MOST_PARTS = 12;
const by = ['owner', 'director', 'staff'] as const;
const weight = z.number().int('A share is a whole number.').min(1, 'A share is at least 1.').max(10_000);
const parts = <Part extends z.ZodType>(part: Part) =>
  z.array(part).min(2, 'Name at least two parts.').max(MOST_PARTS, `At most ${MOST_PARTS} parts.`);

/**
 * Splits a line across people, bills or days: the first part stays on the line, each other is a line of its own. The
 * minutes of the parts add up to those of the line, by largest remainder of their shares.
 */
export const splitActivity = verb({
  name: 'activity.split',
  by,
  input: z.strictObject({
    id: z.string(),
    parts: parts(
      z.strictObject({
        share: weight,
        staffId: z.string().nullish(),
        billId: z.string().nullish(),
        onDate: day.nullish(),
      }),
    ),
    amends: z.boolean().default(false),
  }),
  run: async (world, who, { id, parts: asked, amends }) => {
    const row = await world.db.first(activityById, { id });
    if (!row || row.state === 'removed') return missing('That line of the log');
    const kept = keptLine(row);
    if (kept.minutes === null || kept.minutes < asked.length)
      return refused(
        'nothing_to_split',
        'This line has too few minutes to split. Give it its minutes first.',
      );
    if (asked[0]?.staffId || asked[0]?.billId || asked[0]?.onDate)
      return invalid([
        { field: 'parts.0', message: 'The first part is the line as it is: give its share only.' },
      ]);
    const locked = await lockedUnless(world, { kind: 'activity', id, amends });
    if (locked) return locked;
    for (const [at, part] of asked.entries()) {
      const wrong =
        (await dayProblem(world, { onDate: part.onDate }, WHEN_DONE)) ?? (await known(world, part));
      if (wrong)
        return invalid([
          { field: `parts.${at}`, message: wrong.problem.fields?.[0]?.message ?? wrong.problem.message },
        ]);
    }
    const now = world.clock.now();
    const minutes = shareOut(
      kept.minutes,
      asked.map((part) => part.share),
    );
    const ids = asked.map((_, at) => (at === 0 ? id : world.ids.next()));
    const added: Change[] = [];
    for (const [at, part] of asked.entries()) {
      if (at === 0) continue;
      const onDate = part.onDate ?? kept.onDate;
      const other = part.staffId && part.staffId !== kept.staffId ? part.staffId : null;
      const person = other ? await staffOfLine(world, other, onDate) : null;
      added.push(
        ...(await activityChanges(world, {
          ...kept,
          ...(person && {
            staffId: person.staffId,
            lobbyistId: person.lobbyistId,
            personKind: person.personKind,
          }),
          id: ids[at] ?? '',
          onDate,
          billId: part.billId ?? kept.billId,
          minutes: minutes[at] ?? 0,
          minutesDirect: null,
          minutesPrep: null,
          minutesTravel: null,
          reachMembers: null,
          reachNonMembers: null,
          contactReportId: null,
          alertId: null,
          splitOf: id,
          door: 'split',
          at: now,
          by: who.id,
        })),
      );
    }
    const done = await world.db.commit(
      { who, action: 'activity.split', subject: { kind: 'activity', id }, detail: { ids, amends } },
      [
        must(shrinkActivity, { id, updatedAt: kept.updatedAt, minutes: minutes[0] ?? 0, at: now }),
        ...added,
        ...(kept.staffId ? [change(guardDay, { staffId: kept.staffId, on: kept.onDate })] : []),
      ],
    );
    return done
      ? ok({ ids, minutes })
      : conflict(
          'The line changed just now, or a part would give a day more than 24 hours. Reload it and try again.',
        );
  },
});

/** Splits an expense across bills, days or lobbyists; the cents of the parts add up to those of the expense. */
export const splitExpense = verb({
  name: 'expense.split',
  by,
  input: z.strictObject({
    id: z.string(),
    parts: parts(
      z.strictObject({
        share: weight,
        billId: z.string().nullish(),
        incurredOn: day.nullish(),
        lobbyistId: z.string().nullish(),
      }),
    ),
    amends: z.boolean().default(false),
  }),
  run: async (world, who, { id, parts: asked, amends }) => {
    const row = await world.db.first(expenseById, { id });
    if (!row || row.state === 'removed') return missing('That expense');
    const kept = keptExpense(row);
    if (kept.alertId !== null || row.estimated === 1)
      return refused(
        'carrier_cost',
        'What an alert cost is one figure of the carrier and is not split here.',
      );
    const locked = await lockedUnless(world, { kind: 'expense', id, amends });
    if (locked) return locked;
    for (const [at, part] of asked.entries()) {
      const wrong =
        (await dayProblem(world, { incurredOn: part.incurredOn }, WHEN_SPENT)) ?? (await known(world, part));
      if (wrong)
        return invalid([
          { field: `parts.${at}`, message: wrong.problem.fields?.[0]?.message ?? wrong.problem.message },
        ]);
    }
    const now = world.clock.now();
    const weights = asked.map((part) => part.share);
    const cents = shareOut(kept.amountCents, weights);
    // What an official had of the whole is shared out as the whole is.
    const shares = (kept.beneficiaries ?? []).map((one) => ({
      ...one,
      cents: shareOut(one.shareCents, weights),
    }));
    const partOf = (at: number) =>
      kept.beneficiaries &&
      shares.map(({ cents: own, officialId, family }) => ({ officialId, family, shareCents: own[at] ?? 0 }));
    const ids = asked.map((_, at) => (at === 0 ? id : world.ids.next()));
    const done = await world.db.commit(
      { who, action: 'expense.split', subject: { kind: 'expense', id }, detail: { ids, amends } },
      [
        must(shrinkExpense, {
          id,
          was: kept.amountCents,
          amountCents: cents[0] ?? 0,
          beneficiaries: partOf(0),
          at: now,
        }),
        ...asked.flatMap((part, at) =>
          at === 0
            ? []
            : [
                must(insertExpensePart, {
                  id: ids[at] ?? '',
                  of: id,
                  amountCents: cents[at] ?? 0,
                  incurredOn: part.incurredOn ?? null,
                  billId: part.billId ?? null,
                  lobbyistId: part.lobbyistId ?? null,
                  beneficiaries: partOf(at),
                  at: now,
                  by: who.id,
                }),
                change(copyExpenseClasses, { id: ids[at] ?? '', of: id }),
              ],
        ),
      ],
    );
    return done ? ok({ ids, cents }) : conflict('The expense changed just now. Reload it and try again.');
  },
});
