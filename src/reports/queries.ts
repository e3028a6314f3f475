import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Alerts launched in a period with how many were reached, answered and reported a contact. */
export const alertsOfPeriod = statement({
  params: z.object({ from: z.number(), to: z.number() }),
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
    cents: z.number(),
  }),
  sql: `select a.id, a.title, a.kind, a.launched_at as launchedAt,
               coalesce((select sum(r.count) from rollup r where r.source_kind in ('alert', 'nudge') and r.source_id = a.id and r.channel = 'sms'
                   and r.state in ('accepted', 'sent', 'delivered', 'undelivered', 'unknown', 'unconfirmed')), 0) as texts,
               coalesce((select sum(r.count) from rollup r where r.source_kind in ('alert', 'nudge') and r.source_id = a.id and r.channel = 'email'
                   and r.state in ('accepted', 'sent', 'delivered', 'undelivered', 'unknown', 'unconfirmed')), 0) as mails,
               (select count(distinct d.recipient_id) from delivery d where d.source_kind = 'alert' and d.source_id = a.id and d.round = 0 and d.state <> 'skipped') as asked,
               (select count(distinct p.member_id) from response p where p.alert_id = a.id) as answered,
               (select count(*) from contact_report c where c.alert_id = a.id and c.state = 'confirmed') as contacts,
               coalesce((select sum(e.amount_cents) from expense e where e.alert_id = a.id and e.state <> 'removed'), 0) as cents
          from alert a
         where a.launched_at between :from and :to
         order by a.launched_at desc`,
  scans: { alert: 'an association sends some hundreds of alerts a year' },
});

/** Confirmed contacts of a period by method. */
export const contactsByMethod = statement({
  params: z.object({ from: z.string(), to: z.string() }),
  row: z.object({ method: z.string(), count: z.number(), officials: z.number() }),
  sql: `select coalesce(method, 'not said') as method, count(*) as count, count(distinct official_id) as officials
          from contact_report where state = 'confirmed' and on_date between :from and :to group by 1 order by 2 desc`,
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
