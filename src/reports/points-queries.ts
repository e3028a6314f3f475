import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** States of a delivery that reached, or may have reached, who it was for. */
const REACHED = `('accepted', 'sent', 'delivered', 'unknown', 'unconfirmed')`;
const SCANS = { alert: 'some hundreds in a year' };

/** How many members have which version as their newest: read on a page, or sent and not opened since. */
export const versionsHeld = statement({
  params: z.object({ talkingPointsId: z.string() }),
  row: z.object({ no: z.number(), members: z.number(), readers: z.number() }),
  sql: `select h.no, count(*) as members, sum(h.seen >= h.no) as readers from (
          select d.recipient_id, max(coalesce(v.no, 0)) as seen, max(max(coalesce(s.no, 0), coalesce(v.no, 0))) as no
          from alert a
          cross join delivery d on d.source_kind in ('alert', 'nudge') and d.source_id = a.id and d.state in ${REACHED}
          left join talking_points_version s
            on s.id = d.talking_points_version_id and s.talking_points_id = a.talking_points_id
          left join talking_points_view w on w.delivery_id = d.id
          left join talking_points_version v
            on v.id = w.talking_points_version_id and v.talking_points_id = a.talking_points_id
          where a.talking_points_id = :talkingPointsId
          group by d.recipient_id) h
        where h.no > 0 group by h.no order by h.no desc`,
  scans: SCANS,
});

/**
 * Members who spoke with an official about what talking points are about, newest first: told of an alert with them, of
 * their bill, or of their issue before the same legislature where no bill is named.
 */
export const meetingsAbout = statement({
  params: z.object({
    talkingPointsId: z.string(),
    billId: z.string().nullable(),
    issueId: z.string(),
    level: z.string(),
    before: z.string(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.string(),
    state: z.string(),
    onDate: z.string(),
    createdAt: z.number(),
    memberId: z.string(),
    memberName: z.string(),
    district: z.string().nullable(),
    officialId: z.string(),
    officialName: z.string(),
    method: z.string().nullable(),
    stance: z.string().nullable(),
  }),
  sql: `with about (id) as (
          select c.id from alert a cross join contact_report c on c.alert_id = a.id where a.talking_points_id = :talkingPointsId
          union select c.id from contact_report c where c.bill_id = :billId
          union select c.id from contact_report c
            join tenure t on t.official_id = c.official_id
            join seat s on s.id = t.seat_id
            join chamber k on k.id = s.chamber_id and k.level = :level
            where c.issue_id = :issueId and c.bill_id is null)
        select c.id, c.state, c.on_date as onDate, c.created_at as createdAt, m.id as memberId,
          m.first_name || ' ' || m.last_name as memberName, d.name as district, o.id as officialId,
          o.name as officialName, c.method, c.stance
        from about x
        cross join contact_report c on c.id = x.id and c.state <> 'discarded'
        join member m on m.id = c.member_id
        left join district d on d.nces = m.district_nces
        join official o on o.id = c.official_id
        where c.id < :before
        order by c.id desc limit :limit`,
  scans: SCANS,
});

/** When some members read or were sent which version of talking points. */
export const versionsHad = statement({
  params: z.object({ talkingPointsId: z.string(), memberIds: z.array(z.string()) }),
  row: z.object({
    memberId: z.string(),
    no: z.number(),
    at: z.number(),
    how: z.enum(['read', 'sent']),
  }),
  sql: `with mine as materialized (
          select d.id, d.recipient_id, d.state, d.talking_points_version_id, coalesce(d.claimed_at, d.updated_at) as at
          from alert a cross join json_each(:memberIds) m
          cross join delivery d
            on d.source_kind = 'alert' and d.source_id = a.id and d.round = 0 and d.recipient_id = m.value
          where a.talking_points_id = :talkingPointsId
          union all
          select d.id, d.recipient_id, d.state, d.talking_points_version_id, coalesce(d.claimed_at, d.updated_at)
          from json_each(:memberIds) m
          cross join delivery d on d.source_kind <> 'alert' and d.recipient_id = m.value)
        select x.recipient_id as memberId, v.no, w.first_at as at, 'read' as how
        from mine x
        cross join talking_points_view w on w.delivery_id = x.id
        cross join talking_points_version v on v.id = w.talking_points_version_id
        where v.talking_points_id = :talkingPointsId
        union all
        select x.recipient_id, v.no, x.at, 'sent'
        from mine x
        cross join talking_points_version v on v.id = x.talking_points_version_id
        where v.talking_points_id = :talkingPointsId and x.state in ${REACHED}`,
  scans: SCANS,
});
