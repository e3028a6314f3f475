import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { invalid, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { isState } from './chambers.ts';
import { insertSession, sessionById } from './queries.ts';

export const day = z.string().refine(isDate, 'Write the date as 2027-02-09.');

/** Starts a session of a state's legislature, or of Congress (jurisdiction US). Names are used once. */
export const startLegislativeSession = verb({
  name: 'legislative_session.start',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    id: z.ulid().optional(),
    jurisdiction: z
      .string()
      .refine((letters) => letters === 'US' || isState(letters), 'Two capital letters of a state, or US.'),
    name: z
      .string()
      .trim()
      .min(1, 'Give the legislative session a name.')
      .max(120, 'At most 120 characters.'),
    kind: z.enum(['regular', 'special'], 'Either regular or special.').default('regular'),
    startsOn: day,
  }),
  async run(world, who, input) {
    const id = input.id ?? world.ids.next();
    const { jurisdiction, name, kind, startsOn } = input;
    const session = { id, jurisdiction, name, kind, startsOn, endsOn: null };
    const done = await world.db.commit(
      { who, action: 'legislative_session.start', subject: { kind: 'legislative_session', id } },
      [must(insertSession, session)],
    );
    if (done) return ok(session);
    const there = await world.db.first(sessionById, { id });
    if (there) return ok(there);
    return invalid([{ field: 'name', message: 'There is a legislative session with this name already.' }]);
  },
});
