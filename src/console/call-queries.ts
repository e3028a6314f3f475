import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/**
 * Members of a region who should be rung, by name after a place in the list: without a mobile number that works, without
 * consent to texts, or silent on an alert that is out. `silentOn` is a JSON list of titles.
 */
export const membersToRing = statement({
  params: z.object({
    regionId: z.string(),
    afterName: z.string(),
    afterId: z.string(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    key: z.string(),
    district: z.string().nullable(),
    phone: z.string().nullable(),
    textState: z.enum(['active', 'unconsented', 'held', 'suppressed', 'invalid']).nullable(),
    silentOn: z.string(),
    calledAt: z.number().nullable(),
    calledBy: z.string().nullable(),
  }),
  sql: `with out_now(id, title, question_id) as materialized (
          select a.id, a.title, q.id from alert a join question q on q.alert_id = a.id and q.no = 1
          where a.state in ('sending', 'open') order by a.launched_at desc limit 6
        ),
        each_one as (
          select m.id, m.first_name, m.last_name, m.last_name || ' ' || m.first_name as key, m.district_nces,
            p.address, p.state,
            (select json_group_array(o.title) from out_now o
              where exists (select 1 from delivery d where d.source_kind = 'alert' and d.source_id = o.id and d.round = 0
                  and d.recipient_id = m.id and d.state <> 'skipped')
                and not exists (select 1 from response r where r.alert_id = o.id and r.question_id = o.question_id
                  and r.member_id = m.id)) as silent_on
          from member m
          left join contact_point p on p.member_id = m.id and p.channel = 'sms' and p.is_primary = 1
          where m.region_id = :regionId and m.state = 'active'
        )
        select e.id, e.first_name as firstName, e.last_name as lastName, e.key, g.name as district, e.address as phone,
          e.state as textState, e.silent_on as silentOn, c.called_at as calledAt, s.name as calledBy
        from each_one e
        left join district g on g.nces = e.district_nces
        left join member_call c on c.member_id = e.id
        left join staff s on s.id = c.called_by
        where (e.address is null or e.state in ('unconsented', 'invalid') or e.silent_on <> '[]')
          and (e.key, e.id) > (:afterName, :afterId)
        order by e.key, e.id limit :limit`,
});

/** That a member was rung now; no row where the member is not of this region. */
export const putCall = statement({
  params: z.object({
    memberId: z.string(),
    regionId: z.string().nullable(),
    now: z.number(),
    by: z.string(),
  }),
  row: z.object({ memberId: z.string() }),
  sql: `insert into member_call (member_id, called_at, called_by)
        select m.id, :now, :by from member m
        where m.id = :memberId and m.state = 'active' and (:regionId is null or m.region_id = :regionId)
        on conflict (member_id) do update set called_at = excluded.called_at, called_by = excluded.called_by
        returning member_id as memberId`,
});

/** The call is taken back: it was not made. */
export const dropCall = statement({
  params: z.object({ memberId: z.string(), regionId: z.string().nullable() }),
  row: z.object({}),
  sql: `delete from member_call where member_id = :memberId
          and member_id in (select m.id from member m where m.id = :memberId and (:regionId is null or m.region_id = :regionId))`,
});
