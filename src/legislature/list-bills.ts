import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { AGENDA_READERS, type Bill } from './agenda.ts';
import { billNumber } from './bill-number.ts';
import { billsPage } from './queries.ts';

/** Bills by number, with position and next hearing; by legislative session, issue, or words in number or title. */
export const listBills = view({
  name: 'bill.list',
  by: AGENDA_READERS,
  input: z.strictObject({
    legislativeSessionId: z.string().nullable().default(null),
    issueId: z.string().nullable().default(null),
    q: z.string().trim().max(100).optional(),
    cursor: z.string().default(''),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  async run(world, _who, { legislativeSessionId, issueId, q, cursor, limit }) {
    const rows = await world.db.all(billsPage, {
      legislativeSessionId,
      issueId,
      q: q ? (billNumber(q) ?? q) : null,
      after: cursor,
      limit: limit + 1,
      now: world.clock.now(),
    });
    const page = rows.slice(0, limit);
    const data: Bill[] = page.map(({ sortKey: _sortKey, ...bill }) => bill);
    return ok({ data, nextCursor: rows.length > limit ? (page.at(-1)?.sortKey ?? null) : null });
  },
});
