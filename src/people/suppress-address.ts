import * as z from 'zod';
import { invalid, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { addressHash } from './address-hash.ts';
import { channelShape } from './consent-queries.ts';
import { suppressionChanges } from './consent.ts';
import { readAddress } from './written-address.ts';

/** Closes a number or address at once and for every member who has it, on what somebody told staff. */
export const suppressAddress = verb({
  name: 'suppression.add',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    channel: channelShape,
    address: z.string().trim().min(1, 'Give the number or address.').max(254),
    reason: z.enum(['staff', 'unsubscribed', 'wrong_number', 'held']).default('staff'),
  }),
  async run(world, who, input) {
    const parsed = readAddress(input.channel, input.address);
    if (!parsed.ok) return invalid([{ field: 'address', message: parsed.reason }]);
    const id = world.ids.next();
    const addressHashed = await addressHash(world, input.channel, parsed.address);
    await world.db.commit(
      {
        who,
        action: 'suppression.add',
        subject: { kind: 'suppression', id: addressHashed },
        detail: { channel: input.channel, reason: input.reason },
      },
      await suppressionChanges(world, {
        channel: input.channel,
        address: parsed.address,
        reason: input.reason,
        byCarrier: false,
        evidence: { kind: 'staff', id },
        who,
      }),
    );
    return ok({ addressHash: addressHashed });
  },
});
