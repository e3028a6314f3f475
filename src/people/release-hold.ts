import * as z from 'zod';
import { invalid, missing, ok, refused } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { addressHash } from './address-hash.ts';
import { channelShape, suppressionOf } from './consent-queries.ts';
import { liftChanges } from './consent.ts';
import { readAddress } from './written-address.ts';

/** Clears a hold: the member did not mean to stop. Nothing else that closes an address can be cleared by staff. */
export const releaseHold = verb({
  name: 'suppression.release',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ channel: channelShape, address: z.string().trim().max(254) }),
  async run(world, who, input) {
    const parsed = readAddress(input.channel, input.address);
    if (!parsed.ok) return invalid([{ field: 'address', message: parsed.reason }]);
    const hash = await addressHash(world, input.channel, parsed.address);
    const found = await world.db.first(suppressionOf, { addressHash: hash });
    if (!found) return missing('A hold on this');
    if (found.reason !== 'held')
      return refused(
        'consent.suppressed',
        'This was stopped, not held. Only the person at this number or address can open it again.',
      );
    await world.db.commit(
      { who, action: 'suppression.release', subject: { kind: 'suppression', id: hash } },
      await liftChanges(world, {
        channel: input.channel,
        address: parsed.address,
        how: 'staff',
        source: 'hold cleared',
        evidence: { kind: 'staff', id: world.ids.next() },
        who,
      }),
    );
    return ok({ addressHash: hash });
  },
});
