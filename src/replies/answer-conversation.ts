import * as z from 'zod';
import { enqueuePlanned } from '../delivery/index.ts';
import { invalid, missing, ok, refused } from '../platform/problem.ts';
import { SMS_MAX_CHARACTERS } from '../platform/sms-text.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import {
  conversationById,
  handleReplies,
  insertOutgoing,
  mailThread,
  pointsOf,
  repliesIn,
  setConversationState,
} from './queries.ts';
import { fieldProblemsOf } from './merge-problems.ts';
import { INBOX_WRITERS } from './show-inbox.ts';
import { tell } from './tell.ts';

const CLOSED: Record<string, string> = {
  suppressed: 'has been stopped, and only the member can open it again: by texting START from it',
  held: 'is on hold, because a reply may have meant stop. Settle that first',
  invalid: 'does not work, or belongs to somebody else',
};

/**
 * Answers a thread by text or email, over the same path as everything else: suppression holds, and a direct answer
 * may go at any hour. The thread is put away and what waited in it is done, unless told to keep it.
 */
export const answerConversation = verb({
  name: 'inbox.answer',
  by: INBOX_WRITERS,
  input: z.strictObject({
    id: z.string().max(40).optional(),
    conversationId: z.string(),
    channel: z.enum(['sms', 'email'], 'Choose text or email.'),
    body: z.string().trim().min(1, 'Write the answer.').max(20_000, 'Keep the answer to 20,000 characters.'),
    keepOpen: z.boolean().default(false),
  }),
  async run(world, who, input) {
    const conversation = await world.db.first(conversationById, { id: input.conversationId, regionId: null });
    if (!conversation) return missing('This conversation');
    if (input.channel === 'sms' && input.body.length > SMS_MAX_CHARACTERS)
      return invalid([
        { field: 'body', message: `Keep a text to ${SMS_MAX_CHARACTERS} characters, or send an email.` },
      ]);
    const fields = fieldProblemsOf('body', input.body);
    if (fields.length > 0) return invalid(fields);
    const points = await world.db.all(pointsOf, conversation);
    const point = points.find(({ channel }) => channel === input.channel);
    if (!point) {
      const why =
        points.length > 0
          ? `This member has no ${input.channel === 'sms' ? 'number' : 'email address'}.`
          : 'Nobody on the list has this number or address. Add the person as a member first.';
      return refused('answer.no_address', why);
    }
    const closed = CLOSED[point.state];
    if (closed)
      return refused('answer.closed', `This ${input.channel === 'sms' ? 'number' : 'address'} ${closed}.`);
    const id = input.id ?? world.ids.next();
    const settings = await networkSettings(world);
    const [last] = await world.db.all(repliesIn, { conversationId: conversation.id, limit: 1 });
    const thread = await world.db.first(mailThread, { conversationId: conversation.id, replyId: null });
    const done = await world.db.commit(
      {
        who,
        action: 'inbox.answer',
        subject: { kind: 'conversation', id: conversation.id },
        detail: { channel: input.channel, outgoingId: id },
      },
      [
        change(insertOutgoing, {
          id,
          conversationId: conversation.id,
          channel: input.channel,
          body: input.body,
          by: who.id,
          at: world.clock.now(),
        }),
        ...tell(world, {
          kind: 'answer',
          about: id,
          memberId: point.memberId,
          contactPointId: point.id,
          words:
            input.channel === 'sms'
              ? { sms: input.body }
              : {
                  subject: `Re: ${last?.subject || last?.alertTitle || `Your message to ${settings.shortName}`}`,
                  email: input.body,
                  answersMail: thread?.mailIds,
                },
        }),
        change(handleReplies, { conversationId: conversation.id }),
        ...(input.keepOpen
          ? []
          : [change(setConversationState, { id: conversation.id, from: ['open'], state: 'done' })]),
      ],
    );
    await enqueuePlanned(world, done);
    return ok({ id });
  },
});
