import { keyedHash } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';

export type Channel = 'sms' | 'email';

/**
 * The keyed hash under which an address stands in the suppression list and the consent ledger.
 * The key is the sign-in secret, not the link secret: links expire and their secret is rotated, while a
 * suppression has to be found again after years. Changing AUTH_SECRET would forget every STOP whose member
 * has been erased, so the operating guide says never to change it without hashing the stored addresses again.
 * @param address E.164 for a text, lower case for email, as `parsePhone` and `parseEmail` give them
 * @returns 64 characters of hex; the same address on another channel has another hash
 */
export const addressHash = (world: World, channel: Channel, address: string): Promise<string> =>
  keyedHash(world.settings.authSecret, `address:${channel}:${address}`);
