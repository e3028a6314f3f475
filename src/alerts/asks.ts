import type { World } from '../platform/world.ts';
import { federalPoints, openAsks } from './ask-queries.ts';

/** What we ask of some officials now, each with the newest federal talking points about it. */
export const asksOf = (world: World, officialIds: string[]) => world.db.all(openAsks, { officialIds });

/** The federal talking points that are published, each with its newest version. */
export const pointsForCongress = (world: World) => world.db.all(federalPoints, {});
