import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { activityLost } from './lost.ts';
import { removeActivity as remove } from './queries.ts';

/** Takes a line out of the log. It stays in the journal, and in any filing that has it. */
export const removeActivity = verb({
  name: 'activity.remove',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ id: z.string() }),
  run: async (world, who, { id }) => {
    const done = await world.db.commit(
      { who, action: 'activity.remove', subject: { kind: 'activity', id } },
      [must(remove, { id, at: world.clock.now() })],
    );
    return done ? ok({ id }) : activityLost(world, id, 'This line was removed already.');
  },
});
