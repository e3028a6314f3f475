import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { automaticReplies } from './queries.ts';
import { AUTOMATIC_MS, INBOX_READERS } from './show-inbox.ts';

export type AutomaticReply = RowOf<typeof automaticReplies>;
const MOST = 200;

/** What machines sent within a week, newest first: out-of-office notes, bounces, reactions. None of it waits for anybody. */
export const showAutomatic = view({
  name: 'inbox.automatic',
  by: INBOX_READERS,
  input: z.strictObject({}),
  run: async (world, who) =>
    ok({
      data: await world.db.all(automaticReplies, {
        since: world.clock.now() - AUTOMATIC_MS,
        limit: MOST,
        regionId: regionOf(who),
      }),
    }),
});
