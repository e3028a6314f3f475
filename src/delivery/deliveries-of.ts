import * as z from 'zod';
import { alertOf } from '../alerts/index.ts';
import { cutPage } from '../platform/cut-page.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { deliveryRows } from './queries.ts';
import { reasonInWords } from './reason-words.ts';

/** Deliveries of an alert and its nudges, one by one, with the reason where one did not go; by id. */
export const deliveriesOf = view({
  name: 'alert.deliveries',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president'],
  input: z.strictObject({
    id: z.string(),
    channel: z.enum(['sms', 'email']).optional(),
    state: z.string().optional(),
    cursor: z.string().regex(/^\d*$/, 'This is not a place in the list.').default(''),
    limit: z.int().min(1).max(500).default(100),
  }),
  async run(world, who, { id, channel, state, cursor, limit }) {
    const rows = await world.db.all(deliveryRows, {
      alertId: id,
      after: Number(cursor),
      channel: channel ?? null,
      state: state ?? null,
      regionId: regionOf(who),
      limit: limit + 1,
    });
    if (rows.length === 0 && !(await alertOf(world, id))) return missing('That alert');
    const page = cutPage(rows, limit, (row) => String(row.id));
    return ok({
      data: page.data.map(({ firstName, lastName, ...row }) => ({
        ...row,
        name: firstName === null ? null : `${firstName} ${lastName ?? ''}`.trim(),
        words: row.reason === null ? null : reasonInWords(row.channel, row.reason),
      })),
      nextCursor: page.nextCursor,
    });
  },
});
