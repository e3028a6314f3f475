import * as z from 'zod';
import { ACTIVE_MEMBER } from '../people/index.ts';
import { statement } from '../platform/statement.ts';
import {
  JOIN_REPORTER,
  position,
  POSITION,
  REPORTER,
  reporterShape,
  SEAT,
  seatShape,
  stance,
} from './seat-sql.ts';

const region = z.object({ regionId: z.string().nullable(), today: z.string(), otherwise: z.string() });
const SESSIONS = { legislative_session: 'one or two sessions each year' };

/** The first day that counts for a committee: of its legislature's newest session, else some day before today. */
const SINCE = `coalesce((select max(l.starts_on) from legislative_session l
  where l.jurisdiction = k.jurisdiction and l.starts_on <= :today), :otherwise)`;
const REACHED = `exists (select 1 from reach x join member m on m.district_nces = x.district_nces
  where x.seat_id = t.seat_id and ${ACTIVE_MEMBER})`;

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
 * Who sits on a committee, chairs first: how many have spoken with each since a day, and the last word heard, about which
 * bill and from whom. Another region's member is not named.
 */
export const seatsCovered = statement({
  params: z.object({ committeeId: z.string(), since: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    seatId: z.string().nullable(),
    officialId: z.string(),
    role: z.string(),
    name: z.string(),
    family: z.string(),
    ...seatShape,
    speakers: z.number(),
    stance: stance.nullable(),
    onDate: z.string().nullable(),
    note: z.string().nullable(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    position,
    ...reporterShape,
  }),
  sql: `with sits as materialized (
          select w.official_id, w.role, t.seat_id,
            (select count(distinct coalesce(r.member_id, r.created_by)) from contact_report r
               where r.official_id = w.official_id and r.on_date >= :since and r.state = 'confirmed') as speakers,
            (select r.id from contact_report r
               where r.official_id = w.official_id and r.on_date >= :since and r.state = 'confirmed'
               order by r.on_date desc, r.id desc limit 1) as report_id
          from committee_seat w left join tenure t on t.official_id = w.official_id and t.to_on is null
          where w.committee_id = :committeeId
        )
        select n.seat_id as seatId, n.official_id as officialId, n.role, ${SEAT},
          n.speakers, r.stance, r.on_date as onDate,
          iif(r.member_id is null or m.id is not null, r.note, null) as note, b.id as billId, b.number as billNumber,
          ${POSITION}, ${REPORTER}
        from sits n
        join official o on o.id = n.official_id
        left join seat s on s.id = n.seat_id
        left join chamber c on c.id = s.chamber_id
        left join contact_report r on r.id = n.report_id
        left join bill b on b.id = r.bill_id
        ${JOIN_REPORTER}
        order by case n.role when 'chair' then 0 when 'vice chair' then 1 when 'member' then 3 else 2 end, o.family, o.given`,
});
