import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const OUT = `('accepted', 'sent', 'delivered', 'undelivered', 'unknown', 'unconfirmed')`;

/**
 * Alerts launched in a period with how many messages went out, how many people were asked, answered and reported a
 * contact; in one region where one is given. Read from the tallies kept with every change, for a region through its
 * members; answers by their alert, where one question has as many answers as people who gave them. The cost is the
 * network's and is left out for a region.
 */
export const alertsOfPeriod = statement({
  params: z.object({ from: z.number(), to: z.number(), regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    launchedAt: z.number(),
    texts: z.number(),
    mails: z.number(),
    asked: z.number(),
    answered: z.number(),
    contacts: z.number(),
    cents: z.number().nullable(),
  }),
  sql: `with meant(id) as materialized (select a.id from alert a where a.launched_at between :from and :to),
             own(id) as materialized (select id from member where region_id = :regionId),
             went(alert_id, channel, count) as (
               select a.id, r.channel, r.count from meant a
                 join rollup r on r.source_kind in ('alert', 'nudge') and r.source_id = a.id and r.state in ${OUT}
                where :regionId is null
               union all
               select a.id, d.channel, 1 from meant a cross join own m
                 cross join delivery d on d.source_kind = 'alert' and d.source_id = a.id and d.round = 0
                  and d.recipient_id = m.id and d.state in ${OUT}
               union all
               select a.id, d.channel, 1 from meant a
                 cross join delivery d on d.source_kind = 'nudge' and d.source_id = a.id and d.state in ${OUT}
                where d.recipient_id in (select id from own)),
             sent(alert_id, texts, mails) as (
               select alert_id, sum(iif(channel = 'sms', count, 0)), sum(iif(channel = 'email', count, 0)) from went group by 1),
             asked_of(alert_id, people) as (
               select k.alert_id, sum(k.people) from meant a cross join asked k on k.alert_id = a.id
                where :regionId is null or k.region_id = :regionId group by 1)
        select a.id, a.title, a.kind, coalesce(a.launched_at, 0) as launchedAt, coalesce(s.texts, 0) as texts, coalesce(s.mails, 0) as mails,
               coalesce(k.people, 0) as asked,
               iif(:regionId is null and (select count(*) from question q where q.alert_id = a.id) = 1,
                 (select count(*) from response p where p.alert_id = a.id),
                 (select count(distinct p.member_id) from response p
                   where p.alert_id = a.id and (:regionId is null or p.member_id in (select id from own)))) as answered,
               (select count(*) from contact_report c left join member m on m.id = c.member_id
                 where c.alert_id = a.id and c.state = 'confirmed' and (:regionId is null or m.region_id = :regionId)) as contacts,
               iif(:regionId is null, (select coalesce(sum(e.amount_cents), 0) from expense e where e.alert_id = a.id and e.state <> 'removed'), null) as cents
          from meant n join alert a on a.id = n.id
          left join sent s on s.alert_id = a.id left join asked_of k on k.alert_id = a.id
         order by a.launched_at desc`,
  scans: {
    alert: 'an association sends some hundreds of alerts a year',
    member: 'once, for the members of a region',
  },
});

/** Confirmed contacts from a day to another by method, those of a later part of it apart; in one region where one is given. */
export const contactsByMethod = statement({
  params: z.object({ from: z.string(), since: z.string(), to: z.string(), regionId: z.string().nullable() }),
  row: z.object({ late: z.number(), method: z.string(), count: z.number(), officials: z.number() }),
  sql: `select c.on_date >= :since as late, coalesce(c.method, 'not said') as method, count(*) as count,
               count(distinct c.official_id) as officials
          from contact_report c left join member m on m.id = c.member_id
         where c.state = 'confirmed' and c.on_date between :from and :to and (:regionId is null or m.region_id = :regionId)
         group by 1, 2 order by 3 desc, 2`,
  scans: { contact_report: 'the log of one association has some thousands of rows' },
});

/**
 * Members who answered at least one alert of a period, of all members: by region, kind, class of district, and by the
 * organization they belong to. Read once over the members, who are counted by what they are first, and once over the
 * answers of the period.
 */
export const participation = statement({
  params: z.object({ from: z.number(), to: z.number(), regionId: z.string().nullable() }),
  row: z.object({
    group: z.enum(['region', 'kind', 'class', 'organization']),
    name: z.string(),
    members: z.number(),
    answered: z.number(),
  }),
  sql: `with gave(member_id) as materialized (
               select distinct r.member_id from alert a cross join response r on r.alert_id = a.id
                where a.launched_at between :from and :to),
             alike(region_id, kind, organization_id, class, members, answered) as materialized (
               select m.region_id, m.kind, m.organization_id, i.class, count(*), sum(m.id in (select member_id from gave))
                 from member m left join district i on i.nces = m.district_nces
                where m.state = 'active' and (:regionId is null or m.region_id = :regionId) group by 1, 2, 3, 4)
        select 'region' as "group", g.name, sum(p.members) as members, sum(p.answered) as answered
          from alike p join region g on g.id = p.region_id group by g.id
        union all
        select 'kind', kind, sum(members), sum(answered) from alike group by kind
        union all
        select 'class', coalesce(class, ''), sum(members), sum(answered) from alike group by class
        union all
        select 'organization', o.name, sum(p.members), sum(p.answered)
          from alike p join organization o on o.id = p.organization_id group by o.id
        order by 1, 2`,
  scans: {
    region: 'some dozens of rows',
    organization: 'some dozens of rows',
    member: 'the whole network is the point',
    alert: 'an association sends some hundreds of alerts a year',
  },
});
