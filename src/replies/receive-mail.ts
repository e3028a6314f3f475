import * as z from 'zod';
import { enqueuePlanned, mailBounceChanges, readReplyToken } from '../delivery/index.ts';
import { addressHash, suppressionChanges, type SuppressionReason } from '../people/index.ts';
import { ok, unavailable } from '../platform/problem.ts';
import { change, must, type Change, type RowOf } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { channelChanges } from './change-channel.ts';
import { isFromAList, machineMail, type MachineMail } from './machine-mail.ts';
import { isAuthenticated, trustOf, type Trust } from './mail-trust.ts';
import { looksLikeOptOut } from './opt-out.ts';
import {
  alertOfDelivery,
  insertReply,
  openConversation,
  peopleAt,
  replyByProviderId,
  setMailIds,
  upsertConversation,
} from './queries.ts';
import { deliveryAnswered, deliveryInside } from './mail-delivery.ts';
import { readMail, type ReadMail } from './read-mail.ts';
import { SAY } from './say.ts';
import { tell } from './tell.ts';

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
        ...(mail?.thread ? [change(setMailIds, { replyId, mailIds: mail.thread })] : []),
        ...meant.changes,
        ...(meant.open ? [change(openConversation, { replyId })] : []),
      ],
      meant.state === 'new' ? [{ kind: 'reply.understand', body: { replyId } }] : [],
    );
    await enqueuePlanned(world, done);
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
  machine: MachineMail | null;
  /** It says that it answers a mail of ours to the member whose address it comes from. */
  answered: boolean;
  trust: Trust;
  /** The mail came from the address that the delivery went to, or from one that was proved. */
  own: boolean;
}

/** Who a mail is from, as far as it can be proved, and which delivery it answers. */
const look = async (
  world: World,
  mail: ReadMail | null,
  envelope: { from: string; to: string; raw: Uint8Array },
): Promise<Seen> => {
  const from = mail?.from || envelope.from.trim().toLowerCase();
  const fromHash = await addressHash(world, 'email', from);
  const people = await world.db.all(peopleAt, { addressHash: fromHash, at: world.clock.now() });
  const fromMembers = [...new Set(people.map(({ memberId }) => memberId))];
  const machine = mail && (isOurs(world, from) ? { kind: 'auto_reply' as const } : machineMail(mail));
  const returned = machine?.kind === 'bounce' || machine?.kind === 'complaint';
  const deliveryId =
    (await readReplyToken(world.settings.linkSecrets, envelope.to)) ??
    (returned ? await deliveryInside(world, envelope.raw) : null);
  const token = deliveryId === null ? null : await world.db.first(alertOfDelivery, { deliveryId });
  const authenticated = isAuthenticated(mail?.headers ?? [], world.settings.mail.authservId, from);
  const trust = trustOf({ tokenMember: token?.memberId ?? null, fromMembers, authenticated });
  const own = (token !== null && fromMembers.includes(token.memberId)) || trust === 'probable';
  const seen = { from, fromHash, fromMembers, machine, trust, own, answered: false };
  if (trust !== 'probable' || !mail) return { ...seen, deliveryId: token ? deliveryId : null, token };
  // Not to the reply address, but in answer to a mail of ours to the same member.
  const answeredId = await deliveryAnswered(world, mail.answers);
  const about =
    answeredId === null ? null : await world.db.first(alertOfDelivery, { deliveryId: answeredId });
  return about && fromMembers.includes(about.memberId)
    ? { ...seen, deliveryId: answeredId, token: about, answered: true }
    : { ...seen, deliveryId: null, token: null };
};

