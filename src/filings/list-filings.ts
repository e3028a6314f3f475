import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { filingsPage } from './queries.ts';

/** Prepared and filed versions of reports, the newest first. `cursor` is the last one's id. */
export const listFilings = view({
  name: 'filing.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({
    state: z.enum(['prepared', 'filed', 'superseded']).nullish(),
    cursor: z.string().max(40).default('~'),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  run: async (world, _who, { state, cursor, limit }) => {
    const rows = await world.db.all(filingsPage, { before: cursor, state: state ?? null, limit: limit + 1 });
    return ok(cutPage(rows, limit, (row) => row.id));
  },
});
