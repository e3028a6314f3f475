import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const nothing = z.object({});
const level = z.enum(['regular', 'special']);
const stand = z.enum(['support', 'oppose', 'amend', 'monitor', 'neutral']);
const SESSIONS = { legislative_session: 'one or two sessions each year' };
const ISSUES = { issue: 'some dozens of issues' };
const BILLS = { bill: 'some hundreds of bills in a session' };

const sessionShape = {
  id: z.string(),
  jurisdiction: z.string(),
  name: z.string(),
  kind: level,
  startsOn: z.string(),
  endsOn: z.string().nullable(),
};
const SESSION = `ls.id, ls.jurisdiction, ls.name, ls.kind, ls.starts_on as startsOn, ls.ends_on as endsOn`;

/** A legislative session begins. */
export const insertSession = statement({
  params: z.object({
    id: z.string(),
    jurisdiction: z.string(),
    name: z.string(),
    kind: level,
    startsOn: z.string(),
    endsOn: z.string().nullable(),
  }),
  row: nothing,
  sql: `insert into legislative_session (id, jurisdiction, name, kind, starts_on, ends_on)
        select :id, :jurisdiction, :name, :kind, :startsOn, :endsOn
        where not exists (select 1 from legislative_session
                          where jurisdiction = :jurisdiction and lower(name) = lower(:name))
        on conflict (id) do nothing`,
  scans: SESSIONS,
});

/** A legislative session that has not ended ends on this day. */
export const endSession = statement({
  params: z.object({ id: z.string(), endsOn: z.string() }),
  row: nothing,
  sql: `update legislative_session set ends_on = :endsOn where id = :id and ends_on is null`,
});

/** One legislative session. */
export const sessionById = statement({
  params: z.object({ id: z.string() }),
  row: z.object(sessionShape),
  sql: `select ${SESSION} from legislative_session ls where ls.id = :id`,
});

/** All legislative sessions, the newest first. */
export const sessions = statement({
  params: nothing,
  row: z.object(sessionShape),
  sql: `select ${SESSION} from legislative_session ls order by ls.starts_on desc, ls.id desc`,
  scans: SESSIONS,
});

/** An issue is followed from now. */
export const insertIssue = statement({
  params: z.object({ id: z.string(), name: z.string(), summary: z.string(), now: z.number() }),
  row: nothing,
  sql: `insert into issue (id, name, summary, created_at)
        select :id, :name, :summary, :now
        where not exists (select 1 from issue where lower(name) = lower(:name))
        on conflict (id) do nothing`,
  scans: ISSUES,
});

/** An issue has another name or summary, unless another issue has that name. */
export const changeIssue = statement({
  params: z.object({ id: z.string(), name: z.string(), summary: z.string() }),
  row: nothing,
  sql: `update issue set name = :name, summary = :summary
        where id = :id
          and not exists (select 1 from issue other where lower(other.name) = lower(:name) and other.id <> :id)`,
  scans: ISSUES,
});

/** One issue. */
export const issueById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ id: z.string(), name: z.string(), summary: z.string() }),
  sql: `select id, name, summary from issue where id = :id`,
});

/** Issues by name, with their rank in a legislative session and how many of its bills belong to them. */
export const issuesWithRank = statement({
  params: z.object({ legislativeSessionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    summary: z.string(),
    rank: z.number().nullable(),
    bills: z.number(),
  }),
  sql: `select i.id, i.name, i.summary, p.rank,
               (select count(*) from bill b where b.issue_id = i.id
                and b.legislative_session_id = :legislativeSessionId) as bills
        from issue i
        left join priority p on p.issue_id = i.id and p.legislative_session_id = :legislativeSessionId
        order by i.name, i.id`,
  scans: { ...ISSUES, ...BILLS },
});

/** The ranking of a legislative session is still the one that the person saw. */
export const rankingIsStill = statement({
  params: z.object({ legislativeSessionId: z.string(), was: z.array(z.string()).nullable() }),
  row: nothing,
  sql: `update legislative_session set id = id
        where id = :legislativeSessionId and (:was is null or :was =
          (select json_group_array(issue_id) from
            (select issue_id from priority where legislative_session_id = :legislativeSessionId order by rank)))`,
});

/** The ranking of a legislative session is cleared, to be written whole. */
export const clearPriorities = statement({
  params: z.object({ legislativeSessionId: z.string() }),
  row: nothing,
  sql: `delete from priority where legislative_session_id = :legislativeSessionId`,
});

