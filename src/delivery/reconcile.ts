import { pageToken } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { wordOfStatus } from './apply-statuses.ts';
import { unclearDeliveries } from './claim-queries.ts';
import { IN_FLIGHT, inFlight } from './in-flight.ts';
import { wordChanges, type Word } from './result-queries.ts';

/** Twilio's list may lag behind what it accepted. */
const FIRST_LOOK_MS = 60_000;
const LAST_LOOK_MS = 30 * 60_000;
/** Their clock and ours may differ by so much. */
const SKEW_MS = 60_000;
const MOST = 200;

/**
 * Looks for proof of texts whose answer was unclear: the carrier's list for the number, where the link of the
 * member's page tells one text from another. Found, it is adopted; not found after half an hour, or a mail, it
 * is `unconfirmed` and stays so until a person decides. Nothing is sent again.
 */
export const reconcile = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const unclear = await world.db.all(unclearDeliveries, { before: now - FIRST_LOOK_MS, limit: MOST });
  const answers = await inFlight(IN_FLIGHT, unclear, async (one): Promise<Word[]> => {
    const { id, attempt, channel, claimedAt, address } = one;
    const found =
      channel === 'sms' && address !== null ? await listed(world, { id, address, claimedAt }) : null;
    if (found) return [wordOfStatus({ deliveryId: id, attempt, ...found })];
    return claimedAt <= now - LAST_LOOK_MS
      ? [{ id, attempt, state: 'unconfirmed', rank: 0, reason: 'no_proof_found' }]
      : [];
  });
  const words = answers.flat();
  if (words.length > 0) await world.db.record(wordChanges(words, now));
  const unconfirmed = words.filter((word) => word.state === 'unconfirmed').length;
  return { unclear: unclear.length, adopted: words.length - unconfirmed, unconfirmed };
};

const listed = async (world: World, one: { id: number; address: string; claimedAt: number }) => {
  const link = `/a/${await pageToken(world.settings.linkSecrets[0], one.id)}`;
  try {
    const messages = await world.sms.list({ to: one.address, sentAfter: one.claimedAt - SKEW_MS });
    return messages.find((text) => text.direction === 'outbound-api' && text.body.includes(link)) ?? null;
  } catch (error) {
    world.log.fault('delivery.list_not_read', error, { id: one.id });
    return null;
  }
};
