import * as z from 'zod';
import { conflict, invalid, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { day } from './contact-report-input.ts';
import { endLobbyist as end, insertLobbyist } from './queries.ts';

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
    regime: z.enum(['mt', 'ms', 'ma', 'lda']),
    name: z.string().trim().min(2, 'Write the name as it is registered.').max(120),
    kind: z.enum(['staff', 'contract']),
    staffId: z.string().nullish(),
    memberId: z.string().nullish(),
    fromOn: day,
  }),
  run: async (world, who, input) => {
    const id = input.id ?? world.ids.next();
    try {
      await world.db.commit(
        { who, action: 'lobbyist.add', subject: { kind: 'lobbyist', id }, detail: { regime: input.regime } },
        [
          change(insertLobbyist, {
            ...input,
            id,
            staffId: input.staffId ?? null,
            memberId: input.memberId ?? null,
          }),
        ],
      );
    } catch (error) {
      if (error instanceof Error && error.message.includes('FOREIGN KEY')) {
        return invalid([
          { field: 'organizationId', message: 'That organization or person is not known here.' },
        ]);
      }
      throw error;
    }
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
