import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { questionsOf } from '../alerts/index.ts';
import { askedMember, peopleAt, replyById, settleReply, upsertConversation } from './queries.ts';
import { INBOX_WRITERS } from './show-inbox.ts';
import { storeAnswer } from './store-answer.ts';

/**
 * Staff say which option a reply chose that rules did not recognise, or were not allowed to count. Counted as
 * given when it came; after the close it is kept only.
 * @param input.memberId who wrote, where two members share the number
 */
export const setAnswerFromReply = verb({
  name: 'inbox.set_answer',
  by: INBOX_WRITERS,
  input: z.strictObject({
    replyId: z.string(),
    alertId: z.string(),
    optionId: z.string('Choose an answer.').min(1, 'Choose an answer.'),
    memberId: z.string().optional(),
  }),
  async run(world, who, input) {
    const reply = await world.db.first(replyById, { id: input.replyId });
    if (!reply) return missing('This reply');
    const people = await world.db.all(peopleAt, { addressHash: reply.addressHash, at: reply.receivedAt });
    const memberId =
      reply.memberId ??
      (people.find((one) => one.memberId === input.memberId) ?? (people.length === 1 ? people[0] : undefined))
        ?.memberId;
    if (!memberId)
      return invalid([{ field: 'memberId', message: 'Choose who of the members with this number wrote.' }]);
    const asked = await world.db.first(askedMember, { alertId: input.alertId, memberId });
    if (!asked) return missing('This alert of the member');
    const question = (await questionsOf(world, input.alertId)).find(({ options }) =>
      options.some(({ id }) => id === input.optionId),
    );
    if (!question) return invalid([{ field: 'optionId', message: 'Choose one of the answers.' }]);
    const late = asked.isOut !== 1;
    const door = reply.channel === 'web' ? ('web' as const) : reply.channel;
    const given = {
      alertId: input.alertId,
      questionId: question.id,
      value:
        question.kind === 'many'
          ? { kind: 'many' as const, optionIds: [input.optionId] }
          : { kind: 'choice' as const, optionId: input.optionId },
      memberId,
      door,
      replyId: reply.id,
      deliveryId: reply.tokenDeliveryId,
      at: reply.receivedAt,
    };
    const done = await world.db.commit(
      {
        who,
        action: 'inbox.set_answer',
        subject: { kind: 'reply', id: reply.id },
        detail: { alertId: input.alertId, memberId, late },
      },
      [
        ...(reply.memberId
          ? []
          : [
              change(upsertConversation, {
                id: world.ids.next(),
                memberId,
                addressHash: null,
                at: reply.receivedAt,
              }),
            ]),
        must(settleReply, {
          id: reply.id,
          from: ['new', 'waiting', 'handled', 'answered'],
          state: 'answered',
          meaning: late ? 'late' : 'answer',
          machine: null,
          memberId,
          alertId: input.alertId,
          now: world.clock.now(),
        }),
        ...storeAnswer(world, given, late).changes,
      ],
    );
    return done ? ok({ counted: !late }) : conflict('The alert was just closed. Look at the reply again.');
  },
});
