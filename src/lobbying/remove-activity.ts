import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { lockedUnless } from './filed.ts';
import { activityLost } from './lost.ts';
import { removeActivity as remove } from './queries.ts';

/**
 * Takes a line out of the log. It stays in the journal, and in any filing that has it;
 * where one has it, only with `amends`, since the next version then amends that one.
 */
export const removeActivity = verb({
  name: 'activity.remove',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string(), amends: z.boolean().default(false) }),
  run: async (world, who, { id, amends }) => {
    const locked = await lockedUnless(world, { kind: 'activity', id, amends });
    if (locked) return locked;
    const done = await world.db.commit(
      { who, action: 'activity.remove', subject: { kind: 'activity', id } },
      [must(remove, { id, at: world.clock.now() })],
    );
    return done ? ok({ id }) : activityLost(world, id, 'This line was removed already.');
  },
});
