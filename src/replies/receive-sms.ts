import * as z from 'zod';
import { enqueuePlanned } from '../delivery/index.ts';
import { addressHash } from '../people/index.ts';
import { parsePhone } from '../platform/phone.ts';
import { ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { atOnce } from './at-once.ts';
import { waitForMore } from './parts.ts';
import {
  closedSince,
  insertReply,
  openConversation,
  peopleAt,
  replyByProviderId,
  upsertConversation,
} from './queries.ts';

const LONGEST = 20_000;

/**
 * Takes in one text. Everything that consent hangs on is in the one commit that comes before the carrier is
 * told 200: the text as it came, and the suppression where it is a STOP, says so in other words, or may mean it.
 * The same text delivered again changes nothing.
 * @returns the reply's id, and whether it was known before
 */
export const receiveSms = verb({
  name: 'reply.receive_text',
  by: ['provider'],
  input: z.strictObject({
    providerId: z.string().min(1),
    from: z.string(),
    to: z.string(),
    body: z.string(),
    optOutType: z.enum(['STOP', 'START', 'HELP']).nullable(),
    media: z.array(z.strictObject({ url: z.string(), type: z.string() })),
    at: z.number(),
  }),
  async run(world, who, input) {
    const phone = parsePhone(input.from);
    const text = {
      ...input,
      address: phone.ok ? phone.e164 : input.from,
      replyId: world.ids.next(),
    };
    const hash = await addressHash(world, 'sms', text.address);
    const people = await world.db.all(peopleAt, { addressHash: hash, at: input.at });
    const memberId = people.length === 1 ? (people[0]?.memberId ?? null) : null;
    const threadHash = memberId === null ? hash : null;
    const closed = await world.db.first(closedSince, { addressHash: hash });
    const first = await atOnce(world, who, text, people, closed?.at ?? null);
    const rawKey = input.media.length > 0 ? `texts/${input.providerId}.json` : null;
    if (rawKey) await world.files.put(rawKey, JSON.stringify(input), 'application/json');
    const done = await world.db.commit(
      {
        who,
        action: 'reply.receive_text',
        subject: { kind: 'reply', id: text.replyId },
        detail: { meaning: first.meaning, memberId },
      },
      [
        change(upsertConversation, { id: world.ids.next(), memberId, addressHash: threadHash, at: input.at }),
        must(insertReply, {
          id: text.replyId,
          channel: 'sms',
          providerId: input.providerId,
          fromAddress: text.address,
          addressHash: hash,
          toAddress: input.to,
          subject: null,
          body: input.body.slice(0, LONGEST),
          rawKey,
          optOutType: input.optOutType,
          tokenDeliveryId: null,
          trust: people.length > 0 ? 'verified' : 'unknown',
          machine: null,
          memberId,
          threadHash,
          alertId: null,
          state: first.state,
          meaning: first.meaning,
          at: input.at,
        }),
        ...first.changes,
        ...(first.open ? [change(openConversation, { replyId: text.replyId })] : []),
      ],
      first.state === 'new'
        ? [{ kind: 'reply.understand', body: { replyId: text.replyId }, ...waitForMore(input.body) }]
        : [],
    );
    if (done) {
      await enqueuePlanned(world, done);
      return ok({ replyId: text.replyId, known: false });
    }
    const known = await world.db.first(replyByProviderId, { channel: 'sms', providerId: input.providerId });
    return ok({ replyId: known?.id ?? text.replyId, known: true });
  },
});
