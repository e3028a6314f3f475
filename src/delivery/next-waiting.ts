import type { World } from '../platform/world.ts';
import { nextWaiting } from './control-queries.ts';

/** When the next message of an alert that waits for its hour may go out, in ms UTC; null where none waits. */
export const nextWaitingOf = async (world: World, alertId: string): Promise<number | null> =>
  (await world.db.first(nextWaiting, { alertId, now: world.clock.now() }))?.dueAt ?? null;
