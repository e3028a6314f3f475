import { enqueuePlanned } from '../delivery/index.ts';
import { ok, type Result } from '../platform/problem.ts';
import { change, must, type Change, type RowOf } from '../platform/statement.ts';
import { SYSTEM, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { bindAlert, type Bound } from './bind-alert.ts';
import { looksLikeContact } from './looks-like-contact.ts';
import {
  alertOfDelivery,
  alertsSentTo,
  openConversation,
  optionsOf,
  peopleAt,
  pendingWhich,
  replyById,
  settleReply,
  upsertConversation,
} from './queries.ts';
import { readAnswer, saysYes, type ReadAnswer } from './read-answer.ts';
import { letterOf, SAY } from './say.ts';
import { answerChanges } from './store-answer.ts';
import { isTapback } from './tapback.ts';
import { tell } from './tell.ts';

type Reply = RowOf<typeof replyById>;
interface Sender {
  memberId: string;
  contactPointId: string;
  /** False for a number that was stopped: it gets no text, and its YES asks for texts again and is no answer. */
  mayHear: boolean;
}

const ALERTS_BACK_MS = 60 * 24 * 3_600_000;
const ASKED_BACK_MS = 2 * 24 * 3_600_000;

/**
 * Understands one stored reply: whose it is, which alert it means, which option it chooses, and what is left for a
 * person to read. A job: safe to run twice, late and out of order, since it changes a reply only while that is new.
 * @returns what the reply was taken for
 */
export const understandReply = async (
  world: World,
  body: Record<string, string | number | null>,
): Promise<Result<{ meaning: string }>> => {
  // A second look only where the alert closed, or somebody else settled the reply, between reading and writing.
  for (let look = 0; look < 3; look += 1) {
    const reply = await world.db.first(replyById, { id: String(body.replyId) });
    if (!reply || reply.state !== 'new') return ok({ meaning: reply?.meaning ?? 'gone' });
    const plan = await planFor(world, reply);
    const done = await world.db.commit(plan.entry, plan.changes, plan.jobs);
    if (!done) continue;
    await enqueuePlanned(world, done);
    return ok({ meaning: plan.meaning });
  }
  throw new Error('A reply kept changing while it was being understood.');
};

interface Plan {
  meaning: string;
  entry: {
    who: Who;
    action: string;
    subject: { kind: string; id: string };
    detail: Record<string, string | null>;
  };
  changes: Change[];
  jobs: { kind: string; body: { replyId: string } }[];
}
interface Settled {
  state: 'answered' | 'handled' | 'waiting';
  meaning: string;
  machine?: 'tapback';
  memberId?: string;
  alertId?: string;
  open?: boolean;
  /** The free words in it, if any: they may tell of a contact. */
  words?: string;
  changes?: Change[];
}

const settled = (world: World, reply: Reply, s: Settled): Plan => ({
  meaning: s.meaning,
  entry: {
    who: s.state === 'answered' && s.memberId ? { kind: 'member', id: s.memberId } : SYSTEM,
    action: s.state === 'answered' ? 'answer.give' : 'reply.understand',
    subject: { kind: 'reply', id: reply.id },
    detail: { meaning: s.meaning, alertId: s.alertId ?? null },
  },
  changes: [
    ...(s.memberId && s.memberId !== reply.memberId
      ? [
          change(upsertConversation, {
            id: world.ids.next(),
            memberId: s.memberId,
            addressHash: null,
            at: reply.receivedAt,
          }),
        ]
      : []),
    must(settleReply, {
      id: reply.id,
      from: ['new'],
      state: s.state,
      meaning: s.meaning,
      machine: s.machine ?? null,
      memberId: s.memberId ?? null,
      alertId: s.alertId ?? null,
      now: world.clock.now(),
    }),
    ...(s.changes ?? []),
    ...(s.open ? [change(openConversation, { replyId: reply.id })] : []),
  ],
  jobs:
    s.words && looksLikeContact(s.words)
      ? [{ kind: 'reply.about_contact', body: { replyId: reply.id } }]
      : [],
});

const planFor = async (world: World, reply: Reply): Promise<Plan> => {
  if (isTapback(reply.body))
    return settled(world, reply, { state: 'handled', meaning: 'tapback', machine: 'tapback' });
  const sender = await senderOf(world, reply);
  if (typeof sender === 'string')
    return settled(world, reply, { state: 'waiting', meaning: sender, open: true });

  const own = { memberId: sender.memberId };
  const asked = reply.channel === 'sms' ? await answeredWhich(world, reply, sender) : null;
  const text = asked?.text ?? reply.body;
  const read = await readAgainst(world, reply, sender, text, asked?.alertId ?? null);
  const { bound } = read;
  const at = reply.receivedAt;

  if (bound.kind === 'answer' || bound.kind === 'late') {
    const option = read.of(bound.alertId)?.option;
    const note = read.of(bound.alertId)?.note ?? '';
    if (option) {
      const late = bound.kind === 'late';
      const given = {
        alertId: bound.alertId,
        optionId: option.id,
        door: doorOf(reply),
        replyId: reply.id,
        deliveryId: reply.tokenDeliveryId,
        at,
        ...own,
      };
      return settled(world, reply, {
        ...own,
        state: late ? 'handled' : 'answered',
        meaning: late ? 'late' : 'answer',
        alertId: bound.alertId,
        open: note !== '',
        words: note,
        changes: [
          ...answerChanges(world, given, late),
          ...(late && sender.mayHear
            ? await tellLate(world, reply, sender, bound.alertId, read.titleOf(bound.alertId))
            : []),
          ...(asked ? [asked.close] : []),
        ],
      });
    }
  }
  if (bound.kind === 'ask') {
    const before = await world.db.first(pendingWhich, {
      memberId: sender.memberId,
      after: at - ASKED_BACK_MS,
    });
    if (!before && reply.channel === 'sms' && sender.mayHear) {
      const words = SAY.which(await networkSettings(world), bound.alertIds.map(read.titleOf));
      const changes = tell(world, { kind: 'question', about: reply.id, ...sender, words: { sms: words } });
      return settled(world, reply, {
        ...own,
        state: 'waiting',
        meaning: `which:${bound.alertIds.join(',')}`,
        changes,
      });
    }
    return settled(world, reply, { ...own, state: 'waiting', meaning: 'which', open: true });
  }
  const alertId = bound.kind === 'none' ? undefined : bound.alertId;
  return settled(world, reply, {
    ...own,
    state: 'waiting',
    meaning: 'talk',
    alertId,
    open: true,
    words: reply.body,
  });
};

const doorOf = (reply: Reply): 'sms' | 'email' => (reply.channel === 'email' ? 'email' : 'sms');

/** Whose reply it is, or the word for why only a person can say. */
const senderOf = async (world: World, reply: Reply): Promise<Sender | string> => {
  const people = await world.db.all(peopleAt, { addressHash: reply.addressHash, at: reply.receivedAt });
  if (reply.channel === 'email') {
    const own = people.find(({ memberId }) => memberId === reply.memberId);
    return own && reply.trust === 'verified' ? { ...own, mayHear: true } : reply.trust;
  }
  if (people.length === 0) return 'unknown';
  const asked = people.filter((one) => one.asked === 1);
  const one = people.length === 1 ? people[0] : asked.length === 1 ? asked[0] : undefined;
  return one ? { ...one, mayHear: one.state !== 'suppressed' && one.state !== 'invalid' } : 'shared_number';
};

/** Where the member was asked which alert they meant and has said so: that alert, and the words to read. */
const answeredWhich = async (world: World, reply: Reply, sender: Sender) => {
  const letter = letterOf(reply.body);
  if (!letter) return null;
  const pending = await world.db.first(pendingWhich, {
    memberId: sender.memberId,
    after: reply.receivedAt - ASKED_BACK_MS,
  });
  const alertId = pending?.meaning.slice('which:'.length).split(',')[letter.place];
  if (!pending || !alertId) return null;
  const close = change(settleReply, {
    id: pending.id,
    from: ['waiting'],
    state: 'handled',
    meaning: 'which_answered',
    machine: null,
    memberId: null,
    alertId,
    now: world.clock.now(),
  });
  return { alertId, text: letter.rest === '' ? pending.body : letter.rest, close };
};

/** The text read against every alert that went to the member, and the one it means. */
const readAgainst = async (
  world: World,
  reply: Reply,
  sender: Sender,
  text: string,
  thread: string | null,
) => {
  const sent = await world.db.all(alertsSentTo, {
    memberId: sender.memberId,
    before: reply.receivedAt,
    after: reply.receivedAt - ALERTS_BACK_MS,
  });
  const options = await world.db.all(optionsOf, { alertIds: sent.map(({ alertId }) => alertId) });
  const token =
    reply.tokenDeliveryId === null
      ? null
      : await world.db.first(alertOfDelivery, { deliveryId: reply.tokenDeliveryId });
  const readings = new Map<string, ReadAnswer>(
    sent.map(({ alertId }) => {
      const offered = options.filter((one) => one.alertId === alertId);
      const read = readAnswer(text, offered);
      return [alertId, saysYes(text) && !sender.mayHear ? { option: null, note: read.note } : read];
    }),
  );
  const bound: Bound = bindAlert(
    sent.map((one) => ({
      alertId: one.alertId,
      isOut: one.isOut === 1,
      sentAt: one.sentAt,
      sameThread: one.channels.split(',').includes(reply.channel),
      answered: one.answered === 1,
      reads: (readings.get(one.alertId)?.option ?? null) !== null,
    })),
    thread ?? token?.alertId ?? null,
    reply.receivedAt,
  );
  return {
    bound,
    of: (alertId: string) => readings.get(alertId) ?? null,
    titleOf: (alertId: string) => sent.find((one) => one.alertId === alertId)?.title ?? '',
  };
};

/** Tells a member once for each alert that their answer came after it closed. */
const tellLate = async (world: World, reply: Reply, sender: Sender, alertId: string, title: string) => {
  const words = SAY.late(await networkSettings(world), title);
  return tell(world, {
    kind: 'confirmation',
    about: `late-${alertId}`,
    ...sender,
    words: reply.channel === 'email' ? { subject: `Re: ${title}`, email: words } : { sms: words },
  });
};
