import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { OFFICIAL_READERS } from './list-officials.ts';
import { committeesWithCounts } from './queries.ts';

/** Committees by name with how many sit on them; by chamber (`joint` for those of both) or part of the name. */
export const listCommittees = view({
  name: 'committee.list',
  by: OFFICIAL_READERS,
  input: z.strictObject({
    chamberId: z.string().nullable().default(null),
    q: z.string().trim().max(100).optional(),
  }),
  async run(world, _who, { chamberId, q }) {
    const data = await world.db.all(committeesWithCounts, { chamberId, q: q || null });
    return ok({ data, nextCursor: null });
  },
});
