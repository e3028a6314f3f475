import * as z from 'zod';
import { alertOf, stateAfter, stateInWords } from '../alerts/index.ts';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { unscheduleStart } from './control-queries.ts';

/** Takes a scheduled alert from the clock: it is approved and waits for a person. Answers with the alert. */
export const unscheduleAlert = verb({
  name: 'alert.unschedule',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const alert = await alertOf(world, id);
    if (!alert) return missing('That alert');
    if (!stateAfter(alert.state, 'unschedule') || alert.scheduledAt === null)
      return conflict(`This alert ${stateInWords(alert.state)}, so there is no start to call off.`);
    const done = await world.db.commit(
      { who, action: 'alert.unschedule', subject: { kind: 'alert', id }, detail: { at: alert.scheduledAt } },
      [must(unscheduleStart, { id, at: alert.scheduledAt })],
    );
    if (!done) return conflict('It was sent or changed a moment ago. Open it again to see how it stands.');
    const approved = await alertOf(world, id);
    return approved ? ok(approved) : missing('That alert');
  },
});
