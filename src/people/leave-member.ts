import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { leave, memberById } from './member-queries.ts';

/** A member leaves the network: no alert reaches them from now on; what they answered stays theirs. */
export const leaveMember = verb({
  name: 'member.leave',
  by: ['owner', 'director', 'staff', 'member'],
  input: z.strictObject({ id: z.string() }),
  async run(world, who, { id }) {
    const member = await world.db.first(memberById, { id, regionId: null });
    if (!member || (who.kind === 'member' && who.id !== id)) return missing('This member');
    const done = await world.db.commit({ who, action: 'member.leave', subject: { kind: 'member', id } }, [
      must(leave, { id, now: world.clock.now() }),
    ]);
    return done ? ok({ id }) : conflict('This member has left already.');
  },
});
