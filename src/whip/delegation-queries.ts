import * as z from 'zod';
import { MEMBERS_IN } from '../people/index.ts';
import { statement } from '../platform/statement.ts';
import { stance } from './seat-sql.ts';

const SCANS = { chamber: 'two for each legislature', alert: 'some hundreds in a year' };

/** The seats of a state in Congress, senators first, each with who holds it and how many members reach it. */
export const delegates = statement({
  params: z.object({ state: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    seatId: z.string(),
    chamberId: z.string(),
    state: z.string(),
    seatLabel: z.string(),
    district: z.string(),
    title: z.string(),
    officialId: z.string().nullable(),
    name: z.string().nullable(),
    party: z.string().nullable(),
    phone: z.string().nullable(),
    members: z.number(),
  }),
  sql: `with seats(seat_id) as materialized (
          select s.id from chamber k cross join seat s on s.chamber_id = k.id and s.state = :state and s.to_on is null
          where k.level = 'federal'
        ),
        people(district_nces, members) as materialized (${MEMBERS_IN(
          'select r.district_nces from seats n cross join reach r on r.seat_id = n.seat_id',
        )})
        select s.id as seatId, k.id as chamberId, s.state, k.seat_label as seatLabel, s.district, k.official_title as title,
          o.id as officialId, o.name, o.party, coalesce(o.override ->> 'phone', o.phone) as phone,
          (select coalesce(sum(p.members), 0) from reach r join people p on p.district_nces = r.district_nces
            where r.seat_id = s.id) as members
        from seats n
        join seat s on s.id = n.seat_id
        join chamber k on k.id = s.chamber_id
        left join tenure t on t.seat_id = s.id and t.to_on is null
        left join official o on o.id = t.official_id
        order by k.kind desc, s.district, s.id`,
  scans: SCANS,
});

/** The last that was heard of each of some officials, newest first, at most so many of each, drafts left out. */
export const lastHeardOf = statement({
  params: z.object({ officialIds: z.array(z.string()), each: z.number() }),
  row: z.object({
    officialId: z.string(),
    id: z.string(),
    onDate: z.string(),
    memberId: z.string().nullable(),
    by: z.string().nullable(),
    method: z.string().nullable(),
    stance: stance.nullable(),
    billNumber: z.string().nullable(),
    issueName: z.string().nullable(),
    contacts: z.number(),
  }),
  sql: `select officialId, id, onDate, memberId, by, method, stance, billNumber, issueName, contacts from (
          select o.id as officialId, c.id, c.on_date as onDate, c.member_id as memberId,
            coalesce(m.first_name || ' ' || m.last_name, l.name) as by, c.method, c.stance, b.number as billNumber,
            i.name as issueName, count(*) over (partition by c.official_id) as contacts,
            row_number() over (partition by c.official_id order by c.on_date desc, c.id desc) as place
          from json_each(:officialIds) x
          join official o on o.id = x.value
          join contact_report c on c.official_id = o.id and c.state = 'confirmed'
          left join member m on m.id = c.member_id
          left join lobbyist l on l.id = c.lobbyist_id
          left join bill b on b.id = c.bill_id
          left join issue i on i.id = c.issue_id)
        where place <= :each order by officialId, place`,
});

/** Of the members who reach a seat, how many have an earlier version of talking points as their newest. */
export const olderInReach = statement({
  params: z.object({
    pairs: z.array(z.object({ seatId: z.string(), talkingPointsId: z.string(), newestNo: z.number() })),
  }),
  row: z.object({ seatId: z.string(), talkingPointsId: z.string(), members: z.number() }),
  sql: `with points as (
          select distinct value ->> 'talkingPointsId' as id from json_each(:pairs)),
        had as materialized (
          select a.talking_points_id as points, d.recipient_id as member,
            max(max(coalesce(s.no, 0), coalesce(v.no, 0))) as no
          from points x
          cross join alert a on a.talking_points_id = x.id
          cross join delivery d on d.source_kind in ('alert', 'nudge') and d.source_id = a.id
            and d.state in ('accepted', 'sent', 'delivered', 'unknown', 'unconfirmed')
          left join talking_points_version s on s.id = d.talking_points_version_id and s.talking_points_id = x.id
          left join talking_points_view w on w.delivery_id = d.id
          left join talking_points_version v on v.id = w.talking_points_version_id and v.talking_points_id = x.id
          group by 1, 2),
        behind(points, district_nces, members) as materialized (
          select h.points, m.district_nces, count(*)
          from (select distinct value ->> 'talkingPointsId' as points, value ->> 'newestNo' as no from json_each(:pairs)) n
          join had h on h.points = n.points and h.no between 1 and n.no - 1
          join member m on m.id = h.member and m.state = 'active'
          group by 1, 2)
        select p.value ->> 'seatId' as seatId, p.value ->> 'talkingPointsId' as talkingPointsId, sum(b.members) as members
        from json_each(:pairs) p
        cross join reach r on r.seat_id = p.value ->> 'seatId'
        join behind b on b.points = p.value ->> 'talkingPointsId' and b.district_nces = r.district_nces
        group by 1, 2`,
  scans: SCANS,
});
