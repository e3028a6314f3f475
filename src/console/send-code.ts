import * as z from 'zod';
import { CODE_FIELD, enqueuePlanned, planOne } from '../delivery/index.ts';
import { limited, missing, ok, refused } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { insertCode, ownPoints } from './code-queries.ts';

/** A code opens nothing after this. */
export const CODE_MS = 10 * 60_000;
const HOUR_MS = 3_600_000;
const MOST_AN_HOUR = 5;

/**
 * Sends a member six digits to a number or address of their own: `open` to show that it is them, `verify` to prove
 * a new one. It goes the way of every message, so that nothing reaches what was stopped.
 */
export const sendCode = verb({
  name: 'member.send_code',
  by: ['member'],
  input: z.strictObject({ contactPointId: z.string(), purpose: z.enum(['open', 'verify']) }),
  async run(world, who, { contactPointId, purpose }) {
    const point = (await world.db.all(ownPoints, { memberId: who.id })).find(
      ({ id }) => id === contactPointId,
    );
    if (!point) return missing('This number or address');
    if (point.state !== 'active' && !(purpose === 'verify' && point.state === 'unconsented'))
      return refused(
        'code.closed',
        'Nothing can be sent there. Choose another way, or reply to one of our messages.',
      );
    const { shortName } = await networkSettings(world);
    const now = world.clock.now();
    const id = world.ids.next();
    const words = `${shortName}: Your code is ${CODE_FIELD}. It is good for 10 minutes, on the page where you asked for it. We never ask for it.`;
    const done = await world.db.commit(
      {
        who,
        action: 'member.send_code',
        subject: { kind: 'member', id: who.id },
        detail: { purpose, contactPointId },
      },
      [
        must(insertCode, {
          id,
          memberId: who.id,
          contactPointId,
          purpose,
          now,
          expiresAt: now + CODE_MS,
          since: now - HOUR_MS,
          most: MOST_AN_HOUR,
        }),
        ...planOne(world, {
          sourceKind: 'invitation',
          sourceId: `code-${id}`,
          recipientId: who.id,
          channel: point.channel,
          contactPointId,
          wording:
            point.channel === 'sms' ? { sms: words } : { subject: `${shortName}: your code`, email: words },
          urgent: true,
          deadlineAt: now + CODE_MS,
        }),
      ],
    );
    if (!done)
      return limited('Five codes were sent within the hour, which is the most. Try again in an hour.');
    await enqueuePlanned(world, done);
    return ok({ id });
  },
});
