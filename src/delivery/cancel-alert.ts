import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { callOff, callOffTally } from './launch-queries.ts';
import { moved } from './move-alert.ts';
import { tallyOf } from './tally-of.ts';

/**
 * Calls an alert off: nothing more of it goes out. What it cost so far is told to the log like that of a
 * closed one.
 * @returns how many messages are out already, how many were called off, and how many were being handed over at
 *   that moment: these may still go out
 */
export const cancelAlert = verb({
  name: 'alert.cancel',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const now = world.clock.now();
    const result = await moved(world, who, id, {
      change: 'cancel',
      asked: 'be cancelled',
      ends: true,
      changes: [
        change(callOffTally, { alertId: id }),
        change(callOff, { alertId: id, reason: 'cancelled', now }),
      ],
      jobs: [{ kind: 'alert.closed', body: { alertId: id } }],
    });
    if (!result.ok) return result;
    const tally = await tallyOf(world, id);
    const parts = [tally.sms, tally.email, tally.nudges.sms, tally.nudges.email];
    return ok({
      out: parts.reduce((sum, one) => sum + one.out, 0),
      calledOff: result.value.done[1]?.changed ?? 0,
      handingOver: parts.reduce((sum, one) => sum + one.ahead, 0),
      tally,
    });
  },
});
