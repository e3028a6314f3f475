import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const stance = z.enum(['support', 'lean_support', 'undecided', 'lean_oppose', 'oppose']);
const region = z.object({ regionId: z.string().nullable(), today: z.string(), otherwise: z.string() });
const SESSIONS = { legislative_session: 'one or two sessions each year' };

/** The first day that counts for a committee: of its legislature's newest session, else some day before today. */
const SINCE = `coalesce((select max(l.starts_on) from legislative_session l
  where l.jurisdiction = k.jurisdiction and l.starts_on <= :today), :otherwise)`;
const REACHED = `exists (select 1 from reach x join member m on m.district_nces = x.district_nces
  where x.seat_id = t.seat_id and m.state = 'active' and (:regionId is null or m.region_id = :regionId))`;

/** Committees by chamber and name, or part of one: how many seats, how many of them members reach, and with how many somebody has spoken. */
export const committeesCovered = statement({
  params: region.extend({ q: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    chamber: z.string().nullable(),
    jurisdiction: z.string(),
    asOf: z.string(),
    seats: z.number(),
    reached: z.number(),
    spoken: z.number(),
  }),
  sql: `select k.id, k.name, c.name as chamber, k.jurisdiction, k.as_of as asOf, count(t.id) as seats,
          coalesce(sum(t.id is not null and ${REACHED}), 0) as reached,
          coalesce(sum(t.id is not null and exists (select 1 from contact_report r
            where r.official_id = w.official_id and r.on_date >= ${SINCE} and r.state = 'confirmed')), 0) as spoken
        from committee k
        left join chamber c on c.id = k.chamber_id
        left join committee_seat w on w.committee_id = k.id
        left join tenure t on t.official_id = w.official_id and t.to_on is null
        where :q is null or k.name like '%' || :q || '%'
        group by k.id order by c.name is null, c.name, k.name, k.id`,
  scans: { committee: 'some dozens of committees for each state', ...SESSIONS },
});

/** One committee with the day from which contacts count. */
export const committeeCovered = statement({
  params: z.object({ id: z.string(), today: z.string(), otherwise: z.string() }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    chamber: z.string().nullable(),
    jurisdiction: z.string(),
    asOf: z.string(),
    since: z.string(),
  }),
  sql: `select k.id, k.name, c.name as chamber, k.jurisdiction, k.as_of as asOf, ${SINCE} as since
        from committee k left join chamber c on c.id = k.chamber_id where k.id = :id`,
  scans: SESSIONS,
});

/**
 * Who sits on a committee, chairs first: how many members reach the seat, how many have spoken with its holder since a
 * day, and the last word heard, about which bill and from whom. Another region's member is not named.
 */
export const seatsCovered = statement({
  params: z.object({ committeeId: z.string(), since: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    seatId: z.string().nullable(),
    officialId: z.string(),
    role: z.string(),
    name: z.string(),
    family: z.string(),
    party: z.string().nullable(),
    title: z.string().nullable(),
    chamberId: z.string().nullable(),
    seatLabel: z.string().nullable(),
    state: z.string().nullable(),
    district: z.string().nullable(),
    reach: z.number(),
    speakers: z.number(),
    stance: stance.nullable(),
    onDate: z.string().nullable(),
    note: z.string().nullable(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    position: z.enum(['support', 'oppose', 'amend', 'monitor', 'neutral']).nullable(),
    memberId: z.string().nullable(),
    memberName: z.string().nullable(),
    memberDistrict: z.string().nullable(),
    staffName: z.string().nullable(),
  }),
  sql: `with sits as materialized (
          select w.official_id, w.role, t.seat_id,
            (select count(*) from reach x join member m on m.district_nces = x.district_nces
               where x.seat_id = t.seat_id and m.state = 'active' and (:regionId is null or m.region_id = :regionId)) as reach,
            (select count(distinct coalesce(r.member_id, r.created_by)) from contact_report r
               where r.official_id = w.official_id and r.on_date >= :since and r.state = 'confirmed') as speakers,
            (select r.id from contact_report r
               where r.official_id = w.official_id and r.on_date >= :since and r.state = 'confirmed'
               order by r.on_date desc, r.id desc limit 1) as report_id
          from committee_seat w left join tenure t on t.official_id = w.official_id and t.to_on is null
          where w.committee_id = :committeeId
        )
        select n.seat_id as seatId, n.official_id as officialId, n.role, o.name, o.family, o.party,
          c.official_title as title, c.id as chamberId, c.seat_label as seatLabel, s.state, s.district,
          n.reach, n.speakers, r.stance, r.on_date as onDate,
          iif(r.member_id is null or m.id is not null, r.note, null) as note, b.id as billId, b.number as billNumber,
          (select p.position from position p join organization g on g.id = p.organization_id
             where p.bill_id = b.id and p.to_on is null and g.kind = 'association' limit 1) as position,
          r.member_id as memberId, m.first_name || ' ' || m.last_name as memberName, d.name as memberDistrict,
          iif(r.member_id is null, coalesce(l.name, f.name), null) as staffName
        from sits n
        join official o on o.id = n.official_id
        left join seat s on s.id = n.seat_id
        left join chamber c on c.id = s.chamber_id
        left join contact_report r on r.id = n.report_id
        left join bill b on b.id = r.bill_id
        left join member m on m.id = r.member_id and (:regionId is null or m.region_id = :regionId)
        left join district d on d.nces = m.district_nces
        left join lobbyist l on l.id = r.lobbyist_id
        left join staff f on f.id = r.created_by
        order by case n.role when 'chair' then 0 when 'vice chair' then 1 when 'member' then 3 else 2 end, o.family, o.given`,
});
