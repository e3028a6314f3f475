import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { dropCall, putCall } from './call-queries.ts';

/** Notes that somebody rang a member, or takes that back. A regional president, for members of the region. */
export const markRung = verb({
  name: 'call.mark',
  by: ['owner', 'director', 'staff', 'regional_president'],
  input: z.strictObject({ id: z.string(), rung: z.boolean().default(true) }),
  async run(world, who, { id, rung }) {
    const whose = { memberId: id, regionId: regionOf(who) };
    const done = await world.db.commit(
      { who, action: 'call.mark', subject: { kind: 'member', id }, detail: { rung } },
      [rung ? must(putCall, { ...whose, now: world.clock.now(), by: who.id }) : must(dropCall, whose)],
    );
    return done ? ok({ id, rung }) : missing('That member');
  },
});
