import * as z from 'zod';
import { MEMBERS_IN } from '../people/index.ts';
import { statement } from '../platform/statement.ts';

/**
 * Hearings of a span of time, the nearest first, each with how many sit on its committee, whom of them nobody has
 * spoken with about the bill (`uncovered`, JSON), and how many active members reach those.
 */
export const hearingsBetween = statement({
  params: z.object({
    from: z.number(),
    until: z.number(),
    billId: z.string().nullable(),
    committeeId: z.string().nullable(),
    regionId: z.string().nullable(),
  }),
  row: z.object({
    id: z.string(),
    billId: z.string(),
    billNumber: z.string(),
    billTitle: z.string(),
    at: z.number(),
    committeeId: z.string().nullable(),
    committee: z.string().nullable(),
    chamber: z.string().nullable(),
    rank: z.number().nullable(),
    position: z.enum(['support', 'oppose', 'amend', 'monitor', 'neutral']).nullable(),
    seats: z.number(),
    uncovered: z.string(),
    reachers: z.number(),
  }),
  sql: `with ahead(id, bill_id, committee_id, at) as materialized (
          select e.id, e.bill_id, e.committee_id, e.at from bill_event e
          where e.kind = 'hearing' and e.at >= :from and e.at < :until and (:billId is null or e.bill_id = :billId)
            and (:committeeId is null or e.committee_id = :committeeId)
          order by e.at, e.id limit 30
        ),
        open(hearing_id, official_id, seat_id) as materialized (
          select a.id, w.official_id, t.seat_id
          from ahead a
          cross join committee_seat w on w.committee_id = a.committee_id
          cross join tenure t on t.official_id = w.official_id and t.to_on is null
          where not exists (select 1 from contact_report r
            where r.bill_id = a.bill_id and r.official_id = w.official_id and r.state = 'confirmed')
        ),
        near(hearing_id, district_nces) as materialized (
          select distinct o.hearing_id, x.district_nces from open o cross join reach x on x.seat_id = o.seat_id
        ),
        people(district_nces, members) as materialized (${MEMBERS_IN('select district_nces from near')})
        select a.id, b.id as billId, b.number as billNumber, b.title as billTitle, a.at, a.committee_id as committeeId,
          k.name as committee, y.name as chamber, p.rank,
          (select v.position from position v join organization g on g.id = v.organization_id
             where v.bill_id = b.id and v.to_on is null and g.kind = 'association' limit 1) as position,
          (select count(*) from committee_seat w cross join tenure t on t.official_id = w.official_id and t.to_on is null
             where w.committee_id = a.committee_id) as seats,
          (select json_group_array(o.official_id) from open o where o.hearing_id = a.id) as uncovered,
          (select coalesce(sum(p.members), 0) from near n join people p on p.district_nces = n.district_nces
             where n.hearing_id = a.id) as reachers
        from ahead a
        join bill b on b.id = a.bill_id
        left join committee k on k.id = a.committee_id
        left join chamber y on y.id = k.chamber_id
        left join priority p on p.issue_id = b.issue_id and p.legislative_session_id = b.legislative_session_id
        order by a.at, p.rank is null, p.rank, b.number`,
});
