import * as z from 'zod';
import { invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { partners, setShared } from './talking-points-queries.ts';

/** Lets partners see the newest version, or no longer: every partner, or the organizations that are named. */
export const shareTalkingPoints = verb({
  name: 'talking_points.share',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    id: z.string(),
    shared: z.boolean(),
    /** Only people of these see it; every partner, those to come too, where it is left out. */
    organizationIds: z.array(z.string()).min(1, 'Choose at least one partner.').max(200).nullish(),
  }),
  async run(world, who, { id, shared, organizationIds: named }) {
    const organizationIds = shared && named ? [...new Set(named)].toSorted() : null;
    if (organizationIds) {
      const known = await world.db.all(partners, {});
      if (!organizationIds.every((one) => known.some((partner) => partner.id === one)))
        return invalid([
          { field: 'organizationIds', message: 'One of these is no partner here. Choose from the list.' },
        ]);
    }
    const done = await world.db.commit(
      {
        who,
        action: 'talking_points.share',
        subject: { kind: 'talking_points', id },
        detail: { shared, organizationIds },
      },
      [must(setShared, { id, shared, organizationIds, now: world.clock.now(), by: who.id })],
    );
    return done ? ok({ id, shared, organizationIds }) : missing('These talking points');
  },
});
