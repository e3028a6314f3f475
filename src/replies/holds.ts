import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { holdDue } from './hold-due.ts';
import { openHolds } from './queries.ts';

/** An address on hold that nobody has decided about. Nothing is sent there, and no clock ever releases it. */
export type Hold = RowOf<typeof openHolds> & { dueAt: number; overdue: boolean };

/**
 * Every address on hold, the longest first.
 * @param only.regionId only those of members of a region
 * @param only.zone the network's, where it is known already
 */
export const holdsNow = async (
  world: World,
  only: { regionId?: string | null; zone?: string } = {},
): Promise<Hold[]> => {
  const now = world.clock.now();
  const [rows, zone] = await Promise.all([
    world.db.all(openHolds, { regionId: only.regionId ?? null }),
    only.zone ?? networkSettings(world).then((settings) => settings.zone),
  ]);
  return rows.map((row) => {
    const dueAt = holdDue(row.at, zone);
    return { ...row, dueAt, overdue: dueAt <= now };
  });
};
