import * as z from 'zod';
import { liftChanges, suppressionChanges } from '../people/index.ts';
import { missing, ok, refused } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { ownPoints } from './code-queries.ts';

/**
 * A member stops a number or address of theirs on their own page, or opens an email address again. A number opens
 * again by `reopenNumber`, with the words of consent and a text that confirms it.
 */
export const setChannel = verb({
  name: 'contact.stop',
  by: ['member'],
  input: z.strictObject({ contactPointId: z.string(), on: z.boolean() }),
  async run(world, who, { contactPointId, on }) {
    const point = (await world.db.all(ownPoints, { memberId: who.id })).find(
      ({ id }) => id === contactPointId,
    );
    if (!point || (on && point.channel === 'sms')) return missing('This number or address');
    if (on && point.reason === 'wrong_number')
      return refused('consent.wrong_number', 'Whoever reads mail there said that it is not yours.');
    const said = {
      channel: point.channel,
      address: point.address,
      evidence: { kind: 'member_page', id: world.ids.next() },
      who,
    };
    await world.db.commit(
      {
        who,
        action: 'contact.stop',
        subject: { kind: 'member', id: who.id },
        detail: { contactPointId, on },
      },
      on
        ? await liftChanges(world, { ...said, how: 'member', source: 'member page' })
        : await suppressionChanges(world, {
            ...said,
            reason: point.channel === 'sms' ? 'stopped' : 'unsubscribed',
            byCarrier: false,
          }),
    );
    return ok({ id: contactPointId });
  },
});
