import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { factKeys } from './points-facts.ts';
import {
  districtsWithMembers,
  districtsWithout,
  knownFigures,
  talkingPointsRow,
} from './talking-points-queries.ts';

/** The figures that words ask for: of how many of the members' districts each is not known, and of which. */
export const missingFigures = async (world: World, body: string) => {
  const keys = factKeys(body);
  if (keys.length === 0) return { districts: 0, figures: [] };
  const [home, without] = await Promise.all([
    world.db.first(districtsWithMembers, {}),
    world.db.all(districtsWithout, { keys }),
  ]);
  return {
    districts: home?.count ?? 0,
    figures: keys.map((key) => ({
      key,
      missing: without.filter((row) => row.key === key).map(({ nces, name }) => ({ nces, name })),
    })),
  };
};

/**
 * The figures that a draft asks for: of how many of the districts that have active members each is not known, and of
 * which. `known` are the names that some district has.
 */
export const talkingPointsFigures = view({
  name: 'talking_points.figures',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({ id: z.string() }),
  async run(world, _who, { id }) {
    const points = await world.db.first(talkingPointsRow, { id });
    if (!points) return missing('These talking points');
    const [asked, known] = await Promise.all([
      missingFigures(world, points.draft),
      world.db.all(knownFigures, {}),
    ]);
    return ok({ ...asked, known });
  },
});
