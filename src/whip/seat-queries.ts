import * as z from 'zod';
import { ACTIVE_MEMBER, MEMBERS_IN } from '../people/index.ts';
import { statement } from '../platform/statement.ts';

/** So many members are told of each seat. */
const MOST = 6;

/**
 * For each of some seats the few members best placed to ask its holder, and how many there are in all (`reach`): who knows them
 * best, then whose district has the largest share in the seat; with the day of the last alert that asked the member.
 *
 * The members of a district are read once, however many seats it reaches: its first few by name stand for it in each
 * (`able`, by a list, since a join cannot take the first few of each), beside whoever knows one of the officials.
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
  sql: `with near(official_id, district_nces, share) as materialized (
          select e.value ->> 'officialId', x.district_nces, x.share
          from json_each(:seats) e cross join reach x on x.seat_id = e.value ->> 'seatId'
        ),
        people(district_nces, members) as materialized (${MEMBERS_IN('select district_nces from near')}),
        reached(official_id, reach) as materialized (
          select n.official_id, sum(p.members) from near n join people p on p.district_nces = n.district_nces group by 1
        ),
        known(official_id, member_id, strength) as materialized (
          select k.official_id, k.member_id, k.strength from reached n
          cross join relationship k on k.official_id = n.official_id and k.removed_at is null
        ),
        able(member_id) as materialized (
          select e.value from people p cross join json_each((select json_group_array(id) from (
            select m.id from member m where m.district_nces = p.district_nces and ${ACTIVE_MEMBER}
            order by m.last_name, m.first_name, m.id limit ${MOST}))) e
          union select member_id from known
        ),
        placed as (
          select n.official_id, m.id, m.first_name, m.last_name, m.district_nces, n.share, coalesce(k.strength, 0) as strength, r.reach,
            row_number() over (partition by n.official_id
              order by coalesce(k.strength, 0) desc, n.share desc, m.last_name, m.first_name, m.id) as place
          from able w cross join member m on m.id = w.member_id and ${ACTIVE_MEMBER}
          join near n on n.district_nces = m.district_nces
          join reached r on r.official_id = n.official_id
          left join known k on k.official_id = n.official_id and k.member_id = m.id
        ),
        lately(alert_id, at) as materialized (
          select a.id, a.launched_at from alert a
          where a.state in ('sending', 'paused', 'halted', 'open', 'closed') and a.kind = 'action' and a.launched_at >= :since
          order by a.launched_at desc limit 12
        )
        select p.official_id as officialId, p.id as memberId, p.first_name as firstName, p.last_name as lastName,
          d.name as districtName, p.share, p.strength, p.reach,
          (select max(a.at) from lately a where exists (select 1 from delivery v
             where v.source_kind = 'alert' and v.source_id = a.alert_id and v.round = 0 and v.recipient_id = p.id
               and v.state not in ('skipped', 'cancelled', 'expired'))) as askedAt
        from placed p left join district d on d.nces = p.district_nces
        where p.place <= ${MOST} order by p.official_id, p.place`,
});
