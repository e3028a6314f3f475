import * as z from 'zod';
import { RECIPIENTS_SQL } from '../alerts/index.ts';
import { statement } from '../platform/statement.ts';

/** Alerts that asked something and have an answer, the latest first. */
export const answeredAlerts = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), title: z.string() }),
  sql: `select a.id, a.title from alert a
        where a.state not in ('draft', 'proposed', 'approved', 'scheduled', 'discarded')
          and exists (select 1 from response r where r.alert_id = a.id)
        order by a.launched_at desc, a.id desc limit 30`,
  scans: { alert: 'one row for each alert ever made' },
});

/** How many chose each option of an alert's first question. */
export const optionCounts = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({ no: z.number(), label: z.string(), count: z.number() }),
  sql: `select o.no, o.label, (
          select count(*) from response r join answer w on w.id = r.answer_id
          where r.alert_id = q.alert_id and r.question_id = q.id
            and (o.id = r.option_id or o.id in (select value from json_each(coalesce(w.option_ids, '[]'))))) as count
        from question q join question_option o on o.question_id = q.id
        where q.alert_id = :alertId and q.no = 1 order by o.no`,
});

/** Who would get a message to an audience, by channel, and who not and why; with what their merge fields hold. */
export const followUpRecipients = statement({
  params: z.object({ audience: z.record(z.string(), z.unknown()), sms: z.boolean(), email: z.boolean() }),
  row: z.object({
    memberId: z.string(),
    channel: z.enum(['sms', 'email']),
    state: z.string(),
    reason: z.string().nullable(),
    firstName: z.string(),
    lastName: z.string(),
    title: z.string().nullable(),
    district: z.string().nullable(),
    region: z.string().nullable(),
  }),
  sql: `with ${RECIPIENTS_SQL}
        select r.member_id as memberId, r.channel, r.state, r.reason, m.first_name as firstName, m.last_name as lastName,
          m.title, di.name as district, g.name as region
        from recipients r join member m on m.id = r.member_id
        left join district di on di.nces = m.district_nces left join region g on g.id = m.region_id
        order by m.last_name, m.first_name, m.id`,
  scans: { member: 'an audience is picked from all members, and one pass over them is what that costs' },
});

/** A message to all who gave one answer; no row where its form was sent before. */
export const insertFollowUp = statement({
  params: z.object({
    id: z.string(),
    alertId: z.string(),
    optionNo: z.number(),
    regionId: z.string().nullable(),
    people: z.number(),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into follow_up (id, alert_id, option_no, region_id, people, by, at)
        values (:id, :alertId, :optionNo, :regionId, :people, :by, :at) on conflict (id) do nothing`,
});

/** One that was sent. */
export const followUpById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ id: z.string(), people: z.number() }),
  sql: `select id, people from follow_up where id = :id`,
});
