import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const stance = z.enum(['support', 'lean_support', 'undecided', 'lean_oppose', 'oppose']);

/** The latest stance that somebody confirmed of an official on the bill, until a day: at most a few rows are read. */
const LATEST = (official: string, until: string, column: string) => `(
  select r.${column} from contact_report r
  where r.bill_id = :billId and r.official_id = ${official} and r.state = 'confirmed' and r.stance is not null
    and r.on_date <= ${until}
  order by r.on_date desc, r.id desc limit 1)`;

/** A bill with the association's position, whether partners are shared words on it, and the chambers and committees that may hear it (`bodies`, JSON). */
export const boardBill = statement({
  params: z.object({ billId: z.string() }),
  row: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    status: z.string(),
    position: z.enum(['support', 'oppose', 'amend', 'monitor', 'neutral']).nullable(),
    shared: z.number(),
    lastCommitteeId: z.string().nullable(),
    bodies: z.string(),
  }),
  sql: `select b.id, b.number, b.title, b.status,
          (select p.position from position p join organization g on g.id = p.organization_id
             where p.bill_id = b.id and p.to_on is null and g.kind = 'association' limit 1) as position,
          exists (select 1 from talking_points t join talking_points_version v on v.talking_points_id = t.id
             where t.bill_id = b.id and t.shared = 1) as shared,
          (select e.committee_id from bill_event e where e.bill_id = b.id and e.committee_id is not null
             order by e.at desc limit 1) as lastCommitteeId,
          (select json_group_array(json_object('id', id, 'kind', kind, 'name', name, 'chamber', chamber)) from (
             select c.id, 'chamber' as kind, c.name, c.kind as chamber from chamber c where c.jurisdiction = ls.jurisdiction
             union all
             select * from (select k.id, 'committee', k.name, y.name from committee k left join chamber y on y.id = k.chamber_id
               where k.jurisdiction = ls.jurisdiction order by y.name, k.name))) as bodies
        from bill b join legislative_session ls on ls.id = b.legislative_session_id where b.id = :billId`,
  scans: {
    chamber: 'four chambers for each state',
    committee: 'some dozens of committees for each state',
    talking_points: 'some dozens',
  },
});

/**
 * Every seat of a chamber, or of a committee whoever sits on it: who holds it, where they stand on a bill as last heard
 * until a day, where they stood before another, and who reported it. Another region's member is not named.
 */
export const boardSeats = statement({
  params: z.object({
    billId: z.string(),
    chamberId: z.string().nullable(),
    committeeId: z.string().nullable(),
    on: z.string(),
    before: z.string(),
    regionId: z.string().nullable(),
  }),
  row: z.object({
    seatId: z.string().nullable(),
    officialId: z.string().nullable(),
    role: z.string().nullable(),
    name: z.string().nullable(),
    family: z.string().nullable(),
    party: z.string().nullable(),
    title: z.string().nullable(),
    chamberId: z.string().nullable(),
    seatLabel: z.string().nullable(),
    state: z.string().nullable(),
    district: z.string().nullable(),
    stance: stance.nullable(),
    was: stance.nullable(),
    onDate: z.string().nullable(),
    spoken: z.number(),
    memberId: z.string().nullable(),
    memberName: z.string().nullable(),
    memberDistrict: z.string().nullable(),
    staffName: z.string().nullable(),
  }),
  sql: `with sits(seat_id, official_id, role) as (
          select s.id, t.official_id, null from seat s left join tenure t on t.seat_id = s.id and t.to_on is null
            where s.chamber_id = :chamberId and (s.to_on is null or s.to_on > :on)
          union all
          select t.seat_id, w.official_id, w.role from committee_seat w
            left join tenure t on t.official_id = w.official_id and t.to_on is null
            where w.committee_id = :committeeId
        ),
        heard as materialized (
          select n.*, ${LATEST('n.official_id', ':on', 'id')} as report_id, ${LATEST('n.official_id', ':before', 'stance')} as was,
            exists (select 1 from contact_report r where r.bill_id = :billId and r.official_id = n.official_id
              and r.state = 'confirmed' and r.on_date <= :on) as spoken
          from sits n
        )
        select n.seat_id as seatId, n.official_id as officialId, n.role, o.name, o.family, o.party,
          c.official_title as title, c.id as chamberId, c.seat_label as seatLabel, s.state, s.district,
          r.stance, n.was, r.on_date as onDate, n.spoken, r.member_id as memberId,
          m.first_name || ' ' || m.last_name as memberName, d.name as memberDistrict,
          iif(r.member_id is null, coalesce(l.name, f.name), null) as staffName
        from heard n
        left join official o on o.id = n.official_id
        left join seat s on s.id = n.seat_id
        left join chamber c on c.id = s.chamber_id
        left join contact_report r on r.id = n.report_id
        left join member m on m.id = r.member_id and (:regionId is null or m.region_id = :regionId)
        left join district d on d.nces = m.district_nces
        left join lobbyist l on l.id = r.lobbyist_id
        left join staff f on f.id = r.created_by
        order by c.id, cast(s.district as integer), s.district, o.family`,
});

