import * as z from 'zod';
import { sharedWith } from '../alerts/index.ts';
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

/** The latest stance that somebody confirmed of an official on the bill, until a day: at most a few rows are read. */
const LATEST = (official: string, until: string, column: string) => `(
  select r.${column} from contact_report r
  where r.bill_id = :billId and r.official_id = ${official} and r.state = 'confirmed' and r.stance is not null
    and r.on_date <= ${until}
  order by r.on_date desc, r.id desc limit 1)`;

/** A bill with the association's position, whether a partner is shared words on it, and the chambers and committees that may hear it (`bodies`, JSON). */
export const boardBill = statement({
  params: z.object({ billId: z.string(), partner: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    number: z.string(),
    title: z.string(),
    status: z.string(),
    position,
    shared: z.number(),
    lastCommitteeId: z.string().nullable(),
    bodies: z.string(),
  }),
  sql: `select b.id, b.number, b.title, b.status,
          ${POSITION},
          exists (select 1 from talking_points t join talking_points_version v on v.talking_points_id = t.id
             where t.bill_id = b.id and ${sharedWith('t', ':partner')}) as shared,
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
    ...seatShape,
    stance: stance.nullable(),
    was: stance.nullable(),
    onDate: z.string().nullable(),
    spoken: z.number(),
    ...reporterShape,
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
        select n.seat_id as seatId, n.official_id as officialId, n.role, ${SEAT},
          r.stance, n.was, r.on_date as onDate, n.spoken, ${REPORTER}
        from heard n
        left join official o on o.id = n.official_id
        left join seat s on s.id = n.seat_id
        left join chamber c on c.id = s.chamber_id
        left join contact_report r on r.id = n.report_id
        ${JOIN_REPORTER}
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

/** What was said with an official about a bill, the latest first. Another region's member is not named. */
export const heardFrom = statement({
  params: z.object({ billId: z.string(), officialId: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    stance: stance.nullable(),
    method: z.string().nullable(),
    onDate: z.string(),
    note: z.string(),
    ...reporterShape,
  }),
  sql: `select r.id, r.stance, r.method, r.on_date as onDate,
          iif(r.member_id is null or m.id is not null, r.note, '') as note, ${REPORTER}
        from contact_report r
        ${JOIN_REPORTER}
        where r.bill_id = :billId and r.official_id = :officialId and r.state = 'confirmed'
        order by r.on_date desc, r.id desc limit 8`,
});
