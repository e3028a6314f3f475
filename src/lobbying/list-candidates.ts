import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { candidatesFrom, windowOn } from './queries.ts';

/** Officials who stand in elections to come, and the window in which naming one is held. */
export const listCandidates = view({
  name: 'candidate.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  run: async (world) => {
    const { zone } = await networkSettings(world);
    const on = localDate(world.clock.now(), zone);
    const [candidates, window] = await Promise.all([
      world.db.all(candidatesFrom, { on }),
      world.db.first(windowOn, { organizationId: null, on }),
    ]);
    return ok({ candidates, window });
  },
});
