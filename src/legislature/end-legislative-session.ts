import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { endSession, sessionById } from './queries.ts';
import { day } from './start-legislative-session.ts';

/** Notes the day on which a legislature adjourned sine die. */
export const endLegislativeSession = verb({
  name: 'legislative_session.end',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ id: z.string().min(1), endsOn: day }),
  async run(world, who, { id, endsOn }) {
    const session = await world.db.first(sessionById, { id });
    if (!session) return missing('That legislative session');
    if (endsOn < session.startsOn)
      return invalid([{ field: 'endsOn', message: `The session began on ${session.startsOn}.` }]);
    if (session.endsOn === endsOn) return ok(session);
    const done = await world.db.commit(
      {
        who,
        action: 'legislative_session.end',
        subject: { kind: 'legislative_session', id },
        detail: { endsOn },
      },
      [must(endSession, { id, endsOn })],
    );
    return done ? ok({ ...session, endsOn }) : conflict('This session has ended already. Look again.');
  },
});
