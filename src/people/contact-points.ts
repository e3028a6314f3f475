import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { parseEmail } from '../platform/email-address.ts';
import { parsePhone } from '../platform/phone.ts';
import { conflict, invalid, missing, ok, refused } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { addressHash, type Channel } from './address-hash.ts';
import { closePoints, reopenPoints, suppressionOf } from './consent-queries.ts';
import { consentChanges, liftChanges, suppressionChanges, today } from './consent.ts';
import { snapshotsOf } from './known.ts';
import { deletePoint, demotePoints, promoteOldest, upsertPoints } from './member-queries.ts';

const WRITERS = ['owner', 'director', 'staff', 'system'] as const;
const channel = z.enum(['sms', 'email']);

const read = (kind: Channel, text: string) => {
  const parsed = kind === 'sms' ? parsePhone(text) : parseEmail(text);
  if (!parsed.ok) return { ok: false as const, reason: parsed.reason };
  return { ok: true as const, address: 'e164' in parsed ? parsed.e164 : parsed.address };
};

/**
 * Gives a member another number or address, or makes one they have the first. A number waits for consent;
 * a suppressed one stays closed, and a first number that was stopped is not replaced by this alone.
 */
export const addContactPoint = verb({
  name: 'contact.add',
  by: [...WRITERS, 'member'],
  input: z.strictObject({
    id: z.string().max(40).optional(),
    memberId: z.string(),
    channel,
    address: z.string().trim().max(254),
    isPublic: z.boolean().default(false),
    isPrimary: z.boolean().default(false),
  }),
  async run(world, who, input) {
    const [member] = await snapshotsOf(world, [input.memberId]);
    if (!member || (who.kind === 'member' && who.id !== member.id)) return missing('This member');
    const parsed = read(input.channel, input.address);
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
              state: input.channel === 'email' ? 'active' : 'unconsented',
              stateReason: null,
              createdAt: now,
              updatedAt: now,
            },
          ],
        }),
        // Consent of the number itself, given earlier, still stands.
        change(reopenPoints, { addressHash: hash, now }),
        change(closePoints, { hashes: [hash], now }),
      ],
    );
    return ok({ id });
  },
});

/** Takes a number or address away from a member. Where it was the first, the oldest of the others follows, unless it was stopped. */
export const removeContactPoint = verb({
  name: 'contact.remove',
  by: [...WRITERS, 'member'],
  input: z.strictObject({ memberId: z.string(), id: z.string() }),
  async run(world, who, { memberId, id }) {
    const [member] = await snapshotsOf(world, [memberId]);
    const point = member?.points.find((one) => one.id === id);
    if (!point || (who.kind === 'member' && who.id !== memberId)) return missing('This number or address');
    const stopped = point.state === 'suppressed' || point.state === 'held';
    const done = await world.db.commit(
      {
        who,
        action: 'contact.remove',
        subject: { kind: 'member', id: memberId },
        detail: { contactPointId: id, channel: point.channel },
      },
      [
        must(deletePoint, { id, memberId }),
        ...(stopped
          ? []
          : [change(promoteOldest, { memberId, channel: point.channel, now: world.clock.now() })]),
      ],
    );
    return done ? ok({ id }) : conflict('Somebody else has just removed this.');
  },
});

/** Writes down consent given on paper or in person: the day and where. A suppressed number stays closed. */
export const recordConsent = verb({
  name: 'consent.record',
  by: WRITERS,
  input: z.strictObject({
    memberId: z.string(),
    contactPointId: z.string(),
    on: z.string().refine(isDate, 'Write the day as 2027-02-09.'),
    source: z.string().trim().min(1, 'Say where consent was given.').max(200),
  }),
  async run(world, who, input) {
    const [member] = await snapshotsOf(world, [input.memberId]);
    const point = member?.points.find((one) => one.id === input.contactPointId && one.channel === 'sms');
    if (!member || !point) return missing('This number');
    if (input.on > (await today(world)))
      return invalid([{ field: 'on', message: 'This day has not come yet.' }]);
    if (await isSuppressed(world, point.addressHash)) {
      return refused(
        'consent.suppressed',
        'This number has been stopped. Only the member can open it again: by texting START, or JOIN, from it.',
      );
    }
    const evidence = { kind: 'consent', id: world.ids.next() };
    await world.db.commit(
      {
        who,
        action: 'consent.record',
        subject: { kind: 'member', id: member.id },
        detail: { contactPointId: point.id },
      },
      await consentChanges(world, {
        channel: 'sms',
        address: point.address,
        who,
        evidence,
        source: input.source,
        on: input.on,
      }),
    );
    return ok({ id: point.id });
  },
});

const isSuppressed = async (world: World, hash: string) =>
  (await world.db.first(suppressionOf, { addressHash: hash })) !== null;

/** Closes a number or address at once and for every member who has it, on what somebody told staff. */
export const suppressAddress = verb({
  name: 'suppression.add',
  by: WRITERS,
  input: z.strictObject({
    channel,
    address: z.string().trim().min(1, 'Give the number or address.').max(254),
    reason: z.enum(['staff', 'unsubscribed', 'wrong_number', 'held']).default('staff'),
  }),
  async run(world, who, input) {
    const parsed = read(input.channel, input.address);
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

/** Clears a hold: the member did not mean to stop. Nothing else that closes an address can be cleared by staff. */
export const releaseHold = verb({
  name: 'suppression.release',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({ channel, address: z.string().trim().max(254) }),
  async run(world, who, input) {
    const parsed = read(input.channel, input.address);
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
