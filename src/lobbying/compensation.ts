import * as z from 'zod';
import { addDays, daysBetween, showShortDay } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { day } from './contact-report-input.ts';
import { dayProblem } from './day-of-log.ts';
import { lockedUnless } from './filed.ts';
import {
  association,
  compensationById,
  deskStaff,
  insertCompensation,
  lobbyistPerson,
  overlapping,
  removeCompensation as remove,
} from './queries.ts';

const by = ['owner', 'director', 'staff'] as const;
const LONGEST_DAYS = 366;
/** What benefits are: all of it counts as pay in Montana (ARM 44.12.102(1)). */
export const COUNTED = {
  retirement: 'Retirement',
  health: 'Health',
  insurance: 'Insurance',
  overtime: 'Overtime',
  comp_time: 'Compensatory time',
  vehicle: 'Use of a vehicle',
  other: 'Other benefits',
} as const;
const cents = (what: string) =>
  z
    .number({ error: `Write ${what} in dollars and cents.` })
    .int('An amount has whole cents.')
    .min(0, 'An amount cannot be below zero.')
    .max(100_000_000_00, 'This amount is too large. Check the point.');

/** Who was paid. One person may be named as a lobbyist in several regimes, or in none; their pay is one. */
const paidPerson = async (
  world: World,
  { lobbyistId, staffId }: { lobbyistId?: string | null; staffId?: string | null },
) => {
  if (lobbyistId) {
    const one = await world.db.first(lobbyistPerson, { id: lobbyistId });
    return one
      ? ({
          ok: true,
          person: {
            organizationId: one.organizationId,
            personKey: one.staffId ? `staff:${one.staffId}` : `lobbyist:${lobbyistId}`,
            personName: one.name,
            lobbyistId,
            staffId: one.staffId,
          },
        } as const)
      : invalid([
          {
            field: 'lobbyistId',
            message: 'That lobbyist is not known here. Choose one of the list.',
          },
        ]);
  }
  const [staff, own] = await Promise.all([world.db.all(deskStaff, {}), world.db.first(association, {})]);
  const one = staff.find((each) => each.id === staffId);
  if (!one || !own) return invalid([{ field: 'staffId', message: 'Choose who was paid.' }]);
  return {
    ok: true,
    person: {
      organizationId: own.id,
      personKey: `staff:${one.id}`,
      personName: one.name,
      lobbyistId: null,
      staffId: one.id,
    },
  } as const;
};

/**
 * Records what a lobbyist, or one of the staff, was paid for a span of days, benefits apart. Two spans of one person that share a day are
 * refused: the pay would be counted twice. Where several pay, their shares add up to the whole.
 */
export const addCompensation = verb({
  name: 'compensation.add',
  by,
  input: z.strictObject({
    id: z.string().optional(),
    /** Who was paid: a lobbyist, or one of the staff who is not named as one. */
    lobbyistId: z.string().nullish(),
    staffId: z.string().nullish(),
    fromOn: day,
    toOn: day,
    payCents: cents('the pay'),
    benefitCents: cents('the benefits').default(0),
    counted: z.array(z.enum(Object.keys(COUNTED) as (keyof typeof COUNTED)[])).default([]),
    totalMinutes: z
      .number({ error: 'Write the hours of all work as a number, such as 160.' })
      .int('Hours come in whole minutes.')
      .min(1, 'Hours of all work are more than zero.')
      .nullish(),
    allLobbying: z.boolean().default(false),
    paidBy: z
      .array(
        z.strictObject({
          name: z.string().trim().min(1).max(120),
          basisPoints: z.number().int().min(1).max(10_000),
        }),
      )
      .max(10)
      .default([]),
    note: z.string().max(2000, 'Keep the note under 2,000 characters.').default(''),
  }),
  run: async (world, who, input) => {
    if (input.toOn < input.fromOn)
      return invalid([{ field: 'toOn', message: 'The last day is before the first.' }]);
    if (daysBetween(input.fromOn, input.toOn) > LONGEST_DAYS)
      return invalid([{ field: 'toOn', message: 'A span is at most a year. Enter each year on its own.' }]);
    const now = world.clock.now();
    const wrongDay = await dayProblem(world, { fromOn: input.fromOn }, 'Enter pay when it was earned.');
    if (wrongDay) return wrongDay;
    const day1440 = (daysBetween(input.fromOn, input.toOn) + 1) * 1440;
    if (input.totalMinutes && input.totalMinutes > day1440)
      return invalid([{ field: 'totalMinutes', message: 'More hours than the days of this span have.' }]);
    const shares = input.paidBy.reduce((sum, one) => sum + one.basisPoints, 0);
    if (input.paidBy.length > 0 && shares !== 10_000)
      return invalid([
        { field: 'paidBy', message: 'The shares of those who paid do not add up to 100 percent.' },
      ]);
    if (input.benefitCents > 0 && input.counted.length === 0)
      return invalid([{ field: 'counted', message: 'Say what the benefits are.' }]);
    const paid = await paidPerson(world, input);
    if (!paid.ok) return paid;
    const { person } = paid;
    const id = input.id ?? world.ids.next();
    if (input.id && (await world.db.first(compensationById, { id }))) return ok({ id });
    const done = await world.db.commit(
      { who, action: 'compensation.add', subject: { kind: 'compensation', id } },
      [
        must(insertCompensation, {
          ...input,
          id,
          ...person,
          totalMinutes: input.totalMinutes ?? null,
          at: now,
          by: who.id,
        }),
      ],
    );
    if (done) return ok({ id });
    const other = await world.db.first(overlapping, {
      personKey: person.personKey,
      from: input.fromOn,
      to: input.toOn,
    });
    return other
      ? invalid([
          {
            field: 'fromOn',
            message: `Pay for ${showShortDay(other.fromOn, { year: true })} to ${showShortDay(other.toOn, { year: true })} is there already. Begin on ${showShortDay(addDays(other.toOn, 1), { year: true })}, or remove that one.`,
          },
        ])
      : conflict('Somebody else entered pay just now. Reload the page to see it.');
  },
});

/** Takes pay out of the log; where a filed report has it, only with `amends`. */
export const removeCompensation = verb({
  name: 'compensation.remove',
  by,
  input: z.strictObject({ id: z.string(), amends: z.boolean().default(false) }),
  run: async (world, who, { id, amends }) => {
    const locked = await lockedUnless(world, { kind: 'compensation', id, amends });
    if (locked) return locked;
    const done = await world.db.commit(
      { who, action: 'compensation.remove', subject: { kind: 'compensation', id }, detail: { amends } },
      [must(remove, { id, at: world.clock.now() })],
    );
    return done ? ok({ id }) : missing('That pay');
  },
});
