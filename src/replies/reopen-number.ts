import * as z from 'zod';
import { enqueuePlanned } from '../delivery/index.ts';
import { currentConsentText, liftChanges } from '../people/index.ts';
import { conflict, missing, ok, refused } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { closedPoint } from './queries.ts';
import { SAY } from './say.ts';
import { tell } from './tell.ts';

/**
 * A member asks, on their own signed page, for texts again at a number that was stopped by us alone; a text to it
 * confirms. What the carrier stopped opens by START from the number only, and a wrong number not at all.
 * @param input.version version of the wording of consent that the page showed
 */
export const reopenNumber = verb({
  name: 'consent.reopen',
  by: ['member'],
  input: z.strictObject({ contactPointId: z.string(), version: z.string() }),
  async run(world, who, input) {
    const point = await world.db.first(closedPoint, { id: input.contactPointId });
    if (!point || point.memberId !== who.id) return missing('This number');
    if (point.reason === null) return ok({ reopened: false });
    if (point.byCarrier === 1)
      return refused(
        'consent.carrier_stopped',
        'The phone company stopped texts to this number. Text START from it to get them again.',
      );
    if (point.reason === 'wrong_number')
      return refused('consent.wrong_number', 'Whoever answers this number said that it is not yours.');
    const settings = await networkSettings(world);
    const text = await currentConsentText(world, settings.networkName);
    if (text.version !== input.version)
      return conflict('The wording has changed since you opened the page. Please read it again.');
    const evidence = { kind: 'member_page', id: world.ids.next() };
    const done = await world.db.commit(
      {
        who,
        action: 'consent.reopen',
        subject: { kind: 'contact_point', id: point.id },
        detail: { version: text.version },
      },
      [
        ...(await liftChanges(world, {
          channel: 'sms',
          address: point.address,
          how: 'member',
          source: 'member page',
          text,
          evidence,
          who,
        })),
        ...tell(world, {
          kind: 'confirmation',
          about: evidence.id,
          memberId: point.memberId,
          contactPointId: point.id,
          words: { sms: SAY.started(settings) },
        }),
      ],
    );
    await enqueuePlanned(world, done);
    return ok({ reopened: true });
  },
});
