import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { DAYS } from './hours.ts';

const scans = { send_window: 'a few rows for each state that has hours of its own' };
const days = z.enum(DAYS);

/** All hours, past and coming ones too: the day of the reader picks. */
export const hoursRows = statement({
  params: z.object({}),
  row: z.object({
    id: z.string(),
    state: z.string(),
    days,
    opens: z.string().nullable(),
    closes: z.string().nullable(),
    fromOn: z.string(),
    toOn: z.string().nullable(),
    source: z.string(),
    setBy: z.string().nullable(),
    reason: z.string().nullable(),
    setByName: z.string().nullable(),
  }),
  sql: `select w.id, w.state, w.days, w.opens, w.closes, w.from_on as fromOn, w.to_on as toOn, w.source,
          w.set_by as setBy, w.reason, (select s.name from staff s where s.id = w.set_by) as setByName
        from send_window w order by w.state, w.days, w.from_on, w.id`,
  scans,
});
