import * as z from 'zod';
import { enqueuePlanned } from '../delivery/index.ts';
import { consentChanges, currentConsentText } from '../people/index.ts';
import { conflict, missing, ok, refused } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { contactPointById } from './queries.ts';
import { SAY } from './say.ts';
import { tell } from './tell.ts';

/**
 * A member agrees, on the page of their invitation, to texts at one number. The wording they saw is kept with the
 * consent, and a text confirms it. A number that was stopped stays closed: only a text from it opens it.
 */
export const enrol = verb({
  name: 'consent.give',
  by: ['member'],
  input: z.strictObject({
    contactPointId: z.string(),
    /** Version of the wording that the page showed. */
    version: z.string(),
  }),
  async run(world, who, input) {
    const point = await world.db.first(contactPointById, { id: input.contactPointId });
    if (!point || point.memberId !== who.id || point.channel !== 'sms' || point.memberState !== 'active')
      return missing('This number');
    if (point.state === 'active') return ok({ state: 'active' as const });
    if (point.state !== 'unconsented')
      return refused(
        'consent.stopped',
        'Texts to this number were stopped. Text START from it to get them again.',
      );
    const settings = await networkSettings(world);
    const text = await currentConsentText(world, settings.networkName);
    if (text.version !== input.version)
      return conflict('The wording has changed since you opened the page. Please read it again.');
    const evidence = { kind: 'join_page', id: `${point.id}:${text.version}` };
    const done = await world.db.commit(
      {
        who,
        action: 'consent.give',
        subject: { kind: 'contact_point', id: point.id },
        detail: { version: text.version },
      },
      [
        ...(await consentChanges(world, {
          channel: 'sms',
          address: point.address,
          who,
          evidence,
          source: 'invitation page',
          text,
        })),
        ...tell(world, {
          kind: 'confirmation',
          about: `join-${evidence.id}`,
          memberId: point.memberId,
          contactPointId: point.id,
          words: { sms: SAY.joined(settings) },
        }),
      ],
    );
    await enqueuePlanned(world, done);
    return ok({ state: 'active' as const });
  },
});
