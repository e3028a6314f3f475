import * as z from 'zod';
import { ok } from '../platform/problem.ts';
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
    return result.ok ? ok(await tallyOf(world, id)) : result;
  },
});
