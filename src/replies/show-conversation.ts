import * as z from 'zod';
import { questionsRead, renderWording } from '../alerts/index.ts';
import { missing, ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { namesRead } from './answer-words.ts';
import { elsewhereInWords, elsewhereRead, type AnsweredElsewhere } from './answered-elsewhere.ts';
import {
  assignees,
  bindingInto,
  conversationById,
  followUpsTo,
  labels,
  labelsOf,
  notesIn,
  outgoingIn,
  pointsOf,
  questionsFor,
  repliesIn,
  sentTo,
  snippets,
} from './queries.ts';
import { INBOX_READERS, INBOX_WRITERS } from './show-inbox.ts';

const MOST = 100;
/** So long a binding can be undone from the thread it led to. */
const UNDO_MS = 30 * 86_400_000;

/** One message of a thread, whichever way it went. */
export type ThreadMessage =
  | { side: 'in'; at: number; reply: RowOf<typeof repliesIn> }
  | { side: 'note'; at: number; id: string; body: string; by: string | null }
  | ({ side: 'answer' } & AnsweredElsewhere)
  | {
      side: 'out';
      at: number;
      channel: 'sms' | 'email';
      text: string;
      /** Who wrote it: a staff person, or null where the network did. */
      by: string | null;
      kind: string;
      state: string | null;
      reason: string | null;
    };

/**
 * One thread: what came in and what went out, oldest first, across channels; where it can be answered, and which
 * alerts a reply of it may be an answer to.
 */
export const showConversation = view({
  name: 'inbox.show',
  by: INBOX_READERS,
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const conversation = await world.db.first(conversationById, { id, regionId: regionOf(who) });
    if (!conversation) return missing('This conversation');
    const { memberId } = conversation;
    const writes = who.kind === 'staff' && (INBOX_WRITERS as readonly string[]).includes(who.role);
    const most = { conversationId: id, limit: MOST };
    const [
      replies,
      outgoing,
      sent,
      kept,
      many,
      own,
      staff,
      points,
      notes,
      allLabels,
      ownLabels,
      canned,
      [bound = null],
    ] = await world.db.together(
      read(repliesIn, most),
      read(outgoingIn, most),
      memberId ? read(sentTo, { memberId, limit: MOST }) : null,
      memberId ? elsewhereRead(memberId) : null,
      memberId ? read(followUpsTo, { memberId, limit: MOST }) : null,
      memberId ? read(questionsFor, { memberId }) : null,
      read(assignees, {}),
      read(pointsOf, { memberId, addressHash: conversation.addressHash }),
      writes ? read(notesIn, most) : null,
      writes ? read(labels, {}) : null,
      read(labelsOf, { conversationId: id }),
      writes ? read(snippets, { removed: false }) : null,
      memberId && writes ? read(bindingInto, { memberId, after: world.clock.now() - UNDO_MS }) : null,
    );
    const others = [...new Set(points.map((point) => point.memberId))].filter((one) => one !== memberId);
    const theirs = await world.db.together(...others.map((one) => read(questionsFor, { memberId: one })));
    const questions = [own, ...theirs].flat();
    const [drafts, asked, names] = await world.db.together(
      world.replyDrafts(replies.map((reply) => reply.id)),
      questionsRead([...new Set([...questions, ...kept].map(({ alertId }) => alertId))]),
      namesRead(kept),
    );
    const elsewhere = elsewhereInWords(kept, asked, new Map(names));
    const merge = {
      first_name: conversation.firstName,
      last_name: conversation.lastName,
      title: conversation.title,
      district: conversation.district,
      region: conversation.region,
      link: '(link to their page)',
    };
    const messages: ThreadMessage[] = [
      ...replies.map((reply) => ({ side: 'in' as const, at: reply.receivedAt, reply })),
      ...outgoing.map((one) => ({
        side: 'out' as const,
        kind: 'answer',
        ...one,
        text: renderWording(one.body, merge),
      })),
      ...notes.map((one) => ({ side: 'note' as const, ...one })),
      ...elsewhere.map((one) => ({ side: 'answer' as const, ...one })),
      ...many.map((one) => ({
        side: 'out' as const,
        kind: 'follow_up',
        at: one.at,
        channel: one.channel,
        text: renderWording((one.channel === 'sms' ? one.smsText : one.emailText) ?? '', merge),
        by: one.by,
        state: one.state,
        reason: one.reason,
      })),
      ...sent.map((one) => ({
        side: 'out' as const,
        kind: one.sourceKind,
        at: one.at,
        channel: one.channel,
        text: renderWording((one.channel === 'sms' ? one.smsText : one.emailText) ?? '', merge),
        by: null,
        state: one.state,
        reason: one.reason,
      })),
    ];
    return ok({
      conversation,
      staff,
      allLabels,
      ownLabels,
      snippets: canned,
      merge,
      bound,
      drafts,
      messages: messages.toSorted((a, b) => a.at - b.at),
      points,
      questions: questions
        .filter((one, at) => questions.findIndex(({ alertId }) => alertId === one.alertId) === at)
        .map((one) => ({
          ...one,
          options: asked
            .filter(({ alertId }) => alertId === one.alertId)
            .flatMap(({ no, prompt, options }) =>
              options.map((one) => (no === 1 ? one : { ...one, label: `${one.label} (${prompt})` })),
            ),
        })),
    });
  },
});

/** A thread as its page takes it. */
export type Thread = Extract<Awaited<ReturnType<typeof showConversation>>, { ok: true }>['value'];
