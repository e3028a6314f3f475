import * as z from 'zod';
import { addDays, endOfMonth, localDate, weekday, type LocalDate } from '../platform/days.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { ACTIVITY_KINDS, POSITIONS } from './add-activity.ts';
import { minutes } from './activity-input.ts';
import { day, known } from './contact-report-input.ts';
import { association, endRecurring as end, insertRecurring, lobbyistOf } from './queries.ts';
import { METHODS } from './read-contact.ts';

const by = ['owner', 'director', 'coordinator', 'staff'] as const;

/** Whether an entry falls on a day: its weekday, or its day of the month; the 31st falls on a short month's last. */
export const fallsOn = (entry: { every: 'week' | 'month'; onDay: number }, on: LocalDate): boolean =>
  entry.every === 'week'
    ? weekday(on) === entry.onDay
    : Number(on.slice(8)) === Math.min(entry.onDay, Number(endOfMonth(on).slice(8)));

/** The days from one to another, both counted, on which an entry falls. */
export const daysOf = (
  entry: { every: 'week' | 'month'; onDay: number; fromOn: LocalDate; toOn: LocalDate | null },
  from: LocalDate,
  to: LocalDate,
): LocalDate[] => {
  const days: LocalDate[] = [];
  const last = entry.toOn !== null && entry.toOn < to ? entry.toOn : to;
  for (let on = from > entry.fromOn ? from : entry.fromOn; on <= last; on = addDays(on, 1))
    if (fallsOn(entry, on)) days.push(on);
  return days;
};

/** Sets up an entry that comes back each week or month: on its day it makes a draft of the one who set it up, once. */
export const addRecurring = verb({
  name: 'recurring.add',
  by,
  input: z.strictObject({
    id: z.string().optional(),
    every: z.enum(['week', 'month'], { error: 'Choose weekly or monthly.' }),
    onDay: z
      .number({ error: 'Choose the day.' })
      .int('A day is whole.')
      .min(1, 'Choose the day.')
      .max(31, 'A month has at most 31 days.'),
    kind: z.enum(ACTIVITY_KINDS, { error: 'Choose what is done.' }),
    method: z.enum(METHODS).nullish(),
    officialId: z.string().nullish(),
    billId: z.string().nullish(),
    position: z.enum(POSITIONS).nullish(),
    minutes: minutes.min(1, 'Say how long it takes.').nullish(),
    note: z.string().max(2000).default(''),
    fromOn: day.optional(),
    toOn: day.nullish(),
  }),
  run: async (world, who, input) => {
    if (input.every === 'week' && input.onDay > 7)
      return invalid([{ field: 'onDay', message: 'A week has seven days: 1 is Monday, 7 is Sunday.' }]);
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const fromOn = input.fromOn ?? today;
    // Drafts are made for days to come, not for weeks already past.
    if (fromOn < today)
      return invalid([{ field: 'fromOn', message: 'Begin today or later; log past days by hand.' }]);
    if (input.toOn && input.toOn < fromOn)
      return invalid([{ field: 'toOn', message: 'The last day is before the first.' }]);
    const unknown = await known(world, input);
    if (unknown) return unknown;
    const [own, lobbyist] = await Promise.all([
      world.db.first(association, {}),
      world.db.first(lobbyistOf, { memberId: null, staffId: who.id, on: fromOn }),
    ]);
    const organizationId = lobbyist?.organizationId ?? own?.id;
    if (!organizationId) return missing('The organization');
    const id = input.id ?? world.ids.next();
    await world.db.commit(
      {
        who,
        action: 'recurring.add',
        subject: { kind: 'recurring_entry', id },
        detail: { every: input.every },
      },
      [
        change(insertRecurring, {
          ...input,
          id,
          organizationId,
          staffId: who.id,
          method: input.method ?? null,
          officialId: input.officialId ?? null,
          billId: input.billId ?? null,
          position: input.position ?? null,
          minutes: input.minutes ?? null,
          fromOn,
          toOn: input.toOn ?? null,
          at: world.clock.now(),
          by: who.id,
        }),
      ],
    );
    return ok({ id });
  },
});

/** Ends an entry that comes back, as of today; the drafts that it made stay. */
export const endRecurring = verb({
  name: 'recurring.end',
  by,
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const toOn = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const done = await world.db.commit(
      { who, action: 'recurring.end', subject: { kind: 'recurring_entry', id } },
      [must(end, { id, toOn })],
    );
    return done ? ok({ id }) : conflict('This entry has ended already.');
  },
});
