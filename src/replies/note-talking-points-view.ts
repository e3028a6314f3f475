import { must } from '../platform/statement.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { insertView } from './queries.ts';

/**
 * Keeps which version of the talking points a member saw. Call it for a human act on the page (an answer, a
 * button), never for the page being fetched: scanners fetch too.
 */
export const noteTalkingPointsView = async (
  world: World,
  deliveryId: number,
  versionId: string,
): Promise<void> => {
  await world.db.commit(
    {
      who: SYSTEM,
      action: 'talking_points.see',
      subject: { kind: 'delivery', id: String(deliveryId) },
      detail: { versionId },
    },
    [must(insertView, { deliveryId, versionId, now: world.clock.now() })],
  );
};
