import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { AGENDA_READERS } from './agenda.ts';
import { sessions } from './queries.ts';

/** Legislative sessions, the newest first. */
export const listLegislativeSessions = view({
  name: 'legislative_session.list',
  by: AGENDA_READERS,
  input: z.strictObject({}),
  run: async (world) => ok({ data: await world.db.all(sessions, {}), nextCursor: null }),
});