/** Mail that we sent ourselves, come round: answered, it would go round for good. */
const isOurs = (world: World, from: string): boolean => {
  const { mail, replyDomain } = world.settings;
  return from === mail.fromAddress.toLowerCase() || from.endsWith(`@${replyDomain.toLowerCase()}`);
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
  const { machine, token } = seen;
  if (machine) {
    const reason = closesAddress(machine, token?.address ?? null);
    const address = token?.channel === 'email' && token.pointState !== 'suppressed' ? token.address : null;
    const changes = [
      ...(machine.kind === 'bounce' && token?.channel === 'email' && seen.deliveryId !== null
        ? mailBounceChanges(world, { ...machine, deliveryId: seen.deliveryId, attempt: token.attempt })
        : []),
      ...(reason && address ? await close(address, reason) : []),
    ];
    return { state: 'handled', meaning: machine.kind, machine: machine.kind, open: false, changes };
  }
  // Our own foot and whatever was quoted are gone from the words by now, or there is no telling what is theirs.
  const said = mail.own === '' && !mail.inline ? mail.subject : mail.own;
  const optOut = said === '' ? null : looksLikeOptOut(said);
  if (optOut && !seen.own) return forStaff('unclear_opt_out');
  if (optOut === 'keyword' || optOut === 'clear') {
    const changes = await close(seen.from, 'unsubscribed');
    return { state: 'handled', meaning: 'stop', machine: null, open: optOut === 'clear', changes };
  }
  const memberId = seen.token?.memberId ?? (seen.fromMembers.length === 1 ? seen.fromMembers[0] : null);
  if ((optOut === 'to_email' || optOut === 'to_sms') && memberId && !seen.token?.carries) {
    const to = optOut === 'to_email' ? 'email' : 'sms';
    const evidence = { kind: 'reply', id: replyId };
    const changed = await channelChanges(world, { memberId, to, evidence, who });
    const said = await tellChannel(world, { replyId, memberId, hash: seen.fromHash, to, ...changed });
    return { ...forStaff(optOut, [...changed.changes, ...said]), state: 'handled' };
  }
  if (optOut) return forStaff('unclear_opt_out', await close(seen.from, 'held'));
  if (mail.inline || mail.words === '') return forStaff('inline');
  // What answers a list goes to all of it: a person looks first.
  if (isFromAList(mail)) return forStaff('needs_review');
  // One mail went to several members of one address: a person says whose answer this is.
  if (seen.token?.carries) return forStaff('shared_address');
  const counts =
    seen.trust === 'verified' ||
    (seen.trust === 'probable' && seen.answered && (await networkSettings(world)).countProbableMail);
  return counts
    ? { state: 'new', meaning: null, machine: null, open: false, changes: [] }
    : forStaff(seen.trust);
};

/** One mail back that says which channel is closed now, to the address that the mail came from. */
const tellChannel = async (
  world: World,
  c: { replyId: string; memberId: string; hash: string; to: 'sms' | 'email'; reachable: boolean },
): Promise<Change[]> => {
  const people = await world.db.all(peopleAt, { addressHash: c.hash, at: world.clock.now() });
  const one = people.find(({ memberId }) => memberId === c.memberId);
  if (!one || one.state === 'suppressed' || one.state === 'invalid') return [];
  const network = await networkSettings(world);
  const words = c.to === 'sms' ? SAY.toTexts(network, c.reachable) : SAY.toEmail(network, c.reachable);
  const wording = { subject: 'How we reach you', email: words };
  return tell(world, { kind: 'confirmation', about: c.replyId, ...one, words: wording });
};

/**
 * Why a machine's mail closes the address that the delivery went to, or null: full, slow and refused mailboxes stay
 * open, and so does one that passed the mail on to an address elsewhere that is gone. Within a domain the report may
 * name another alias of the same mailbox.
 */
const closesAddress = (machine: MachineMail, address: string | null): SuppressionReason | null => {
  if (machine.kind === 'complaint') return 'complained';
  if (machine.kind !== 'bounce' || machine.lasting !== 'permanent') return null;
  const domainOf = (one: string) => one.toLowerCase().split('@').at(-1);
  const own = machine.recipient === null || domainOf(machine.recipient) === domainOf(address ?? '');
  return own ? 'bounced' : null;
};
