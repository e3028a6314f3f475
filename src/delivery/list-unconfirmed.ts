import * as z from 'zod';
import { alertOf } from '../alerts/index.ts';
import { cutPage } from '../platform/cut-page.ts';
import { showPhone } from '../platform/phone.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { unconfirmedRows } from './unconfirmed-queries.ts';

/** As much of an address as tells a person which it is: the last four digits, or the first letter and the domain. */
const masked = (address: string): string => {
  if (address.startsWith('+')) return `ends in ${showPhone(address).slice(-4)}`;
  const [name = '', domain = ''] = address.split('@');
  return `${name.slice(0, 1)}…@${domain}`;
};

/** Messages of an alert of which nobody knows whether they arrived, until a person decides about them; by id. */
export const listUnconfirmed = view({
  name: 'delivery.unconfirmed',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    alertId: z.string(),
    cursor: z.string().regex(/^\d*$/, 'This is not a place in the list.').default(''),
    limit: z.int().min(1).max(200).default(100),
  }),
  async run(world, _who, { alertId, cursor, limit }) {
    if (!(await alertOf(world, alertId))) return missing('That alert');
    const rows = await world.db.all(unconfirmedRows, { alertId, after: Number(cursor), limit: limit + 1 });
    const page = cutPage(rows, limit, (row) => String(row.id));
    return ok({
      data: page.data.map(({ firstName, lastName, address, nudge, ...row }) => ({
        ...row,
        nudge: nudge === 1,
        name: firstName === null ? null : `${firstName} ${lastName ?? ''}`.trim(),
        address: address === null ? null : masked(address),
      })),
      nextCursor: page.nextCursor,
    });
  },
});
