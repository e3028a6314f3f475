import type { InboundSms } from '../delivery/index.ts';
import { couldMeanStop, keepText } from './keep-text.ts';
import { receiveSms } from './receive-sms.ts';

/**
 * The door that the carrier's webhook uses. When it returns, the text is stored, or kept where a job takes it from.
 * Throws where the carrier must try again: nothing could be kept, or the words may be a STOP and no 200 may be
 * given while sends to that number can still be claimed.
 */
export const inboundSms: InboundSms = {
  receive: async (world, text) => {
    const result = await receiveSms(world, { kind: 'provider', id: 'twilio' }, text).catch(
      async (error: unknown) => {
        await keepText(world, text);
        if (couldMeanStop(text)) throw error;
        world.log.fault('text.kept', error, { providerId: text.providerId });
        return null;
      },
    );
    if (result && !result.ok) throw new Error(`A text was not taken: ${result.problem.message}`);
  },
};
