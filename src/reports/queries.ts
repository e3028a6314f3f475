import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const OUT = `('accepted', 'sent', 'delivered', 'undelivered', 'unknown', 'unconfirmed')`;
const OF_ALERT = `d.source_kind in ('alert', 'nudge') and d.source_id = a.id`;
const sentBy = (channel: 'sms' | 'email') => `iif(:regionId is null,
                 (select coalesce(sum(r.count), 0) from rollup r where r.source_kind in ('alert', 'nudge') and r.source_id = a.id
                    and r.channel = '${channel}' and r.state in ${OUT}),
                 (select count(*) from delivery d join member m on m.id = d.recipient_id where ${OF_ALERT}
                    and d.channel = '${channel}' and d.state in ${OUT} and m.region_id = :regionId))`;

/**
 * Alerts launched in a period with how many messages went out, how many people were asked, answered and reported a
 * contact; in one region where one is given. The cost is the network's and is left out for a region.
 */
export const alertsOfPeriod = statement({
  params: z.object({ from: z.number(), to: z.number(), regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    kind: z.string(),
    launchedAt: z.number().nullable(),
    texts: z.number(),
    mails: z.number(),
    asked: z.number(),
    answered: z.number(),
    contacts: z.number(),
    cents: z.number().nullable(),
  }),
  sql: `select a.id, a.title, a.kind, a.launched_at as launchedAt,
               ${sentBy('sms')} as texts,
               ${sentBy('email')} as mails,
               (select count(distinct d.recipient_id) from delivery d join member m on m.id = d.recipient_id
                 where d.source_kind = 'alert' and d.source_id = a.id and d.round = 0 and d.state <> 'skipped' and (:regionId is null or m.region_id = :regionId)) as asked,
               (select count(distinct p.member_id) from response p join member m on m.id = p.member_id
                 where p.alert_id = a.id and (:regionId is null or m.region_id = :regionId)) as answered,
               (select count(*) from contact_report c left join member m on m.id = c.member_id
                 where c.alert_id = a.id and c.state = 'confirmed' and (:regionId is null or m.region_id = :regionId)) as contacts,
               iif(:regionId is null, (select coalesce(sum(e.amount_cents), 0) from expense e where e.alert_id = a.id and e.state <> 'removed'), null) as cents
          from alert a
         where a.launched_at between :from and :to
         order by a.launched_at desc`,
  scans: { alert: 'an association sends some hundreds of alerts a year' },
});

/** Confirmed contacts of a period by method, in one region where one is given. */
export const contactsByMethod = statement({
  params: z.object({ from: z.string(), to: z.string(), regionId: z.string().nullable() }),
  row: z.object({ method: z.string(), count: z.number(), officials: z.number() }),
  sql: `select coalesce(c.method, 'not said') as method, count(*) as count, count(distinct c.official_id) as officials
          from contact_report c left join member m on m.id = c.member_id
         where c.state = 'confirmed' and c.on_date between :from and :to and (:regionId is null or m.region_id = :regionId)
         group by 1 order by 2 desc, 1`,
  scans: { contact_report: 'the log of one association has some thousands of rows' },
});

/** Members of each region who answered at least one alert of a period, of those asked. */
export const participation = statement({
  params: z.object({ from: z.number(), to: z.number(), regionId: z.string().nullable() }),
  row: z.object({ region: z.string(), members: z.number(), answered: z.number() }),
  sql: `select g.name as region, count(*) as members,
               coalesce(sum(exists (select 1 from response p join alert a on a.id = p.alert_id where p.member_id = m.id and a.launched_at between :from and :to)), 0) as answered
          from member m join region g on g.id = m.region_id
         where m.state = 'active' and (:regionId is null or m.region_id = :regionId)
         group by g.id order by g.name`,
  scans: {
    region: 'some dozens of rows',
    member: 'the whole network is the point',
    response: 'counted for each alert of the period',
    alert: 'an association sends some hundreds of alerts a year',
  },
});
