import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const nothing = z.object({});
const kind = z.enum(['officials', 'committees', 'bills']);
const service = z.enum(['openstates', 'legiscan']);
const BILLS = { bill: 'some hundreds of bills in a session' };

/** How the last fetch of a kind of data went; when one last worked stays through those that fail. */
export const putFetch = statement({
  params: z.object({
    jurisdiction: z.string(),
    kind,
    service,
    at: z.number(),
    problem: z.string().nullable(),
  }),
  row: nothing,
  sql: `insert into feed_fetch (jurisdiction, kind, service, tried_at, worked_at, problem)
        values (:jurisdiction, :kind, :service, :at, case when :problem is null then :at end, :problem)
        on conflict (jurisdiction, kind) do update set service = excluded.service, tried_at = excluded.tried_at,
          worked_at = coalesce(excluded.worked_at, feed_fetch.worked_at), problem = excluded.problem`,
});

/** How the last fetches went. */
export const fetches = statement({
  params: nothing,
  row: z.object({
    jurisdiction: z.string(),
    kind,
    service,
    triedAt: z.number(),
    workedAt: z.number().nullable(),
    problem: z.string().nullable(),
  }),
  sql: `select jurisdiction, kind, service, tried_at as triedAt, worked_at as workedAt, problem from feed_fetch
        order by jurisdiction, kind`,
  scans: { feed_fetch: 'three rows for each jurisdiction' },
});

/** The bills of legislative sessions that have not ended by a day, as a service is asked about them. */
export const followedBills = statement({
  params: z.object({ jurisdiction: z.string(), today: z.string() }),
  row: z.object({
    id: z.string(),
    number: z.string(),
    sessionId: z.string(),
    sessionKind: z.enum(['regular', 'special']),
    startsOn: z.string(),
    changeHash: z.string().nullable(),
  }),
  sql: `select b.id, b.number, ls.id as sessionId, ls.kind as sessionKind, ls.starts_on as startsOn,
               f.change_hash as changeHash
        from legislative_session ls
        join bill b on b.legislative_session_id = ls.id
        left join bill_feed f on f.bill_id = b.id
        where ls.jurisdiction = :jurisdiction and (ls.ends_on is null or ls.ends_on >= :today)
        order by ls.id, b.number`,
  scans: { legislative_session: 'one or two sessions each year', ...BILLS },
});

/** Where bills are followed: the jurisdictions of legislative sessions that have not ended by a day. */
export const jurisdictionsFollowed = statement({
  params: z.object({ today: z.string() }),
  row: z.object({ jurisdiction: z.string() }),
  sql: `select distinct ls.jurisdiction from legislative_session ls
        where (ls.ends_on is null or ls.ends_on >= :today)
          and exists (select 1 from bill b where b.legislative_session_id = ls.id)
        order by 1`,
  scans: { legislative_session: 'one or two sessions each year' },
});

/** The bill has the status that a service tells, where it follows the service: nobody has written another since. */
export const followStatus = statement({
  params: z.object({ billId: z.string(), status: z.string(), statusOn: z.string() }),
  row: nothing,
  sql: `update bill set status = :status, status_on = :statusOn
        where id = :billId
          and status = coalesce((select f.status from bill_feed f where f.bill_id = bill.id), 'Introduced')`,
});

/** A bill as a service knows it now. */
export const putBillFeed = statement({
  params: z.object({
    billId: z.string(),
    service,
    serviceId: z.string(),
    changeHash: z.string(),
    status: z.string(),
    statusOn: z.string(),
    url: z.string().nullable(),
    at: z.number(),
  }),
  row: nothing,
  sql: `insert into bill_feed (bill_id, service, service_id, change_hash, status, status_on, url, fetched_at)
        values (:billId, :service, :serviceId, :changeHash, :status, :statusOn, :url, :at)
        on conflict (bill_id) do update set service = excluded.service, service_id = excluded.service_id,
          change_hash = excluded.change_hash, status = excluded.status, status_on = excluded.status_on,
          url = excluded.url, fetched_at = excluded.fetched_at`,
});

/** What a service tells of a bill and does not tell any more is gone; what staff wrote stays. */
export const dropFeedEvents = statement({
  params: z.object({ billId: z.string(), keys: z.array(z.string()) }),
  row: nothing,
  sql: `delete from bill_event where bill_id = :billId and feed_key is not null
          and feed_key not in (select value from json_each(:keys))`,
});

/** What a service tells of a bill. A hearing that staff wrote down for the same half day stands alone. */
export const putFeedEvents = statement({
  params: z.object({
    billId: z.string(),
    source: z.string(),
    events: z.array(z.record(z.string(), z.unknown())),
  }),
  row: nothing,
  sql: `insert into bill_event (id, bill_id, kind, at, committee_id, note, source, feed_key)
        select e.value ->> 'id', :billId, e.value ->> 'kind', e.value ->> 'at', e.value ->> 'committeeId',
               e.value ->> 'note', :source, e.value ->> 'key'
        from json_each(:events) e
        where not exists (select 1 from bill_event o where o.bill_id = :billId and o.feed_key is null
          and o.kind = 'hearing' and e.value ->> 'kind' = 'hearing' and abs(o.at - (e.value ->> 'at')) < 43200000)
        on conflict (bill_id, feed_key) where feed_key is not null do update set at = excluded.at,
          committee_id = excluded.committee_id, note = excluded.note, source = excluded.source`,
});

/** What a service says of a bill, beside what the network says. */
export const billFeedOf = statement({
  params: z.object({ billId: z.string() }),
  row: z.object({
    service,
    status: z.string(),
    statusOn: z.string(),
    url: z.string().nullable(),
    fetchedAt: z.number(),
  }),
  sql: `select service, status, status_on as statusOn, url, fetched_at as fetchedAt from bill_feed
        where bill_id = :billId`,
});