/** The issues of a list are the priorities of a legislative session, in this order. */
export const insertPriorities = statement({
  params: z.object({
    legislativeSessionId: z.string(),
    issueIds: z.array(z.string()),
    now: z.number(),
    by: z.string(),
  }),
  row: nothing,
  sql: `insert into priority (legislative_session_id, issue_id, rank, set_at, set_by)
        select :legislativeSessionId, value, key + 1, :now, :by from json_each(:issueIds)`,
});

const billShape = {
  id: z.string(),
  legislativeSessionId: z.string(),
  sessionName: z.string(),
  jurisdiction: z.string(),
  number: z.string(),
  title: z.string(),
  status: z.string(),
  statusOn: z.string(),
  issueId: z.string().nullable(),
  issueName: z.string().nullable(),
  source: z.string(),
  position: stand.nullable(),
  positionFrom: z.string().nullable(),
  hearingAt: z.number().nullable(),
  hearingCommittee: z.string().nullable(),
  rank: z.number().nullable(),
};
const BILL = `b.id, b.legislative_session_id as legislativeSessionId, ls.name as sessionName, ls.jurisdiction,
  b.number, b.title, b.status, b.status_on as statusOn, b.issue_id as issueId, i.name as issueName, b.source,
  w.position, w.from_on as positionFrom, h.at as hearingAt, k.name as hearingCommittee, y.rank`;
const BILL_FROM = `bill b
  join legislative_session ls on ls.id = b.legislative_session_id
  left join issue i on i.id = b.issue_id
  left join position w on w.id = (select p.id from position p join organization g on g.id = p.organization_id
    where p.bill_id = b.id and p.to_on is null order by g.kind = 'association' desc, g.id limit 1)
  left join bill_event h on h.id = (select e.id from bill_event e
    where e.bill_id = b.id and e.kind = 'hearing' and e.at >= :now order by e.at limit 1)
  left join committee k on k.id = h.committee_id
  left join priority y on y.issue_id = b.issue_id and y.legislative_session_id = b.legislative_session_id`;

/** A bill is on the agenda of a legislative session, unless its number is there already. */
export const insertBill = statement({
  params: z.object({
    id: z.string(),
    legislativeSessionId: z.string(),
    number: z.string(),
    title: z.string(),
    status: z.string(),
    statusOn: z.string(),
    issueId: z.string().nullable(),
    source: z.string(),
    now: z.number(),
  }),
  row: nothing,
  sql: `insert into bill (id, legislative_session_id, number, title, status, status_on, issue_id, source, created_at)
        values (:id, :legislativeSessionId, :number, :title, :status, :statusOn, :issueId, :source, :now)
        on conflict do nothing`,
});

