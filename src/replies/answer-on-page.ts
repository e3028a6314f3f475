import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { answerFields, valueFrom } from './answer-input.ts';
import { keptIn, keptOf } from './answer-value.ts';
import { giveAnswer } from './give-answer.ts';
import { alertOfDelivery, responsesOfMember } from './queries.ts';

/**
 * A member answers on the page of one of their deliveries. The same answer once more changes nothing.
 * @returns `counted` false where the alert had closed: then the answer is kept, and no more
 */
export const answerOnPage = verb({
  name: 'answer.give',
  by: ['member'],
  input: z.strictObject({
    deliveryId: z.int(),
    ...answerFields,
  }),
  async run(world, who, input) {
    const delivery = await world.db.first(alertOfDelivery, { deliveryId: input.deliveryId });
    if (!delivery?.alertId || delivery.memberId !== who.id) return missing('This page');
    const { alertId } = delivery;
    const read = await valueFrom(world, alertId, who.id, input);
    if (!read.ok) return read;
    const { questionId, value, note } = read.value;
    const answers = await world.db.all(responsesOfMember, { alertIds: [alertId], memberId: who.id });
    const current = answers.find((one) => one.questionId === questionId);
    const { optionId, optionIds, number, officials } = current ? keptIn(current) : keptOf({ kind: 'text' });
    const same =
      JSON.stringify({ optionId, optionIds, number, officials }) === JSON.stringify(keptOf(value)) &&
      (value.kind === 'text' ? note === current?.text : note === '');
    if (current && same) return ok({ counted: true });
    const given = await giveAnswer(world, who, {
      alertId,
      questionId,
      value,
      memberId: who.id,
      door: 'web',
      deliveryId: input.deliveryId,
      note,
    });
    return given ? ok(given) : conflict('The alert was just closed. Look at the page again.');
  },
});
