import { enqueuePlanned } from '../delivery/index.ts';
import { ok, type Result } from '../platform/problem.ts';
import { change, must, type Change } from '../platform/statement.ts';
import { SYSTEM, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { namesOfficials } from './answer-value.ts';
import { atOnce } from './at-once.ts';
import { looksLikeContact } from './looks-like-contact.ts';
import { looksLikeOptOut } from './opt-out.ts';
import { wholeOf } from './parts.ts';
import {
  mailThread,
  openConversation,
  peopleAt,
  replyById,
  settleReply,
  upsertConversation,
} from './queries.ts';
import { readAgainst } from './read-against.ts';
import { askNext } from './ask-next.ts';
import { SAY } from './say.ts';
import { senderOf, type Reply, type Sender } from './sender-of.ts';
import { storeAnswer } from './store-answer.ts';
import { isTapback } from './tapback.ts';
import { tell } from './tell.ts';
import { tellStranger } from './tell-stranger.ts';
import { answeredWhich, askedWhich } from './which-alert.ts';

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
    const whole = await wholeOf(world, reply);
    if (!whole) return ok({ meaning: 'part' });
    const text = { ...reply, body: whole.body };
    const plan = (whole.parts > 1 ? await stopInParts(world, text) : null) ?? (await planFor(world, text));
    const done = await world.db.commit(plan.entry, [...whole.changes, ...plan.changes], plan.jobs);
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
  jobs: { kind: string; body: Record<string, string> }[];
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
  jobs?: Plan['jobs'];
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
  jobs: [
    ...(s.jobs ?? []),
    ...(s.words && looksLikeContact(s.words)
      ? [{ kind: 'reply.about_contact', body: { replyId: reply.id } }]
      : []),
  ],
});

/** Each part was looked at as it came; an opt-out that only all of them together say is heard now. */
const stopInParts = async (world: World, reply: Reply): Promise<Plan | null> => {
  if (looksLikeOptOut(reply.body) === null) return null;
  const people = await world.db.all(peopleAt, { addressHash: reply.addressHash, at: reply.receivedAt });
  const text = {
    replyId: reply.id,
    address: reply.fromAddress,
    body: reply.body,
    optOutType: null,
    at: reply.receivedAt,
  };
  const first = await atOnce(world, SYSTEM, text, people, null);
  if (first.state === 'new' || first.meaning === null) return null;
  const { state, meaning, open, changes } = first;
  return settled(world, reply, { state, meaning, open, changes });
};

const planFor = async (world: World, reply: Reply): Promise<Plan> => {
  if (isTapback(reply.body))
    return settled(world, reply, { state: 'handled', meaning: 'tapback', machine: 'tapback' });
  const { fromAddress: address, body: words, receivedAt } = reply;
  const staff =
    reply.channel === 'sms' ? await world.staffText(world, { address, text: words, at: receivedAt }) : null;
  if (staff)
    return settled(world, reply, {
      state: 'handled',
      meaning: 'staff_log',
      jobs: [{ kind: 'log.text', body: { replyId: reply.id, staffId: staff.staffId } }],
    });
  const sender = await senderOf(world, reply);
  if (typeof sender === 'string')
    return settled(world, reply, {
      state: 'waiting',
      meaning: sender,
      open: true,
      changes: reply.channel === 'sms' && sender === 'unknown' ? await tellStranger(world, reply) : [],
    });

  const own = { memberId: sender.memberId };
  const confirmed = await world.pendingConfirmation(world, {
    memberId: sender.memberId,
    text: reply.body,
    at: reply.receivedAt,
  });
  if (confirmed)
    return settled(world, reply, {
      ...own,
      state: 'handled',
      meaning: 'about_report',
      open: confirmed.staff,
      ...(confirmed.alertId && { alertId: confirmed.alertId }),
      jobs: [
        {
          kind: 'contact_report.answered',
          body: { replyId: confirmed.replyId, answerId: reply.id, says: confirmed.says },
        },
      ],
    });
  const asked = reply.channel === 'sms' ? await answeredWhich(world, reply, sender) : null;
  const text = asked?.text ?? reply.body;
  const read = await readAgainst(world, reply, sender, text, asked?.about ?? null);
  const { against } = read;
  const at = reply.receivedAt;

  if (against.kind === 'answer' || against.kind === 'late') {
    const { alertId, questionId, value, note } = against;
    const late = against.kind === 'late';
    const given = {
      alertId,
      questionId,
      value,
      door: doorOf(reply),
      replyId: reply.id,
      deliveryId: reply.tokenDeliveryId,
      at,
      ...own,
    };
    const stored = storeAnswer(world, given, late);
    const questions = read.questionsOf(alertId);
    const title = read.titleOf(alertId);
    const further =
      late || !sender.mayHear || questions.length < 2
        ? []
        : await askNext(world, {
            ...sender,
            alertId,
            title,
            questions,
            answers: await read.answersOf(alertId),
            detailAsked: read.detailAsked(questionId),
            questionId,
            value,
            channel: doorOf(reply),
            answersMail: (await threadOf(world, reply))?.mailIds,
          });
    // Free words that were asked for are read with the others' answers; only a question back waits for a person.
    const words = value.kind === 'text' ? text : note;
    return settled(world, reply, {
      ...own,
      state: late ? 'handled' : 'answered',
      meaning: late ? 'late' : 'answer',
      alertId,
      open: value.kind === 'text' ? text.trimEnd().endsWith('?') : note !== '',
      words: namesOfficials(value) ? '' : words,
      changes: [
        ...stored.changes,
        ...further,
        ...(late && sender.mayHear ? await tellLate(world, reply, sender, alertId, title) : []),
        ...(asked ? [asked.close] : []),
      ],
      jobs: stored.jobs,
    });
  }
  if (against.kind === 'ask') {
    const before = await askedWhich(world, reply, sender);
    if (!before && reply.channel === 'sms' && sender.mayHear) {
      const words = SAY.which(
        await networkSettings(world),
        against.choices.map(({ title }) => title),
      );
      const changes = tell(world, { kind: 'question', about: reply.id, ...sender, words: { sms: words } });
      return settled(world, reply, {
        ...own,
        state: 'waiting',
        meaning: `which:${against.choices.map(({ id }) => id).join(',')}`,
        changes,
      });
    }
    return settled(world, reply, { ...own, state: 'waiting', meaning: 'which', open: true });
  }
  const alertId = against.kind === 'none' ? undefined : against.alertId;
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

/** The mails that an answer to this one stands under. */
const threadOf = async (world: World, reply: Reply) =>
  reply.channel === 'email' ? world.db.first(mailThread, { replyId: reply.id, conversationId: null }) : null;

/** Tells a member once for each alert that their answer came after it closed. */
const tellLate = async (world: World, reply: Reply, sender: Sender, alertId: string, title: string) => {
  const words = SAY.late(await networkSettings(world), title);
  const thread = await threadOf(world, reply);
  return tell(world, {
    kind: 'confirmation',
    about: `late-${alertId}`,
    ...sender,
    words:
      reply.channel === 'email'
        ? { subject: `Re: ${reply.subject || title}`, email: words, answersMail: thread?.mailIds }
        : { sms: words },
  });
};
