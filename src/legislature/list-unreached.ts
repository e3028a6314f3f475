import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { districtsWithoutReach } from './queries.ts';

/** School districts that reach no seat of the state's legislature, or none of the US House, by NCES id. */
export const listUnreached = view({
  name: 'reach.list_unreached',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    cursor: z.string().default(''),
    limit: z.number().int().min(1).max(200).default(100),
  }),
  async run(world, _who, { cursor, limit }) {
    const rows = await world.db.all(districtsWithoutReach, { after: cursor, limit: limit + 1 });
    const data = rows.slice(0, limit);
    return ok({ data, nextCursor: rows.length > limit ? (data.at(-1)?.nces ?? null) : null });
  },
});
