import * as z from 'zod';
import { statement } from '../../platform/statement.ts';

const day = z.object({
  jurisdiction: z.string(),
  onDate: z.string(),
  kind: z.enum(['holiday', 'session_start', 'sine_die']),
  name: z.string(),
  source: z.string(),
});

/** The days of a jurisdiction within a span that move due dates, in order. */
export const daysWithin = statement({
  params: z.object({ jurisdiction: z.string(), from: z.string(), to: z.string() }),
  row: day,
  sql: `select jurisdiction, on_date as onDate, kind, name, source from calendar_event
         where jurisdiction = :jurisdiction and on_date between :from and :to order by on_date, kind`,
});

/** A day joins the calendar, once. */
export const insertDay = statement({
  params: day,
  row: z.object({}),
  sql: `insert into calendar_event (jurisdiction, on_date, kind, name, source)
        values (:jurisdiction, :onDate, :kind, :name, :source) on conflict do nothing`,
});

/** A day leaves the calendar. */
export const deleteDay = statement({
  params: day.pick({ jurisdiction: true, onDate: true, kind: true }),
  row: z.object({}),
  sql: `delete from calendar_event where jurisdiction = :jurisdiction and on_date = :onDate and kind = :kind`,
});
