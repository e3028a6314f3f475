import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/**
 * Threads whose assignee has something new in them: words of the member, or the thread itself, given by somebody else; and who
 * was not told in the last while.
 */
export const noticesDue = statement({
  params: z.object({ now: z.number(), before: z.number() }),
  row: z.object({
    id: z.string(),
    staffId: z.string(),
    email: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    given: z.number(),
  }),
  sql: `select c.id, s.id as staffId, s.email, m.first_name as firstName, m.last_name as lastName,
          coalesce(c.assigned_at, 0) > coalesce(c.notified_at, 0) as given
        from conversation c join staff s on s.id = c.assigned_to left join member m on m.id = c.member_id
        where c.state = 'open' and c.assigned_to is not null and coalesce(c.snoozed_until, 0) <= :now
          and coalesce(c.notified_at, 0) <= :before
          and exists (select 1 from role r where r.staff_id = s.id and r.ended_at is null)
          and (exists (
              select 1 from reply r where r.conversation_id = c.id and r.machine is null
                and r.received_at > max(coalesce(c.notified_at, 0), coalesce(c.assigned_at, 0)))
            or (c.assigned_at > coalesce(c.notified_at, 0) and c.assigned_by <> c.assigned_to))
        limit 100`,
  scans: { conversation: 'only those that wait, by their own index', c: 'the same' },
});

/** The assignee of a thread was told; touches nothing where that was done a moment ago. */
export const markNotified = statement({
  params: z.object({ id: z.string(), before: z.number(), now: z.number() }),
  row: z.object({}),
  sql: `update conversation set notified_at = :now where id = :id and coalesce(notified_at, 0) <= :before`,
});

/** Who wants a mail each morning and has not had today's. */
export const digestsDue = statement({
  params: z.object({ today: z.string() }),
  row: z.object({ staffId: z.string(), email: z.string(), which: z.enum(['mine', 'all']) }),
  sql: `select s.id as staffId, s.email, g.which from inbox_digest g join staff s on s.id = g.staff_id
        where coalesce(g.sent_on, '') < :today
          and exists (select 1 from role r where r.staff_id = s.id and r.ended_at is null
            and r.role in ('owner', 'director', 'staff'))`,
  scans: { inbox_digest: 'at most one row for each of the staff', g: 'the same' },
});

/** Today's was sent, or there was nothing to send. */
export const markDigest = statement({
  params: z.object({ staffId: z.string(), today: z.string() }),
  row: z.object({}),
  sql: `update inbox_digest set sent_on = :today where staff_id = :staffId and coalesce(sent_on, '') < :today`,
});

/** What a person wants each morning. */
export const digestOf = statement({
  params: z.object({ staffId: z.string() }),
  row: z.object({ which: z.enum(['mine', 'all']) }),
  sql: `select which from inbox_digest where staff_id = :staffId`,
});

/** Wants this from tomorrow on. */
export const upsertDigest = statement({
  params: z.object({ staffId: z.string(), which: z.enum(['mine', 'all']), today: z.string() }),
  row: z.object({}),
  sql: `insert into inbox_digest (staff_id, which, sent_on) values (:staffId, :which, :today)
        on conflict (staff_id) do update set which = excluded.which`,
});

/** Wants none. */
export const deleteDigest = statement({
  params: z.object({ staffId: z.string() }),
  row: z.object({}),
  sql: `delete from inbox_digest where staff_id = :staffId`,
});
