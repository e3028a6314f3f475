import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { fillStatewide } from './queries.ts';

/** Gives school districts that were imported since then the senators of their state. */
const reachStatewide = async (world: World): Promise<Record<string, number>> => {
  const [filled] = await world.db.record([change(fillStatewide, {})]);
  return { districtsReached: filled?.changed ?? 0 };
};

/** What the clocks start here. */
export const legislatureClocks = { quarter: { 'reach.statewide': reachStatewide } };
