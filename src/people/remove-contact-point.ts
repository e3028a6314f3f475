import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { snapshotsOf } from './known.ts';
import { deletePoint, promoteOldest } from './member-queries.ts';

/** Takes a number or address away from a member. Where it was the first, the oldest of the others follows, unless it was stopped. */
export const removeContactPoint = verb({
  name: 'contact.remove',
  by: ['owner', 'director', 'staff', 'system', 'member'],
  input: z.strictObject({ memberId: z.string(), id: z.string() }),
  async run(world, who, { memberId, id }) {
    const [member] = await snapshotsOf(world, [memberId]);
    const point = member?.points.find((one) => one.id === id);
    if (!point || (who.kind === 'member' && who.id !== memberId)) return missing('This number or address');
    const stopped = point.state === 'suppressed' || point.state === 'held';
    const done = await world.db.commit(
      {
        who,
        action: 'contact.remove',
        subject: { kind: 'member', id: memberId },
        detail: { contactPointId: id, channel: point.channel },
      },
      [
        must(deletePoint, { id, memberId }),
        ...(stopped
          ? []
          : [change(promoteOldest, { memberId, channel: point.channel, now: world.clock.now() })]),
      ],
    );
    return done ? ok({ id }) : conflict('Somebody else has just removed this.');
  },
});
