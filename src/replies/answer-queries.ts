import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const IS_OUT = `a.state in ('sending', 'paused', 'halted', 'open')`;
const door = z.enum(['sms', 'email', 'web', 'staff']);

/** One answer to what an alert asks, by one of its own options; none where it is no longer out (unless told late). */
export const insertAnswer = statement({
  params: z.object({
    id: z.string(),
    alertId: z.string(),
    optionId: z.string(),
    memberId: z.string(),
    door,
    replyId: z.string().nullable(),
    deliveryId: z.number().nullable(),
    confidence: z.enum(['sure', 'likely', 'needs_review']),
    late: z.boolean(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into answer (id, alert_id, question_id, member_id, option_id, door, reply_id, delivery_id, confidence, at)
        select :id, a.id, q.id, :memberId, o.id, :door, :replyId, :deliveryId, :confidence, :at
        from alert a join question q on q.alert_id = a.id join question_option o on o.question_id = q.id
        where a.id = :alertId and o.id = :optionId and (${IS_OUT} or :late = 1)`,
});

/** The member's current answer becomes this one, unless a later one is there already. */
export const upsertResponse = statement({
  params: z.object({ answerId: z.string() }),
  row: z.object({ revised: z.number() }),
  sql: `insert into response (alert_id, question_id, member_id, answer_id, option_id, revised, first_at, at)
        select alert_id, question_id, member_id, id, option_id, 0, at, at from answer where id = :answerId
        on conflict (alert_id, question_id, member_id) do update set answer_id = excluded.answer_id,
          option_id = excluded.option_id, at = excluded.at,
          revised = response.revised + (response.option_id <> excluded.option_id)
        where excluded.at >= response.at
        returning revised`,
});

/** Whether a member was meant by an alert (the ones left out included: they may ring), and what they may choose. */
export const askedMember = statement({
  params: z.object({ alertId: z.string(), memberId: z.string() }),
  row: z.object({ title: z.string(), isOut: z.number() }),
  sql: `select a.title, ${IS_OUT} as isOut
        from alert a
        where a.id = :alertId and exists (select 1 from delivery d
          where d.recipient_id = :memberId and d.source_kind in ('alert', 'nudge') and d.source_id = a.id)`,
});

/** A member's current answer to an alert, with every answer's place in its history counted. */
export const responseRow = statement({
  params: z.object({ alertId: z.string(), memberId: z.string() }),
  row: z.object({
    questionId: z.string(),
    optionId: z.string(),
    no: z.number(),
    label: z.string(),
    outcome: z.enum(['contacted', 'will', 'cannot', 'help', 'other']),
    door,
    revised: z.number(),
    firstAt: z.number(),
    at: z.number(),
  }),
  sql: `select r.question_id as questionId, r.option_id as optionId, o.no, o.label, o.outcome, w.door, r.revised,
          r.first_at as firstAt, r.at
        from response r join question_option o on o.id = r.option_id join answer w on w.id = r.answer_id
        where r.alert_id = :alertId and r.member_id = :memberId`,
});

/** Every answer of a member to an alert, first to last. */
export const answersOf = statement({
  params: z.object({ alertId: z.string(), memberId: z.string() }),
  row: z.object({
    id: z.string(),
    no: z.number(),
    label: z.string(),
    door,
    replyId: z.string().nullable(),
    at: z.number(),
  }),
  sql: `select w.id, o.no, o.label, w.door, w.reply_id as replyId, w.at
        from answer w join question_option o on o.id = w.option_id
        where w.alert_id = :alertId and w.member_id = :memberId and w.at >= 0
        order by w.at, w.id`,
});

/** People of an alert with what they answered, by id of the member; for one region, one option or none. */
export const responseRows = statement({
  params: z.object({
    alertId: z.string(),
    after: z.string(),
    regionId: z.string().nullable(),
    optionNo: z.number().nullable(),
    unanswered: z.boolean(),
    limit: z.number(),
  }),
  row: z.object({
    memberId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    kind: z.string(),
    district: z.string().nullable(),
    regionId: z.string().nullable(),
    region: z.string().nullable(),
    optionId: z.string().nullable(),
    no: z.number().nullable(),
    label: z.string().nullable(),
    outcome: z.string().nullable(),
    door: door.nullable(),
    revised: z.number().nullable(),
    at: z.number().nullable(),
  }),
  sql: `with asked(member_id) as (
          select recipient_id from delivery
          where source_kind in ('alert', 'nudge') and source_id = :alertId and state <> 'skipped'
          union
          select member_id from response where alert_id = :alertId
        )
        select m.id as memberId, m.first_name as firstName, m.last_name as lastName, m.kind, di.name as district,
          m.region_id as regionId, g.name as region, r.option_id as optionId, o.no, o.label, o.outcome, w.door,
          r.revised, r.at
        from asked s join member m on m.id = s.member_id
        left join district di on di.nces = m.district_nces left join region g on g.id = m.region_id
        left join question q on q.alert_id = :alertId
        left join response r on r.alert_id = :alertId and r.question_id = q.id and r.member_id = m.id
        left join question_option o on o.id = r.option_id left join answer w on w.id = r.answer_id
        where m.id > :after and (:regionId is null or m.region_id = :regionId)
          and (:optionNo is null or o.no = :optionNo) and (:unanswered = 0 or r.answer_id is null)
        order by m.id limit :limit`,
});

const ASKED = `asked(member_id) as (
          select recipient_id from delivery
          where source_kind = 'alert' and source_id = :alertId and state <> 'skipped'
          union
          select member_id from response where alert_id = :alertId
        ),
        answered(member_id, option_id, first_at) as (
          select member_id, option_id, first_at from response where alert_id = :alertId
        ),
        people as materialized (
          select s.member_id, m.region_id, m.kind, di.class, r.option_id, r.first_at
          from asked s cross join member m on m.id = s.member_id
          left join district di on di.nces = m.district_nces
          left join answered r on r.member_id = s.member_id
          where :regionId is null or m.region_id = :regionId
        )`;
const tallied = { alertId: z.string(), regionId: z.string().nullable() };

/** How many were asked and have answered, by one property of the people. */
export const tallyByPeople = statement({
  params: z.object(tallied),
  row: z.object({
    group: z.enum(['all', 'region', 'kind', 'class']),
    key: z.string(),
    name: z.string(),
    asked: z.number(),
    answered: z.number(),
  }),
  sql: `with ${ASKED}
        select 'all' as "group", '' as key, '' as name, count(*) as asked, count(option_id) as answered from people
        union all
        select 'region', coalesce(region_id, ''), coalesce((select name from region where id = region_id), 'No region'),
          count(*), count(option_id) from people group by region_id
        union all
        select 'kind', kind, kind, count(*), count(option_id) from people group by kind
        union all
        select 'class', coalesce(class, ''), coalesce(class, 'No district'), count(*), count(option_id) from people group by class
        order by 1, 3`,
});

/** How often each option of an alert is the current answer. */
export const tallyByOption = statement({
  params: z.object(tallied),
  row: z.object({
    optionId: z.string(),
    no: z.number(),
    label: z.string(),
    outcome: z.string(),
    count: z.number(),
  }),
  sql: `with ${ASKED}
        select o.id as optionId, o.no, o.label, o.outcome, (select count(*) from people p where p.option_id = o.id) as count
        from question q join question_option o on o.question_id = q.id
        where q.alert_id = :alertId order by o.no`,
});

/** How many gave their first answer in each quarter of an hour. */
export const tallyOverTime = statement({
  params: z.object(tallied),
  row: z.object({ at: z.number(), count: z.number() }),
  sql: `with ${ASKED}
        select first_at / 900000 * 900000 as at, count(*) as count from people where option_id is not null
        group by first_at / 900000 order by at`,
});

/** Members who were sent an alert and have not answered it. */
export const unansweredMembers = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({ memberId: z.string() }),
  sql: `select distinct d.recipient_id as memberId from delivery d
        where d.source_kind = 'alert' and d.source_id = :alertId and d.state <> 'skipped'
          and not exists (select 1 from response r where r.alert_id = :alertId and r.member_id = d.recipient_id)
        order by d.recipient_id`,
});

/** Members whose current answer to an alert is one of some numbers. */
export const membersWhoChose = statement({
  params: z.object({ alertId: z.string(), options: z.array(z.number()) }),
  row: z.object({ memberId: z.string() }),
  sql: `select r.member_id as memberId from response r join question_option o on o.id = r.option_id
        where r.alert_id = :alertId and o.no in (select value from json_each(:options))
        order by r.member_id`,
});

/** A member was shown a version of the talking points on the page of a delivery; the first time is kept. */
export const insertView = statement({
  params: z.object({ deliveryId: z.number(), versionId: z.string(), now: z.number() }),
  row: z.object({}),
  sql: `insert into talking_points_view (delivery_id, talking_points_version_id, member_id, first_at)
        select d.id, v.id, d.recipient_id, :now from delivery d join talking_points_version v on v.id = :versionId
        where d.id = :deliveryId
        on conflict do nothing`,
});
