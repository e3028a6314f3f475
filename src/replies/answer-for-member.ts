import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { answerFields, valueFrom } from './answer-input.ts';
import { giveAnswer } from './give-answer.ts';
import { askedMember } from './queries.ts';

/** Staff write down what a member told them, on the phone or in person. Members who could not be sent the alert may answer so too. */
export const answerForMember = verb({
  name: 'answer.take',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    alertId: z.string(),
    memberId: z.string(),
    ...answerFields,
  }),
  async run(world, who, input) {
    const asked = await world.db.first(askedMember, input);
    if (!asked) return missing('This member of the alert');
    const read = await valueFrom(world, input.alertId, input.memberId, input);
    if (!read.ok) return read;
    const { alertId, memberId } = input;
    const given = await giveAnswer(world, who, {
      ...read.value,
      alertId,
      memberId,
      door: 'staff',
      deliveryId: null,
    });
    return given ? ok(given) : conflict('The alert was just closed.');
  },
});
