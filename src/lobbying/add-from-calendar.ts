import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { logActivity } from './add-activity.ts';
import { minutes } from './activity-input.ts';
import { day } from './contact-report-input.ts';
import { fieldsOfLine, readLine } from './log-one-line.ts';

/**
 * Makes drafts of chosen events of a calendar file. The title is read as a line of the log, so that "SB 12 Sen Hill"
 * fills the fields; each draft waits for a person. An event chosen twice is one draft, by its id.
 */
export const addFromCalendar = verb({
  name: 'activity.add_calendar',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    events: z
      .array(
        z.strictObject({
          id: z.string().min(10).max(40),
          onDate: day,
          minutes: minutes.nullish(),
          summary: z.string().trim().min(1).max(300),
        }),
      )
      .min(1, 'Choose at least one event.')
      .max(100, 'At most 100 events at once.'),
  }),
  run: async (world, who, { events }) => {
    const ids: string[] = [];
    for (const [at, event] of events.entries()) {
      const read = await readLine(world, event.summary);
      const result = await logActivity(
        world,
        who,
        {
          ...fieldsOfLine(read),
          kind: read.kind ?? 'direct_contact',
          id: event.id,
          onDate: event.onDate,
          minutes: event.minutes ?? read.minutes,
          minutesTravel: null,
          minutesPrep: null,
          note: event.summary,
        },
        { door: 'calendar', state: 'draft' },
      );
      if (!result.ok)
        return invalid(
          (result.problem.fields ?? [{ field: 'onDate', message: result.problem.message }]).map((one) => ({
            field: `events.${at}.${one.field}`,
            message: `${event.summary}: ${one.message}${ids.length > 0 ? ` The ${ids.length} before it are drafts now.` : ''}`,
          })),
        );
      ids.push(result.value.id);
    }
    return ok({ ids });
  },
});
