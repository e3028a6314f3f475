import { pageToken, sha256 } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { newerAlert } from './member-queries.ts';

/**
 * The address of a person's page of the alert that took the place of another: null where nothing has reached
 * them of it yet. Made anew from the delivery, since tokens are kept as hashes only.
 */
export const newerPage = async (
  world: World,
  alertId: string,
  person: { memberId: string; channel: string },
): Promise<string | null> => {
  const row = await world.db.first(newerAlert, { alertId, ...person });
  if (!row || row.deliveryId === null) return null;
  for (const secret of world.settings.linkSecrets) {
    const token = await pageToken(secret, row.deliveryId);
    if ((await sha256(token)) === row.tokenHash) return `/a/${token}`;
  }
  return null;
};
