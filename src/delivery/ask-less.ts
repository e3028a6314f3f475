import { addDays, instantOf, localDate } from '../platform/days.ts';
import type { SenderHold, World } from '../platform/world.ts';
import { codeInWords } from './carrier-codes.ts';
import { senderOf } from './senders.ts';

/** T-Mobile's caps begin anew at midnight Pacific time. */
const CARRIER_ZONE = 'America/Los_Angeles';

const held = async (world: World, channel: 'sms' | 'email', hold: SenderHold): Promise<void> => {
  try {
    await world.pacer.hold(senderOf(channel), hold);
  } catch (error) {
    world.log.fault('delivery.not_held', error, { channel });
  }
};

/**
 * A provider that asks us to slow down is asked nothing in bulk until then, by any page; what somebody waits for
 * still goes.
 * @param until ms UTC
 */
export const askLess = (world: World, channel: 'sms' | 'email', code: string, until: number): Promise<void> =>
  held(world, channel, {
    until,
    reason: `${codeInWords(code) ?? 'The provider asks us to slow down'} (${code}).`,
    bulkOnly: true,
  });

/** Holds the sender of texts until the carrier's next day: its limit for this one is used up. */
export const holdForTheDay = (world: World, code: string): Promise<void> => {
  const tomorrow = addDays(localDate(world.clock.now(), CARRIER_ZONE), 1);
  return held(world, 'sms', {
    until: instantOf(tomorrow, '00:00', CARRIER_ZONE),
    reason: `${codeInWords(code) ?? 'The carrier’s limit for the day is used up'} (${code}).`,
    bulkOnly: false,
  });
};
