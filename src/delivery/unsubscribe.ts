import { suppressionChanges } from '../people/index.ts';
import { readToken } from '../platform/tokens.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { deliveryAddresses } from './queries.ts';

/** The delivery that an unsubscribe link came with, or null where we did not sign it. Such links never end. */
export const readUnsubscribeToken = async (world: World, token: string): Promise<number | null> => {
  const id = await readToken([world.settings.authSecret], 'unsubscribe', token);
  return id !== null && /^\d{1,15}$/.test(id) ? Number(id) : null;
};

/**
 * Closes the email address that a mail went to, at once (RFC 8058). Asked twice it is closed once.
 * @returns whether the link was ours; one that lost a letter closes nothing, and whoever pressed it must hear so
 */
export const unsubscribe = async (world: World, token: string): Promise<boolean> => {
  const id = await readUnsubscribeToken(world, token);
  const [where] = id === null ? [] : await world.db.all(deliveryAddresses, { ids: [id] });
  if (!where || where.channel !== 'email') return false;
  const who: Who = { kind: 'member', id: where.memberId };
  await world.db.commit(
    {
      who,
      action: 'suppression.add',
      subject: { kind: 'member', id: where.memberId },
      detail: { reason: 'unsubscribed', deliveryId: where.id },
    },
    await suppressionChanges(world, {
      channel: 'email',
      address: where.address,
      reason: 'unsubscribed',
      byCarrier: false,
      memberIds: [where.memberId],
      evidence: { kind: 'delivery', id: String(where.id) },
      who,
    }),
  );
  return true;
};
