import * as z from 'zod';
import { invalid, missing, ok, refused } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { addressHash } from './address-hash.ts';
import { channelShape, closePoints, reopenPoints } from './consent-queries.ts';
import { snapshotsOf } from './known.ts';
import { demotePoints, upsertPoints } from './member-queries.ts';
import { readAddress } from './written-address.ts';

/**
 * Gives a member another number or address, or makes one they have the first. A number waits for consent;
 * a suppressed one stays closed, and a first number that was stopped is not replaced by this alone.
 */
export const addContactPoint = verb({
  name: 'contact.add',
  by: ['owner', 'director', 'staff', 'system', 'member'],
  input: z.strictObject({
    id: z.string().max(40).optional(),
    memberId: z.string(),
    channel: channelShape,
    address: z.string().trim().max(254),
    isPublic: z.boolean().default(false),
    isPrimary: z.boolean().default(false),
  }),
  async run(world, who, input) {
    const [member] = await snapshotsOf(world, [input.memberId]);
    if (!member || (who.kind === 'member' && who.id !== member.id)) return missing('This member');
    const parsed = readAddress(input.channel, input.address);
    if (!parsed.ok) return invalid([{ field: 'address', message: parsed.reason }]);
    const ours = member.points.filter((point) => point.channel === input.channel);
    const primary = ours.find((point) => point.isPrimary === 1);
    const same = ours.find((point) => point.address === parsed.address);
    const moves = input.isPrimary && primary && primary !== same;
    if (moves && primary.state === 'suppressed') {
      return refused(
        'consent.moved',
        'This member has stopped messages at their first one. A stop never moves to another: ask them to come back from the first, or remove it.',
      );
    }
    const hash = await addressHash(world, input.channel, parsed.address);
    const now = world.clock.now();
    const id = same?.id ?? input.id ?? world.ids.next();
    const isPrimary = input.isPrimary || !primary ? 1 : (same?.isPrimary ?? 0);
    await world.db.commit(
      {
        who,
        action: 'contact.add',
        subject: { kind: 'member', id: member.id },
        detail: { contactPointId: id, channel: input.channel },
      },
      [
        change(demotePoints, { ids: moves ? [primary.id] : [], now }),
        change(upsertPoints, {
          rows: [
            {
              id,
              memberId: member.id,
              channel: input.channel,
              address: parsed.address,
              addressHash: hash,
              isPublic: Number(input.isPublic),
              isPrimary,
              // What a member adds waits until they have proved that it is theirs.
              state: input.channel === 'email' && who.kind !== 'member' ? 'active' : 'unconsented',
              stateReason: null,
              createdAt: now,
              updatedAt: now,
            },
          ],
        }),
        // Consent of the number itself, given earlier, still stands.
        ...(who.kind === 'member' ? [] : [change(reopenPoints, { addressHash: hash, now })]),
        change(closePoints, { hashes: [hash], now }),
      ],
    );
    return ok({ id });
  },
});