/** How many of some officials stood where on a bill at the end of each of some days. */
export const stancesOverTime = statement({
  params: z.object({ billId: z.string(), officialIds: z.array(z.string()), days: z.array(z.string()) }),
  row: z.object({ onDay: z.string(), stance: stance.nullable(), officials: z.number() }),
  sql: `select d.value as onDay, r.stance, count(*) as officials
        from json_each(:days) d join json_each(:officialIds) o
        join contact_report r on r.id = ${LATEST('o.value', 'd.value', 'id')}
        group by 1, 2`,
});

/**
 * For each of some seats the few members best placed to ask its holder, and how many there are in all (`reach`): who knows them
 * best, then whose district has the largest share in the seat; with the day of the last alert that asked the member.
 */
export const bestPlaced = statement({
  params: z.object({
    seats: z.array(z.object({ seatId: z.string(), officialId: z.string() })),
    regionId: z.string().nullable(),
    since: z.number(),
  }),
  row: z.object({
    officialId: z.string(),
    memberId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    districtName: z.string().nullable(),
    share: z.number(),
    strength: z.number(),
    reach: z.number(),
    askedAt: z.number().nullable(),
  }),
  sql: `with wanted(seat_id, official_id) as (
          select e.value ->> 'seatId', e.value ->> 'officialId' from json_each(:seats) e
        ),
        placed as (
          select w.official_id, m.id as member_id, m.first_name, m.last_name, m.district_nces, x.share,
            coalesce(k.strength, 0) as strength, count(*) over (partition by w.official_id) as reach,
            row_number() over (partition by w.official_id
              order by coalesce(k.strength, 0) desc, x.share desc, m.last_name, m.first_name, m.id) as place
          from wanted w
          join reach x on x.seat_id = w.seat_id
          join member m on m.district_nces = x.district_nces
          left join relationship k on k.member_id = m.id and k.official_id = w.official_id and k.removed_at is null
          where m.state = 'active' and (:regionId is null or m.region_id = :regionId)
        ),
        lately(alert_id, at) as materialized (
          select a.id, a.launched_at from alert a
          where a.state in ('sending', 'paused', 'halted', 'open', 'closed') and a.kind = 'action' and a.launched_at >= :since
          order by a.launched_at desc limit 12
        )
        select p.official_id as officialId, p.member_id as memberId, p.first_name as firstName, p.last_name as lastName,
          d.name as districtName, p.share, p.strength, p.reach,
          (select max(a.at) from lately a where exists (select 1 from delivery v
             where v.source_kind = 'alert' and v.source_id = a.alert_id and v.round = 0 and v.recipient_id = p.member_id
               and v.state not in ('skipped', 'cancelled', 'expired'))) as askedAt
        from placed p left join district d on d.nces = p.district_nces
        where p.place <= 6`,
});

/** What was said with an official about a bill, the latest first. Another region's member is not named. */
export const heardFrom = statement({
  params: z.object({ billId: z.string(), officialId: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    stance: stance.nullable(),
    method: z.string().nullable(),
    onDate: z.string(),
    note: z.string(),
    memberId: z.string().nullable(),
    memberName: z.string().nullable(),
    memberDistrict: z.string().nullable(),
    staffName: z.string().nullable(),
  }),
  sql: `select r.id, r.stance, r.method, r.on_date as onDate,
          iif(r.member_id is null or m.id is not null, r.note, '') as note, r.member_id as memberId,
          m.first_name || ' ' || m.last_name as memberName, d.name as memberDistrict,
          iif(r.member_id is null, coalesce(l.name, f.name), null) as staffName
        from contact_report r
        left join member m on m.id = r.member_id and (:regionId is null or m.region_id = :regionId)
        left join district d on d.nces = m.district_nces
        left join lobbyist l on l.id = r.lobbyist_id
        left join staff f on f.id = r.created_by
        where r.bill_id = :billId and r.official_id = :officialId and r.state = 'confirmed'
        order by r.on_date desc, r.id desc limit 8`,
});
