import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const nothing = z.object({});

/** Who may subscribe. */
export const CALENDAR_READERS = ['owner', 'director', 'coordinator', 'staff', 'regional_president'] as const;

/** A calendar of a person ends, where they have one. */
export const revokeFeed = statement({
  params: z.object({ staffId: z.string(), now: z.number() }),
  row: nothing,
  sql: `update calendar_feed set revoked_at = :now where staff_id = :staffId and revoked_at is null`,
});

/** A person subscribes: their calendar by the hash of its address. */
export const insertFeed = statement({
  params: z.object({ id: z.string(), staffId: z.string(), tokenHash: z.string(), now: z.number() }),
  row: nothing,
  sql: `insert into calendar_feed (id, staff_id, token_hash, made_at)
        select :id, s.id, :tokenHash, :now from staff s where s.id = :staffId`,
});

/** Since when a person has a calendar. */
export const feedOf = statement({
  params: z.object({ staffId: z.string() }),
  row: z.object({ madeAt: z.number() }),
  sql: `select made_at as madeAt from calendar_feed where staff_id = :staffId and revoked_at is null`,
});

/** In which role its person holds the calendar that an address opens; no row where they hold none that may. */
export const feedByHash = statement({
  params: z.object({ tokenHash: z.string() }),
  row: z.object({ role: z.enum(CALENDAR_READERS) }),
  sql: `select r.role from calendar_feed f
          join role r on r.staff_id = f.staff_id and r.ended_at is null
                     and r.role in (${CALENDAR_READERS.map((role) => `'${role}'`).join(', ')})
         where f.token_hash = :tokenHash and f.revoked_at is null`,
});

/** Reports that are still to file, and those not owed so far left out, from a day on. */
export const feedReports = statement({
  params: z.object({ from: z.string() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    organization: z.string(),
    dueOn: z.string(),
    internalDueOn: z.string(),
  }),
  sql: `select o.id, o.name, g.short_name as organization, o.due_on as dueOn, o.internal_due_on as internalDueOn
          from obligation o join organization g on g.id = o.organization_id
         where o.state in ('open', 'prepared') and o.due_on >= :from order by o.due_on, o.id limit 200`,
  scans: { obligation: 'some twenty rows a year' },
});

/** Hearings from an instant on, in their order. */
export const feedHearings = statement({
  params: z.object({ from: z.number() }),
  row: z.object({
    id: z.string(),
    billId: z.string(),
    billNumber: z.string(),
    billTitle: z.string(),
    at: z.number(),
    committee: z.string().nullable(),
    chamber: z.string().nullable(),
    note: z.string(),
    position: z.enum(['support', 'oppose', 'amend', 'monitor', 'neutral']).nullable(),
  }),
  sql: `select e.id, b.id as billId, b.number as billNumber, b.title as billTitle, e.at, k.name as committee,
               c.name as chamber, e.note,
               (select p.position from position p join organization g on g.id = p.organization_id
                 where p.bill_id = b.id and p.to_on is null and g.kind = 'association' limit 1) as position
          from bill_event e join bill b on b.id = e.bill_id left join committee k on k.id = e.committee_id
          left join chamber c on c.id = k.chamber_id
         where e.kind = 'hearing' and e.at >= :from order by e.at limit 200`,
  scans: { bill_event: 'some hundreds of events in a legislative session' },
});
