import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { channelShape } from './consent-queries.ts';
import { suppressionsPage } from './member-queries.ts';

/** Addresses that must not be sent to, with the member who has each, where there still is one. */
export const listSuppressions = view({
  name: 'suppression.list',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    channel: channelShape.optional(),
    cursor: z.string().max(80).optional(),
    limit: z.number().int().min(1).max(500).default(50),
  }),
  async run(world, _who, { channel, cursor = '', limit }) {
    const rows = await world.db.all(suppressionsPage, {
      after: cursor,
      limit: limit + 1,
      channel: channel ?? null,
    });
    const suppressions = rows.map((row) => ({ ...row, byCarrier: row.byCarrier === 1 }));
    return ok(cutPage(suppressions, limit, (row) => row.addressHash));
  },
});
