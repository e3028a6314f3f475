import * as z from 'zod';
import { alertOf } from '../alerts/index.ts';
import { conflict, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { callOff, callOffTally } from './launch-queries.ts';
import { moved } from './move-alert.ts';
import { tallyOf } from './tally-of.ts';

/** Closes an alert that is out: answers no longer count, nudges not yet sent are called off. Answers with the tally. */
export const closeAlert = verb({
  name: 'alert.close',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const now = world.clock.now();
    const result = await moved(world, who, id, {
      change: 'close',
      asked: 'be closed',
      ends: true,
      changes: [
        change(callOffTally, { alertId: id }),
        change(callOff, { alertId: id, reason: 'closed', now }),
      ],
      jobs: [{ kind: 'alert.closed', body: { alertId: id } }],
    });
    if (result.ok) return ok(await tallyOf(world, id));
    const alert = result.problem.kind === 'conflict' ? await alertOf(world, id) : null;
    return alert?.state === 'sending'
      ? conflict(
          'Messages of this alert are not out yet, so it cannot be closed. Wait until they are, or cancel it.',
        )
      : result;
  },
});
