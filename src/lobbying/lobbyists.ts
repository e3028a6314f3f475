import * as z from 'zod';
import { conflict, invalid, ok, refused } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { unlessUnknown } from '../platform/unless-unknown.ts';
import { verb } from '../platform/verb.ts';
import { day } from './contact-report-input.ts';
import { endLobbyist as end, insertLobbyist, regimes } from './queries.ts';

/** Why a superintendent is not named a lobbyist of the association in Mississippi. */
const PUBLIC_EMPLOYEE =
  'In Mississippi a public official or public employee may not be a lobbyist, but in official capacity (Miss. Code 5-8-13(4)). A superintendent is one. Log their contacts as a member’s; they are left out of the reports. Name this person only where they hold no public job, or lobby in official capacity alone.';

/**
 * Names a person who lobbies for an organization for pay. Members are never lobbyists by default: Mississippi
 * forbids it to public employees but in official capacity (5-8-13(4)).
 */
export const addLobbyist = verb({
  name: 'lobbyist.add',
  by: ['owner', 'director', 'system'],
  input: z.strictObject({
    id: z.string().optional(),
    organizationId: z.string(),
    regime: z.string().min(1, 'Choose where they lobby.').max(20),
    name: z.string().trim().min(2, 'Write the name as it is registered.').max(120),
    kind: z.enum(['staff', 'contract']),
    staffId: z.string().nullish(),
    memberId: z.string().nullish(),
    /** Of a member in Mississippi: they hold no public job, or lobby in its official capacity alone. */
    mayByLaw: z.boolean().default(false),
    fromOn: day,
  }),
  run: async (world, who, { mayByLaw, ...input }) => {
    const id = input.id ?? world.ids.next();
    if (!(await world.db.all(regimes, {})).some((one) => one.id === input.regime && one.id !== 'irs'))
      return invalid([{ field: 'regime', message: 'Choose where they lobby.' }]);
    if (input.regime === 'ms' && input.memberId && !mayByLaw)
      return refused('public_employee', PUBLIC_EMPLOYEE);
    const done = await unlessUnknown(
      world.db.commit(
        { who, action: 'lobbyist.add', subject: { kind: 'lobbyist', id }, detail: { regime: input.regime } },
        [
          change(insertLobbyist, {
            ...input,
            id,
            staffId: input.staffId ?? null,
            memberId: input.memberId ?? null,
          }),
        ],
      ),
    );
    if (done === 'unknown')
      return invalid([
        { field: 'organizationId', message: 'That organization or person is not known here.' },
      ]);
    return ok({ id });
  },
});

/** A lobbyist stops on a day; what they did before stays theirs. */
export const endLobbyist = verb({
  name: 'lobbyist.end',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string(), toOn: day }),
  run: async (world, who, { id, toOn }) => {
    const done = await world.db.commit({ who, action: 'lobbyist.end', subject: { kind: 'lobbyist', id } }, [
      must(end, { id, toOn }),
    ]);
    return done ? ok({ id }) : conflict('This lobbyist has stopped already, or began after that day.');
  },
});
