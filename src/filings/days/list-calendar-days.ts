import * as z from 'zod';
import { isDate } from '../../platform/days.ts';
import { missing, ok } from '../../platform/problem.ts';
import { view } from '../../platform/verb.ts';
import { REGIMES } from '../regimes/index.ts';
import { daysWithin } from './day-queries.ts';

/** The days of a calendar that move due dates: holidays and the ends of regular sessions, in order. */
export const listCalendarDays = view({
  name: 'calendar_day.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    jurisdiction: z.string().max(10).default('MT'),
    from: z.string().refine(isDate, 'Write the date as 2027-02-09.').default('0000-01-01'),
    to: z.string().refine(isDate, 'Write the date as 2027-02-09.').default('9999-12-31'),
  }),
  run: async (world, _who, { jurisdiction, from, to }) => {
    const jurisdictions = [...new Set(REGIMES.map((one) => one.jurisdiction))];
    if (!jurisdictions.includes(jurisdiction)) return missing('That calendar');
    return ok({ jurisdictions, data: await world.db.all(daysWithin, { jurisdiction, from, to }) });
  },
});
