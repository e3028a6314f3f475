import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { invalid, missing, ok, refused } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { suppressionOf } from './consent-queries.ts';
import { consentChanges, today } from './consent.ts';
import { snapshotsOf } from './known.ts';

/** Writes down consent given on paper or in person: the day and where. A suppressed number stays closed. */
export const recordConsent = verb({
  name: 'consent.record',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    memberId: z.string(),
    contactPointId: z.string(),
    on: z.string().refine(isDate, 'Write the day as 2027-02-09.'),
    source: z.string().trim().min(1, 'Say where consent was given.').max(200),
  }),
  async run(world, who, input) {
    const [member] = await snapshotsOf(world, [input.memberId]);
    const point = member?.points.find((one) => one.id === input.contactPointId && one.channel === 'sms');
    if (!member || !point) return missing('This number');
    if (input.on > (await today(world)))
      return invalid([{ field: 'on', message: 'This day has not come yet.' }]);
    if (await world.db.first(suppressionOf, { addressHash: point.addressHash })) {
      return refused(
        'consent.suppressed',
        'This number has been stopped. Only the member can open it again: by texting START, or JOIN, from it.',
      );
    }
    const evidence = { kind: 'consent', id: world.ids.next() };
    await world.db.commit(
      {
        who,
        action: 'consent.record',
        subject: { kind: 'member', id: member.id },
        detail: { contactPointId: point.id },
      },
      await consentChanges(world, {
        channel: 'sms',
        address: point.address,
        who,
        evidence,
        source: input.source,
        on: input.on,
      }),
    );
    return ok({ id: point.id });
  },
});
