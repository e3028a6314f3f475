import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { alertOfDelivery, optionsOf, responseRow } from './queries.ts';
import { giveAnswer } from './give-answer.ts';

/**
 * A member answers on the page of one of their deliveries. The same answer once more changes nothing.
 * @returns `counted` false where the alert had closed: then the answer is kept, and no more
 */
export const answerOnPage = verb({
  name: 'answer.give',
  by: ['member'],
  input: z.strictObject({
    deliveryId: z.int(),
    optionId: z.string(),
    note: z.string().trim().max(1_000, 'Keep the note to 1,000 characters.').default(''),
  }),
  async run(world, who, input) {
    const delivery = await world.db.first(alertOfDelivery, { deliveryId: input.deliveryId });
    if (!delivery?.alertId || delivery.memberId !== who.id) return missing('This page');
    const options = await world.db.all(optionsOf, { alertIds: [delivery.alertId] });
    if (!options.some(({ id }) => id === input.optionId))
      return invalid([{ field: 'optionId', message: 'Choose one of the answers.' }]);
    const current = await world.db.first(responseRow, { alertId: delivery.alertId, memberId: who.id });
    if (current?.optionId === input.optionId && input.note === '') return ok({ counted: true });
    const given = await giveAnswer(world, who, {
      alertId: delivery.alertId,
      optionId: input.optionId,
      memberId: who.id,
      door: 'web',
      deliveryId: input.deliveryId,
      note: input.note,
    });
    return given ? ok(given) : conflict('The alert was just closed. Look at the page again.');
  },
});
