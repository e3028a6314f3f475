import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { moved } from './move-alert.ts';
import { tallyOf } from './tally-of.ts';

/** Lets a paused or halted alert go on; the clock picks up what is due within a minute. Answers with the tally. */
export const resumeAlert = verb({
  name: 'alert.resume',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const result = await moved(world, who, id, { change: 'resume', asked: 'be resumed' });
    return result.ok ? ok(await tallyOf(world, id)) : result;
  },
});
