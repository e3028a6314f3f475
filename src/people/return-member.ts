import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { comeBack, memberById } from './member-queries.ts';

/** A member who left comes back, with the addresses they had; what was stopped stays stopped. */
export const returnMember = verb({
  name: 'member.return',
  by: ['owner', 'director', 'staff', 'member'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const member = await world.db.first(memberById, { id, regionId: null });
    if (!member || (who.kind === 'member' && who.id !== id)) return missing('This member');
    const done = await world.db.commit({ who, action: 'member.return', subject: { kind: 'member', id } }, [
      must(comeBack, { id, now: world.clock.now() }),
    ]);
    return done ? ok({ id }) : conflict('This member has not left.');
  },
});
