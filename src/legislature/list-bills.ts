import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { AGENDA_READERS, type Bill } from './agenda.ts';
import { billNumber } from './bill-number.ts';
import { billsPage } from './queries.ts';

const DAY_MS = 86_400_000;
export const BILL_SORTS = ['number', 'priority', 'hearing', 'status'] as const;
export const BILL_STANDS = ['support', 'oppose', 'amend', 'monitor', 'neutral', 'none'] as const;

/**
 * Bills with priority, position and next hearing: by legislative session, issue, position (`none` for bills without
 * one), committee that heard or will hear them, a hearing within some days, or words in number or title. In the order of
 * number, priority, next hearing or status; a cursor goes on in the order it came from.
 */
export const listBills = view({
  name: 'bill.list',
  by: AGENDA_READERS,
  input: z.strictObject({
    legislativeSessionId: z.string().nullable().default(null),
    issueId: z.string().nullable().default(null),
    position: z.enum(BILL_STANDS).nullable().default(null),
    committeeId: z.string().nullable().default(null),
    hearingWithinDays: z.coerce.number().int().min(1).max(365).nullable().default(null),
    sort: z.enum(BILL_SORTS).default('number'),
    q: z.string().trim().max(100).optional(),
    cursor: z.string().default(''),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  async run(world, _who, { hearingWithinDays, q, cursor, limit, ...filters }) {
    const now = world.clock.now();
    const rows = await world.db.all(billsPage, {
      ...filters,
      hearingUntil: hearingWithinDays === null ? null : now + hearingWithinDays * DAY_MS,
      q: q ? (billNumber(q) ?? q) : null,
      after: cursor,
      limit: limit + 1,
      now,
    });
    const page = rows.slice(0, limit);
    const data: Bill[] = page.map(({ sortKey: _sortKey, ...bill }) => bill);
    return ok({ data, nextCursor: rows.length > limit ? (page.at(-1)?.sortKey ?? null) : null });
  },
});
