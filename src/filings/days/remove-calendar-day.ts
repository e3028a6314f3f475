import * as z from 'zod';
import { missing, ok } from '../../platform/problem.ts';
import { must } from '../../platform/statement.ts';
import { verb } from '../../platform/verb.ts';
import { dayKey } from './add-calendar-day.ts';
import { deleteDay } from './day-queries.ts';

/** Takes a day out of a calendar; the due dates it moved go back when they are next worked out. */
export const removeCalendarDay = verb({
  name: 'calendar_day.remove',
  by: ['owner', 'director'],
  input: z.strictObject(dayKey),
  run: async (world, who, input) => {
    const { jurisdiction, onDate, kind } = input;
    const done = await world.db.commit(
      {
        who,
        action: 'calendar_day.remove',
        subject: { kind: 'calendar_day', id: `${jurisdiction}.${onDate}.${kind}` },
      },
      [must(deleteDay, input)],
    );
    return done ? ok({ jurisdiction, onDate, kind }) : missing('That day');
  },
});
