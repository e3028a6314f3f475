import * as z from 'zod';
import { readReplyToken } from '../delivery/index.ts';
import { addressHash, suppressionChanges, type SuppressionReason } from '../people/index.ts';
import { ok, unavailable } from '../platform/problem.ts';
import { change, must, type Change, type RowOf } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { machineMail, type MachineMail } from './machine-mail.ts';
import { isAuthenticated, trustOf, type Trust } from './mail-trust.ts';
import { looksLikeOptOut } from './opt-out.ts';
import {
  alertOfDelivery,
  insertReply,
  openConversation,
  peopleAt,
  replyByProviderId,
  upsertConversation,
} from './queries.ts';
import { readMail, type ReadMail } from './read-mail.ts';

const LONGEST = 20_000;
const UNREADABLE = 'This mail could not be read. Its original is kept.';

/**
 * Takes in one mail: the original into object storage first, then what it says. Machines are told from people
 * before anything else; only a mail whose sender and reply address are both proved may be counted as an answer.
 * The same mail delivered again changes nothing.
 * @param input.raw the mail as it came, MIME; from and to are those of the envelope
 * @returns the reply's id; `unavailable` where it could not be kept, and then the sending server has to come again
 */
export const receiveMail = verb({
  name: 'reply.receive_mail',
  by: ['provider'],
  input: z.strictObject({
    from: z.string(),
    to: z.string(),
    raw: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  }),
  async run(world, who, input) {
    const hash = await sha256(new Uint8Array(input.raw));
    const rawKey = `mail/${hash}`;
    try {
      await world.files.put(rawKey, input.raw, 'message/rfc822');
    } catch (error) {
      world.log.fault('mail.not_kept', error);
      return unavailable('The mail could not be stored. Please send it again later.');
    }
    const mail = await readMail(input.raw, input.from);
    const providerId = await sha256([mail?.messageId ?? '', input.to.toLowerCase(), hash].join('\n'));
    const known = await world.db.first(replyByProviderId, { channel: 'email', providerId });
    if (known) return ok({ replyId: known.id, known: true });

    const seen = await look(world, mail, input);
    const replyId = world.ids.next();
    const meant = await meaningOf(world, who, replyId, mail, seen);
    const memberId =
      seen.trust === 'unknown' || seen.token?.carries
        ? null
        : (seen.token?.memberId ?? seen.fromMembers[0] ?? null);
    const threadHash = memberId === null ? seen.fromHash : null;
    const now = world.clock.now();
    const done = await world.db.commit(
      {
        who,
        action: 'reply.receive_mail',
        subject: { kind: 'reply', id: replyId },
        detail: { meaning: meant.meaning, trust: seen.trust, memberId },
      },
      [
        change(upsertConversation, { id: world.ids.next(), memberId, addressHash: threadHash, at: now }),
        must(insertReply, {
          id: replyId,
          channel: 'email',
          providerId,
          fromAddress: seen.from,
          addressHash: seen.fromHash,
          toAddress: input.to,
          subject: mail?.subject ?? null,
          body: (mail ? mail.words : UNREADABLE).slice(0, LONGEST),
          rawKey,
          optOutType: null,
          tokenDeliveryId: seen.deliveryId,
          trust: seen.trust,
          machine: meant.machine,
          memberId,
          threadHash,
          alertId: seen.token?.alertId ?? null,
          state: meant.state,
          meaning: meant.meaning,
          at: now,
        }),
        ...meant.changes,
        ...(meant.open ? [change(openConversation, { replyId })] : []),
      ],
      meant.state === 'new' ? [{ kind: 'reply.understand', body: { replyId } }] : [],
    );
    if (done) return ok({ replyId, known: false });
    const first = await world.db.first(replyByProviderId, { channel: 'email', providerId });
    return ok({ replyId: first?.id ?? replyId, known: true });
  },
});

interface Seen {
  from: string;
  fromHash: string;
  fromMembers: string[];
  deliveryId: number | null;
  token: RowOf<typeof alertOfDelivery> | null;
  trust: Trust;
  /** The mail came from the address that the delivery went to, or from one that was proved. */
  own: boolean;
}

/** Who a mail is from, as far as it can be proved, and which delivery it answers. */
const look = async (
  world: World,
  mail: ReadMail | null,
  envelope: { from: string; to: string },
): Promise<Seen> => {
  const from = mail?.from || envelope.from.trim().toLowerCase();
  const fromHash = await addressHash(world, 'email', from);
  const people = await world.db.all(peopleAt, { addressHash: fromHash, at: world.clock.now() });
  const fromMembers = [...new Set(people.map(({ memberId }) => memberId))];
  const deliveryId = await readReplyToken(world.settings.linkSecrets, envelope.to);
  const token = deliveryId === null ? null : await world.db.first(alertOfDelivery, { deliveryId });
  const authenticated = isAuthenticated(mail?.headers ?? [], world.settings.mail.authservId, from);
  const trust = trustOf({ tokenMember: token?.memberId ?? null, fromMembers, authenticated });
  const own = (token !== null && fromMembers.includes(token.memberId)) || trust === 'probable';
  return { from, fromHash, fromMembers, deliveryId: token ? deliveryId : null, token, trust, own };
};

interface Meant {
  state: 'new' | 'handled' | 'waiting';
  meaning: string | null;
  machine: 'auto_reply' | 'bounce' | 'complaint' | null;
  open: boolean;
  changes: Change[];
}
const forStaff = (meaning: string, changes: Change[] = []): Meant => ({
  state: 'waiting',
  meaning,
  machine: null,
  open: true,
  changes,
});

const meaningOf = async (
  world: World,
  who: Who,
  replyId: string,
  mail: ReadMail | null,
  seen: Seen,
): Promise<Meant> => {
  if (!mail) return forStaff('unreadable');
  const close = (address: string, reason: SuppressionReason) =>
    suppressionChanges(world, {
      channel: 'email',
      address,
      reason,
      byCarrier: false,
      evidence: { kind: 'reply', id: replyId },
      who,
    });
  const machine = machineMail(mail);
  if (machine) {
    const reason = closesAddress(machine);
    const address = seen.token?.channel === 'email' ? seen.token.address : null;
    const changes = reason && address ? await close(address, reason) : [];
    return { state: 'handled', meaning: machine.kind, machine: machine.kind, open: false, changes };
  }
  // Our own foot and whatever was quoted are gone from the words by now, or there is no telling what is theirs.
  const optOut = mail.inline ? null : looksLikeOptOut(mail.words === '' ? mail.subject : mail.words);
  if (optOut && !seen.own) return forStaff('unclear_opt_out');
  if (optOut === 'keyword' || optOut === 'clear') {
    const changes = await close(seen.from, 'unsubscribed');
    return { state: 'handled', meaning: 'stop', machine: null, open: optOut === 'clear', changes };
  }
  if (optOut) return forStaff('unclear_opt_out', await close(seen.from, 'held'));
  if (mail.inline || mail.words === '') return forStaff('inline');
  // One mail went to several members of one address: a person says whose answer this is.
  if (seen.token?.carries) return forStaff('shared_address');
  return seen.trust === 'verified'
    ? { state: 'new', meaning: null, machine: null, open: false, changes: [] }
    : forStaff(seen.trust);
};

/** Why a machine's mail closes the address that the delivery went to, or null: full, slow and refused mailboxes stay open. */
const closesAddress = (machine: MachineMail): SuppressionReason | null =>
  machine.kind === 'complaint'
    ? 'complained'
    : machine.kind === 'bounce' && machine.lasting === 'permanent'
      ? 'bounced'
      : null;
