import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { Allowed } from '../platform/who.ts';
import { seatName } from './chambers.ts';
import { seatsWithOfficials } from './queries.ts';

/** Who may look officials up. */
export const OFFICIAL_READERS: Allowed[] = [
  'owner',
  'director',
  'coordinator',
  'staff',
  'regional_president',
];

/**
 * Seats in the order of chamber and district with who holds them; a vacant seat has no `officialId`.
 * By chamber, committee, or part of a name or the name of a seat.
 */
export const listOfficials = view({
  name: 'official.list',
  by: OFFICIAL_READERS,
  input: z.strictObject({
    chamberId: z.string().nullable().default(null),
    committeeId: z.string().nullable().default(null),
    q: z.string().trim().max(100).optional(),
    cursor: z.string().default(''),
    limit: z.number().int().min(1).max(250).default(200),
  }),
  async run(world, _who, { chamberId, committeeId, q, cursor, limit }) {
    const rows = await world.db.all(seatsWithOfficials, {
      chamberId,
      committeeId,
      q: q || null,
      after: cursor,
      limit: limit + 1,
    });
    const seated = rows.map((row) => ({ ...row, seatName: seatName(row) }));
    return ok(cutPage(seated, limit, (row) => row.seatId));
  },
});
