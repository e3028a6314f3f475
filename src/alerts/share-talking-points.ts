import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { setShared } from './talking-points-queries.ts';

/** Lets partners see the newest version, or no longer. */
export const shareTalkingPoints = verb({
  name: 'talking_points.share',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string(), shared: z.boolean() }),
  async run(world, who, { id, shared }) {
    const done = await world.db.commit(
      { who, action: 'talking_points.share', subject: { kind: 'talking_points', id }, detail: { shared } },
      [must(setShared, { id, shared, now: world.clock.now(), by: who.id })],
    );
    return done ? ok({ id, shared }) : missing('These talking points');
  },
});
