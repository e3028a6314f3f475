import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { giveAnswer } from './give-answer.ts';
import { askedMember, optionsOf } from './queries.ts';

/** Staff write down what a member told them, on the phone or in person. Members who could not be sent the alert may answer so too. */
export const answerForMember = verb({
  name: 'answer.take',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    alertId: z.string(),
    memberId: z.string(),
    optionId: z.string(),
    note: z.string().trim().max(1_000, 'Keep the note to 1,000 characters.').default(''),
  }),
  async run(world, who, input) {
    const asked = await world.db.first(askedMember, input);
    if (!asked) return missing('This member of the alert');
    const options = await world.db.all(optionsOf, { alertIds: [input.alertId] });
    if (!options.some(({ id }) => id === input.optionId))
      return invalid([{ field: 'optionId', message: 'Choose one of the answers.' }]);
    const given = await giveAnswer(world, who, { ...input, door: 'staff', deliveryId: null });
    return given ? ok(given) : conflict('The alert was just closed.');
  },
});
