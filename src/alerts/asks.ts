import { read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { federalPoints, openAsks } from './ask-queries.ts';

/**
 * What we ask of some officials now, each with the newest federal talking points about it, beside all federal talking
 * points that are published, each with its newest version.
 */
export const asksAndPoints = async (world: World, officialIds: string[]) => {
  const [asks, points] = await world.db.together(read(openAsks, { officialIds }), read(federalPoints, {}));
  return { asks, points };
};
