import * as z from 'zod';
import { alertOf, stateAfter, stateInWords, statesFor } from '../alerts/index.ts';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { scheduleStart } from './control-queries.ts';

/** Has the clock start an approved alert at a moment before its deadline. Answers with the alert. */
export const scheduleAlert = verb({
  name: 'alert.schedule',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    /** When it goes out. ms UTC */
    at: z.int('Write when it goes out as a date and a time.'),
    /** The revision that the person had before them; the current one where it is left out. */
    revision: z.int().optional(),
  }),
  async run(world, who, { id, at, revision }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'schedule'))
      return conflict(`This alert ${stateInWords(alert.state)}. Only an approved one can be scheduled.`);
    if (revision !== undefined && revision !== alert.revision)
      return conflict('Somebody else changed this alert since you opened it. Look at it again.');
    if (at <= world.clock.now())
      return invalid([
        { field: 'at', message: 'That moment has passed. Choose a later one, or send it now.' },
      ]);
    if (alert.deadlineAt !== null && at >= alert.deadlineAt)
      return invalid([
        { field: 'at', message: 'That is not before the deadline, so nobody would get it in time.' },
      ]);
    const done = await world.db.commit(
      {
        who,
        action: 'alert.schedule',
        subject: { kind: 'alert', id },
        detail: { revision: alert.revision, at },
      },
      [
        must(scheduleStart, {
          id,
          revision: alert.revision,
          states: statesFor('schedule'),
          at,
          by: who.id,
        }),
      ],
    );
    if (!done)
      return conflict('Somebody else scheduled, sent or changed this alert a moment ago. Open it again.');
    const scheduled = await alertOf(world, id);
    return scheduled ? ok(scheduled) : missing('That alert');
  },
});
