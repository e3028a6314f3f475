import * as z from 'zod';
import { isDate } from '../../platform/days.ts';
import { conflict, invalid, ok } from '../../platform/problem.ts';
import { must } from '../../platform/statement.ts';
import { verb } from '../../platform/verb.ts';
import { REGIMES } from '../regimes/index.ts';
import { insertDay } from './day-queries.ts';

export const DAY_KINDS = ['holiday', 'session_start', 'sine_die'] as const;
/** Which day of which calendar. */
export const dayKey = {
  jurisdiction: z.string().min(1, 'Choose whose calendar.').max(10),
  onDate: z.string().refine(isDate, 'Write the date as 2027-02-09.'),
  kind: z.enum(DAY_KINDS, 'Choose what the day is.'),
};

/** Adds a day that moves due dates: a holiday of an office, or the first or last day of a regular session. */
export const addCalendarDay = verb({
  name: 'calendar_day.add',
  by: ['owner', 'director'],
  input: z.strictObject({
    ...dayKey,
    name: z.string().trim().min(3, 'Name the day.').max(120),
    source: z.string().trim().min(4, 'Say where this stands.').max(300),
  }),
  run: async (world, who, input) => {
    if (!REGIMES.some((one) => one.jurisdiction === input.jurisdiction))
      return invalid([{ field: 'jurisdiction', message: 'Choose whose calendar.' }]);
    const { jurisdiction, onDate, kind } = input;
    const done = await world.db.commit(
      {
        who,
        action: 'calendar_day.add',
        subject: { kind: 'calendar_day', id: `${jurisdiction}.${onDate}.${kind}` },
      },
      [must(insertDay, input)],
    );
    return done ? ok({ jurisdiction, onDate, kind }) : conflict('That day is in the calendar already.');
  },
});
