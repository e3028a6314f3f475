import * as z from 'zod';
import { figuresOf } from '../people/index.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { factKeys } from './points-facts.ts';
import { districtsWithout, talkingPointsRow } from './talking-points-queries.ts';

/**
 * The figures that words ask for: of how many of the members' districts each is not known, and of which. `known` are
 * the names that some district has.
 */
export const missingFigures = async (world: World, body: string) => {
  const keys = factKeys(body);
  const [{ homes, figures: known }, without] = await Promise.all([
    figuresOf(world),
    world.db.all(districtsWithout, { keys }),
  ]);
  return {
    districts: homes,
    known,
    figures: keys.map((key) => ({
      key,
      missing: without.filter((row) => row.key === key).map(({ nces, name }) => ({ nces, name })),
    })),
  };
};

/**
 * The figures that a draft asks for: of how many of the districts that have active members each is not known, and of
 * which.
 */
export const talkingPointsFigures = view({
  name: 'talking_points.figures',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, _who, { id }) {
    const points = await world.db.first(talkingPointsRow, { id, partner: null });
    if (!points) return missing('These talking points');
    return ok(await missingFigures(world, points.draft));
  },
});
