import * as z from 'zod';
import { deliveriesTo } from '../delivery/index.ts';
import { statement } from '../platform/statement.ts';

/** Names of members for their own page: nothing by which anybody could reach them. */
export const namesOnPage = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({
    id: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    title: z.string().nullable(),
    district: z.string().nullable(),
    region: z.string().nullable(),
  }),
  sql: `select m.id, m.first_name as firstName, m.last_name as lastName, m.title, d.name as district, g.name as region
        from json_each(:ids) one join member m on m.id = one.value
        left join district d on d.nces = m.district_nces left join region g on g.id = m.region_id
        order by one.key`,
});

/**
 * The newest alert in the place of a superseded one, and the message of it that a person got, preferably on the
 * same channel; no delivery where none has reached them yet.
 */
export const newerAlert = statement({
  params: z.object({ alertId: z.string(), memberId: z.string(), channel: z.string() }),
  row: z.object({ deliveryId: z.number().nullable(), tokenHash: z.string().nullable() }),
  sql: `with recursive line(id, no) as (
          select superseded_by, 1 from alert where id = :alertId and superseded_by is not null
          union all
          select a.superseded_by, l.no + 1 from line l join alert a on a.id = l.id where a.superseded_by is not null
        )
        select c.id as deliveryId, c.token_hash as tokenHash
        from (select id from line order by no desc limit 1) n
        left join delivery d on d.source_kind = 'alert' and d.source_id = n.id and d.round = 0
          and d.recipient_id = :memberId
        left join delivery c on c.id = coalesce(d.carried_by, d.id) and c.token_hash is not null
        order by c.id is null, d.channel <> :channel limit 1`,
});

/** Whom an alert is about: state or federal, and the committee of its bill's next hearing (or of the last one). */
export const aimOfAlert = statement({
  params: z.object({ alertId: z.string(), now: z.number() }),
  row: z.object({
    level: z.enum(['state', 'federal']).nullable(),
    jurisdiction: z.string().nullable(),
    committeeId: z.string().nullable(),
    committee: z.string().nullable(),
    chamber: z.string().nullable(),
  }),
  sql: `select t.level, l.jurisdiction, k.id as committeeId, k.name as committee, c.name as chamber
        from alert a
        left join talking_points t on t.id = a.talking_points_id
        left join bill b on b.id = a.bill_id
        left join legislative_session l on l.id = b.legislative_session_id
        left join committee k on k.id = (select e.committee_id from bill_event e
          where e.bill_id = b.id and e.kind = 'hearing' and e.committee_id is not null
          order by e.at < :now, abs(e.at - :now) limit 1)
        left join chamber c on c.id = k.chamber_id
        where a.id = :alertId`,
});

/** Whether a version of talking points was read on the page of a delivery. */
export const pointsRead = statement({
  params: z.object({ deliveryId: z.number(), versionId: z.string() }),
  row: z.object({ firstAt: z.number() }),
  sql: `select first_at as firstAt from talking_points_view
        where delivery_id = :deliveryId and talking_points_version_id = :versionId`,
});

/** The version of talking points that a member read last, on the page of any message. */
export const versionReadLast = statement({
  params: z.object({ memberId: z.string(), talkingPointsId: z.string() }),
  row: z.object({ no: z.number(), readAt: z.number() }),
  sql: `select v.no, w.first_at as readAt
        from ${deliveriesTo(':memberId')} d
        cross join talking_points_view w on w.delivery_id = d.id and w.member_id = :memberId
        join talking_points_version v on v.id = w.talking_points_version_id
        where v.talking_points_id = :talkingPointsId
        order by w.first_at desc, v.no desc limit 1`,
  scans: { alert: 'one row for each alert ever made' },
});

/** Alerts that a member was sent, the latest first, each with the answer that stands. */
export const alertsOfMember = statement({
  params: z.object({ memberId: z.string(), limit: z.number() }),
  row: z.object({
    alertId: z.string(),
    title: z.string(),
    state: z.string(),
    launchedAt: z.number().nullable(),
    asks: z.number(),
    label: z.string().nullable(),
    outcome: z.enum(['contacted', 'will', 'cannot', 'help', 'other']).nullable(),
    door: z.enum(['sms', 'email', 'web', 'staff']).nullable(),
    revised: z.number().nullable(),
    at: z.number().nullable(),
  }),
  sql: `with sent(alert_id) as (
          select distinct d.source_id from ${deliveriesTo(':memberId')} d
          where d.source_kind in ('alert', 'nudge') and d.state <> 'skipped'
        )
        select a.id as alertId, a.title, a.state, a.launched_at as launchedAt, q.id is not null as asks,
          coalesce(o.label, iif(r.answer_id is null, null, 'answered')) as label, o.outcome,
          w.door, r.revised, r.at
        from sent s join alert a on a.id = s.alert_id
        left join question q on q.alert_id = a.id and q.no = 1
        left join response r on r.alert_id = a.id and r.question_id = q.id and r.member_id = :memberId
        left join question_option o on o.id = r.option_id
        left join answer w on w.id = r.answer_id
        order by a.launched_at desc limit :limit`,
  scans: { alert: 'one row for each alert ever made' },
});

/** The thread with a member, where they ever wrote. */
export const threadOfMember = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({ id: z.string(), unread: z.number(), lastAt: z.number() }),
  sql: `select id, unread, last_at as lastAt from conversation where member_id = :memberId`,
});

/** The next hearing of a bill that is still to come. */
export const nextHearing = statement({
  params: z.object({ billId: z.string(), now: z.number() }),
  row: z.object({
    id: z.string(),
    at: z.number(),
    note: z.string().nullable(),
    billNumber: z.string(),
    committee: z.string().nullable(),
  }),
  sql: `select e.id, e.at, e.note, b.number as billNumber, k.name as committee
        from bill_event e join bill b on b.id = e.bill_id left join committee k on k.id = e.committee_id
        where e.bill_id = :billId and e.kind = 'hearing' and e.at > :now order by e.at limit 1`,
});
