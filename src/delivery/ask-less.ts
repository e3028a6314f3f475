import type { World } from '../platform/world.ts';
import { codeInWords } from './carrier-codes.ts';
import { senderOf } from './senders.ts';

/**
 * A provider that asks us to slow down is asked nothing in bulk until then, by any page; what somebody waits for
 * still goes.
 * @param until ms UTC
 */
export const askLess = async (
  world: World,
  channel: 'sms' | 'email',
  code: string,
  until: number,
): Promise<void> => {
  try {
    await world.pacer.hold(senderOf(channel), {
      until,
      reason: `${codeInWords(code) ?? 'The provider asks us to slow down'} (${code}).`,
      bulkOnly: true,
    });
  } catch (error) {
    world.log.fault('delivery.not_held', error, { channel });
  }
};
