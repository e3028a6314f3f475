import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { replyRows } from './queries.ts';
import { INBOX_READERS } from './show-inbox.ts';

const MOST = 200;

/** Replies, newest first, without the numbers and addresses they came from. */
export const listReplies = view({
  name: 'reply.list',
  by: INBOX_READERS,
  input: z.strictObject({
    alertId: z.string().nullish(),
    memberId: z.string().nullish(),
    state: z.enum(['new', 'answered', 'handled', 'waiting']).nullish(),
    cursor: z.string().nullish(),
    limit: z.int().min(1).max(MOST).default(50),
  }),
  async run(world, who, input) {
    const rows = await world.db.all(replyRows, {
      before: input.cursor ?? '~',
      alertId: input.alertId ?? null,
      memberId: input.memberId ?? null,
      state: input.state ?? null,
      regionId: regionOf(who),
      limit: input.limit + 1,
    });
    return ok(cutPage(rows, input.limit, (row) => row.id));
  },
});
