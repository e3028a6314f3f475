import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { read, type Read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import { districtsWithoutReach, gapsInReach } from './queries.ts';
import { may } from './shown.ts';

/**
 * School districts that reach no seat of a chamber of theirs, by NCES id, each with those chambers and how many
 * members wait for officials; and how many such districts there are, by what would fill them.
 */
export const listUnreached = view({
  name: 'reach.list_unreached',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    cursor: z.string().default(''),
    limit: z.number().int().min(1).max(1000).default(100),
  }),
  async run(world, _who, { cursor, limit }) {
    const [rows, gaps] = await Promise.all([
      world.db.all(districtsWithoutReach, { after: cursor, limit: limit + 1 }),
      world.db.first(gapsInReach, {}),
    ]);
    const data = rows.slice(0, limit).map((row) => ({ ...row, lacks: JSON.parse(row.lacks) as string[] }));
    return ok({
      data,
      nextCursor: rows.length > limit ? (data.at(-1)?.nces ?? null) : null,
      gaps: gaps ?? { districts: 0, members: 0, house: 0, byZip: 0, state: 0 },
    });
  },
});

/** How many school districts lack officials, to be asked together with other reads; null for whoever may not list them. */
export const reachGapsRead = (who: Who): Read<RowOf<typeof gapsInReach>> | null =>
  may(who, listUnreached) ? read(gapsInReach, {}) : null;
