import { readReplyToken } from '../delivery/index.ts';
import type { World } from '../platform/world.ts';

const LONGEST = 200_000;
const MOST = 20;

/** The first delivery that one of these addresses was made for, or null. */
const firstOf = async (world: World, addresses: readonly string[]): Promise<number | null> => {
  for (const address of new Set(addresses)) {
    const id = await readReplyToken(world.settings.linkSecrets, address);
    if (id !== null) return id;
  }
  return null;
};

/** The delivery whose reply address stands in the mail that a report brings back, or null. */
export const deliveryInside = (world: World, raw: Uint8Array): Promise<number | null> => {
  const text = new TextDecoder().decode(raw.slice(0, LONGEST)).replaceAll(/=\r?\n/g, '');
  return firstOf(world, text.match(/\br\.[a-z2-7]{28}@/gi)?.slice(0, MOST) ?? []);
};

/**
 * The delivery that a mail says it answers, or null: each of our mails names its reply address among its References,
 * and mail programs copy those into what answers it (RFC 5322 §3.6.4).
 */
export const deliveryAnswered = (world: World, messageIds: readonly string[]): Promise<number | null> =>
  firstOf(
    world,
    messageIds.map((id) => id.replace(/^</, '')),
  );
