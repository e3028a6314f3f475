import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { moved } from './move-alert.ts';
import { tallyOf } from './tally-of.ts';

/** Stops an alert on its way: what is not yet claimed stays until it is resumed. Answers with the tally. */
export const pauseAlert = verb({
  name: 'alert.pause',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const result = await moved(world, who, id, { change: 'pause', asked: 'be paused' });
    return result.ok ? ok(await tallyOf(world, id)) : result;
  },
});
