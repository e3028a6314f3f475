import { localDate } from '../platform/days.ts';
import { sha256 } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { consentTextOn } from './consent-queries.ts';

/** One version of the words by which members agree to texts. */
export interface ConsentText {
  version: string;
  body: string;
}

/**
 * The words members agree to when they join by text. Carriers ask for the sender's name, how often, what
 * it may cost, HELP and STOP (CTIA messaging principles; A2P 10DLC registration).
 */
export const CONSENT_TEXT =
  'I agree to receive texts of {{network}} about legislation that concerns my school district: requests to ' +
  'contact my legislators, updates and questions. Some weeks there are none, in a busy week of the ' +
  'legislative session there may be several. Message and data rates may apply. Reply HELP for help, STOP to ' +
  'end. Agreeing is not a condition of membership. My number is not shared or sold.';

/**
 * The wording of consent in force: the newest one that staff wrote, else the built-in one with the network's
 * name, whose version is a hash of its words so that another name is another version.
 * @param network the network's name as members know it
 */
export const currentConsentText = async (world: World, network: string): Promise<ConsentText> => {
  const day = localDate(world.clock.now(), 'UTC');
  const written = await world.db.first(consentTextOn, { day });
  if (written) return written;
  const body = CONSENT_TEXT.replace('{{network}}', network);
  return { version: `built-in-${(await sha256(body)).slice(0, 8)}`, body };
};