/** The bill of a number in a legislative session. */
export const billByNumber = statement({
  params: z.object({ legislativeSessionId: z.string(), number: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from bill where legislative_session_id = :legislativeSessionId and number = :number`,
});

/** One bill with the network's position and its next hearing. The association's position goes first. */
export const billById = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: z.object(billShape),
  sql: `select ${BILL} from ${BILL_FROM} where b.id = :id`,
});

/** A page of bills in one of their orders, each by number within it, narrowed by any of the filters. */
export const billsPage = statement({
  params: z.object({
    legislativeSessionId: z.string().nullable(),
    issueId: z.string().nullable(),
    position: z.string().nullable(),
    committeeId: z.string().nullable(),
    hearingUntil: z.number().nullable(),
    q: z.string().nullable(),
    sort: z.string(),
    after: z.string(),
    limit: z.number(),
    now: z.number(),
  }),
  row: z.object({ ...billShape, sortKey: z.string() }),
  sql: `select * from (
          select ${BILL}, case :sort
                   when 'priority' then printf('%03d ', coalesce(y.rank, 999))
                   when 'hearing' then printf('%015d ', coalesce(h.at, 999999999999999))
                   when 'status' then lower(b.status) || ' ' else '' end ||
                 substr(b.number, 1, instr(b.number, ' ')) ||
                 printf('%08d', cast(substr(b.number, instr(b.number, ' ') + 1) as integer)) || ' ' || b.id as sortKey
          from ${BILL_FROM}
          where (:legislativeSessionId is null or b.legislative_session_id = :legislativeSessionId)
            and (:issueId is null or b.issue_id = :issueId)
            and (:position is null or coalesce(w.position, 'none') = :position)
            and (:committeeId is null
                 or exists (select 1 from bill_event v where v.bill_id = b.id and v.committee_id = :committeeId))
            and (:hearingUntil is null or h.at < :hearingUntil)
            and (:q is null or b.title like '%' || :q || '%' or b.number like '%' || :q || '%'))
        where sortKey > :after order by sortKey limit :limit`,
  scans: { ...BILLS, ...ISSUES, ...SESSIONS },
});

/** Committees that heard a bill of the agenda or will. */
export const committeesHearing = statement({
  params: nothing,
  row: z.object({ id: z.string(), name: z.string(), chamber: z.string().nullable() }),
  sql: `select k.id, k.name, c.name as chamber from committee k left join chamber c on c.id = k.chamber_id
        where k.id in (select committee_id from bill_event)
        order by c.name is null, c.name, k.name, k.id`,
  scans: { bill_event: 'some hundreds of events in a legislative session', committee: 'some dozens' },
});

/** A change of status is noted among the bill's events, where the status does change. */
export const noteStatus = statement({
  params: z.object({
    id: z.string(),
    billId: z.string(),
    status: z.string(),
    source: z.string(),
    now: z.number(),
  }),
  row: nothing,
  sql: `insert into bill_event (id, bill_id, kind, at, note, source)
        select :id, b.id, 'status', :now, :status, :source from bill b where b.id = :billId and b.status <> :status`,
});

/** A bill as it is now. */
export const changeBill = statement({
  params: z.object({
    id: z.string(),
    title: z.string(),
    status: z.string(),
    statusOn: z.string(),
    issueId: z.string().nullable(),
  }),
  row: nothing,
  sql: `update bill set title = :title, status = :status, status_on = :statusOn, issue_id = :issueId
        where id = :id`,
});

/** Something happens to a bill. */
export const insertBillEvent = statement({
  params: z.object({
    id: z.string(),
    billId: z.string(),
    kind: z.enum(['hearing', 'vote', 'status']),
    at: z.number(),
    committeeId: z.string().nullable(),
    note: z.string(),
    source: z.string(),
  }),
  row: nothing,
  sql: `insert into bill_event (id, bill_id, kind, at, committee_id, note, source)
        values (:id, :billId, :kind, :at, :committeeId, :note, :source) on conflict (id) do nothing`,
});

/** What happened and will happen to a bill, the newest first. */
export const eventsOfBill = statement({
  params: z.object({ billId: z.string() }),
  row: z.object({
    id: z.string(),
    kind: z.enum(['hearing', 'vote', 'status']),
    at: z.number(),
    committeeId: z.string().nullable(),
    committeeName: z.string().nullable(),
    note: z.string(),
    source: z.string(),
  }),
  sql: `select e.id, e.kind, e.at, e.committee_id as committeeId, k.name as committeeName, e.note, e.source
        from bill_event e left join committee k on k.id = e.committee_id
        where e.bill_id = :billId order by e.at desc, e.id desc`,
});

/** Where organizations stand and stood on a bill, the newest first. */
export const positionsOnBill = statement({
  params: z.object({ billId: z.string() }),
  row: z.object({
    id: z.string(),
    organizationId: z.string(),
    organizationName: z.string(),
    position: stand,
    fromOn: z.string(),
    toOn: z.string().nullable(),
    setBy: z.string(),
  }),
  sql: `select w.id, w.organization_id as organizationId, g.name as organizationName, w.position,
               w.from_on as fromOn, w.to_on as toOn, w.set_by as setBy
        from position w join organization g on g.id = w.organization_id
        where w.bill_id = :billId order by w.from_on desc, w.id desc`,
  scans: { position: 'some hundreds of positions in a session' },
});

/** The position an organization holds on a bill now. */
export const positionNow = statement({
  params: z.object({ billId: z.string(), organizationId: z.string() }),
  row: z.object({ id: z.string(), position: stand, fromOn: z.string() }),
  sql: `select id, position, from_on as fromOn from position
        where bill_id = :billId and organization_id = :organizationId and to_on is null`,
});

/** The position that the person saw ends on this day. */
export const endPosition = statement({
  params: z.object({ id: z.string(), toOn: z.string() }),
  row: nothing,
  sql: `update position set to_on = :toOn where id = :id and to_on is null`,
});

/** An organization takes a position, where it holds none. */
export const insertPosition = statement({
  params: z.object({
    id: z.string(),
    billId: z.string(),
    organizationId: z.string(),
    position: stand,
    fromOn: z.string(),
    by: z.string(),
  }),
  row: nothing,
  sql: `insert into position (id, bill_id, organization_id, position, from_on, set_by)
        values (:id, :billId, :organizationId, :position, :fromOn, :by) on conflict do nothing`,
});

/** Organizations that may take a position, the association first. */
export const organizations = statement({
  params: nothing,
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select id, name from organization order by kind = 'association' desc, kind, name`,
  scans: { organization: 'a handful of organizations' },
});
