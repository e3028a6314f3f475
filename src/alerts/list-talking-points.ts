import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { partnerOf } from '../platform/who.ts';
import { networkSettings } from '../staff/index.ts';
import { expiryOf } from './points-expiry.ts';
import { talkingPointsRows } from './talking-points-queries.ts';

/** Talking points with the number of the newest version. Partners see what is shared with them and published. */
export const listTalkingPoints = view({
  name: 'talking_points.list',
  by: ['owner', 'director', 'coordinator', 'staff', 'partner', 'system'],
  input: z.strictObject({
    issueId: z.string().nullable().default(null),
    billId: z.string().nullable().default(null),
    cursor: z.string().default(''),
    limit: z.int().min(1).max(200).default(100),
  }),
  async run(world, who, { cursor, limit, ...filter }) {
    const partner = partnerOf(who);
    const [rows, { zone }] = await Promise.all([
      world.db.all(talkingPointsRows, {
        ...filter,
        partner,
        after: cursor,
        limit: limit + 1,
      }),
      networkSettings(world),
    ]);
    const now = world.clock.now();
    const page = cutPage(rows, limit, (row) => row.id);
    return ok({
      data: page.data.map((row) => ({
        ...row,
        shared: row.shared === 1,
        unpublished: partner === null && row.unpublished === 1,
        expiry: expiryOf(row.expiresOn, now, zone),
      })),
      nextCursor: page.nextCursor,
    });
  },
});
