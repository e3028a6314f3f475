import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const IS_OUT = `a.state in ('sending', 'paused', 'halted', 'open')`;
const door = z.enum(['sms', 'email', 'web', 'staff']);

/** One answer to a question of an alert, with options of that question alone; none where it is no longer out (unless told late). */
export const insertAnswer = statement({
  params: z.object({
    id: z.string(),
    alertId: z.string(),
    questionId: z.string(),
    optionId: z.string().nullable(),
    optionIds: z.array(z.string()).nullable(),
    number: z.number().nullable(),
    officials: z
      .array(
        z.object({
          officialId: z.string(),
          stance: z.string().nullable(),
          strength: z.number().nullish(),
          kind: z.string().nullish(),
        }),
      )
      .nullable(),
    memberId: z.string(),
    door,
    replyId: z.string().nullable(),
    deliveryId: z.number().nullable(),
    confidence: z.enum(['sure', 'likely', 'needs_review']),
    late: z.boolean(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into answer (id, alert_id, question_id, member_id, option_id, option_ids, number, officials, door, reply_id,
          delivery_id, confidence, at)
        select :id, a.id, q.id, :memberId, :optionId, :optionIds, :number, :officials, :door, :replyId, :deliveryId,
          :confidence, :at
        from alert a join question q on q.alert_id = a.id
        where a.id = :alertId and q.id = :questionId and (${IS_OUT} or :late = 1)
          and (:optionId is null or exists (
            select 1 from question_option o where o.id = :optionId and o.question_id = q.id))
          and not exists (select 1 from json_each(coalesce(:optionIds, '[]')) c
            where c.value not in (select o.id from question_option o where o.question_id = q.id))`,
});

/** The member's current answer becomes this one, unless a later one is there already. Words said again are revised words. */
export const upsertResponse = statement({
  params: z.object({ answerId: z.string() }),
  row: z.object({ revised: z.number() }),
  sql: `insert into response (alert_id, question_id, member_id, answer_id, option_id, revised, first_at, at)
        select alert_id, question_id, member_id, id, option_id, 0, at, at from answer where id = :answerId
        on conflict (alert_id, question_id, member_id) do update set answer_id = excluded.answer_id,
          option_id = excluded.option_id, at = excluded.at,
          revised = response.revised + not exists (
            select 1 from answer o join answer n on n.id = excluded.answer_id
            where o.id = response.answer_id and o.option_id is n.option_id and o.option_ids is n.option_ids
              and o.number is n.number and o.officials is n.officials
              and coalesce(o.option_id, o.option_ids, o.number, o.officials) is not null)
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
          where d.source_kind = 'alert' and d.source_id = a.id and d.round = 0 and d.recipient_id = :memberId)`,
});

const kept = {
  optionId: z.string().nullable(),
  optionIds: z.string().nullable(),
  number: z.number().nullable(),
  officials: z.string().nullable(),
};

/** A member's current answers to the questions of some alerts; the words only where words were asked for. */
export const responsesOfMember = statement({
  params: z.object({ alertIds: z.array(z.string()), memberId: z.string() }),
  row: z.object({
    alertId: z.string(),
    questionId: z.string(),
    ...kept,
    text: z.string().nullable(),
    door,
    revised: z.number(),
    firstAt: z.number(),
    at: z.number(),
  }),
  sql: `select r.alert_id as alertId, r.question_id as questionId, w.option_id as optionId, w.option_ids as optionIds,
          w.number, w.officials, case when q.kind = 'text' then p.body end as text, w.door, r.revised,
          r.first_at as firstAt, r.at
        from question q
        join response r on r.alert_id = q.alert_id and r.question_id = q.id and r.member_id = :memberId
        join answer w on w.id = r.answer_id left join reply p on p.id = w.reply_id
        where q.alert_id in (select value from json_each(:alertIds))
        order by q.alert_id, q.no`,
});

/** Every answer of a member to the questions of an alert, first to last. */
export const answersOf = statement({
  params: z.object({ alertId: z.string(), memberId: z.string() }),
  row: z.object({
    id: z.string(),
    questionId: z.string(),
    ...kept,
    text: z.string().nullable(),
    door,
    replyId: z.string().nullable(),
    at: z.number(),
  }),
  sql: `select w.id, w.question_id as questionId, w.option_id as optionId, w.option_ids as optionIds, w.number,
          w.officials, case when q.kind = 'text' then p.body end as text, w.door, w.reply_id as replyId, w.at
        from answer w join question q on q.id = w.question_id left join reply p on p.id = w.reply_id
        where w.alert_id = :alertId and w.member_id = :memberId and w.at >= 0
        order by w.at, w.id`,
});

/** One answer, for what is made of it. */
export const answerById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    questionId: z.string(),
    alertId: z.string(),
    memberId: z.string(),
    officials: z.string().nullable(),
    replyId: z.string().nullable(),
    door,
    at: z.number(),
  }),
  sql: `select question_id as questionId, alert_id as alertId, member_id as memberId, officials, reply_id as replyId, door, at
        from answer where id = :id`,
});

/** Names of officials, for answers that name them. */
export const officialNames = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select o.id, o.name from json_each(:ids) one join official o on o.id = one.value`,
});

/** What a legislature the bill of an alert is in; no row where it is about none. */
export const legislatureOfAlert = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({ jurisdiction: z.string() }),
  sql: `select l.jurisdiction from alert a join bill b on b.id = a.bill_id
        join legislative_session l on l.id = b.legislative_session_id where a.id = :alertId`,
});

/** People of an alert with what they answered, by id of the member; for one region, one option of a question, or none. */
export const responseRows = statement({
  params: z.object({
    alertId: z.string(),
    after: z.string(),
    regionId: z.string().nullable(),
    questionNo: z.number(),
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
    answers: z.string(),
  }),
  sql: `with meant(member_id) as (
          select recipient_id from delivery
          where source_kind in ('alert', 'nudge') and source_id = :alertId and state <> 'skipped'
          union
          select member_id from response where alert_id = :alertId
        )
        select m.id as memberId, m.first_name as firstName, m.last_name as lastName, m.kind, di.name as district,
          m.region_id as regionId, g.name as region, r.option_id as optionId, o.no, o.label, o.outcome, w.door,
          r.revised, r.at,
          (select json_group_array(json_object('questionId', y.question_id, 'optionId', x.option_id,
              'optionIds', x.option_ids, 'number', x.number, 'officials', x.officials,
              'text', case when z.kind = 'text' then p.body end))
             from question z
             join response y on y.alert_id = z.alert_id and y.question_id = z.id and y.member_id = m.id
             join answer x on x.id = y.answer_id left join reply p on p.id = x.reply_id
             where z.alert_id = :alertId) as answers
        from meant s join member m on m.id = s.member_id
        left join district di on di.nces = m.district_nces left join region g on g.id = m.region_id
        left join question q on q.alert_id = :alertId and q.no = :questionNo
        left join response r on r.alert_id = :alertId and r.question_id = q.id and r.member_id = m.id
        left join question_option o on o.id = r.option_id left join answer w on w.id = r.answer_id
        where m.id > :after and (:regionId is null or m.region_id = :regionId)
          and (:optionNo is null or o.no = :optionNo or exists (
            select 1 from json_each(coalesce(w.option_ids, '[]')) c join question_option i on i.id = c.value
            where i.no = :optionNo)) and (:unanswered = 0 or r.answer_id is null)
        order by m.id limit :limit`,
});

const tallied = { alertId: z.string(), regionId: z.string().nullable() };

/**
 * How an alert stands, by group: how many people were asked and have answered the first question, of all and by one
 * property of them; how often each option of it is the current answer; and how many first answers came in each quarter
 * of an hour, by its start in ms UTC. Who was asked is counted as the alert goes out, so what is read is as long as
 * the answers; whoever answered and was not asked is added.
 */
export const tallyRows = statement({
  params: z.object(tallied),
  row: z.object({
    group: z.enum(['all', 'region', 'kind', 'class', 'option', 'time']),
    key: z.string(),
    name: z.string(),
    asked: z.number(),
    answered: z.number(),
  }),
  sql: `with answered as materialized (
          select coalesce(m.region_id, '') as region_id, m.kind, coalesce(i.class, '') as class, r.option_id, r.answer_id,
            r.first_at, q.kind as asks, not exists (select 1 from delivery d where d.source_kind = 'alert'
              and d.source_id = :alertId and d.round = 0 and d.recipient_id = m.id and d.state <> 'skipped') as extra
          from question q cross join response r on r.alert_id = q.alert_id and r.question_id = q.id
          join member m on m.id = r.member_id left join district i on i.nces = m.district_nces
          where q.alert_id = :alertId and q.no = 1 and (:regionId is null or m.region_id = :regionId)
        ),
        people(people, asked, answered) as materialized (
          select json_object('region', region_id, 'kind', kind, 'class', class), sum(asked), sum(answered) from (
            select region_id, kind, class, people as asked, 0 as answered from asked
            where alert_id = :alertId and (:regionId is null or region_id = :regionId)
            union all
            select region_id, kind, class, extra, 1 from answered)
          group by region_id, kind, class
        )
        select g.value as "group", iif(g.value = 'all', '', people ->> g.value) as key,
          case g.value when 'region' then coalesce((select r.name from region r where r.id = people ->> 'region'), 'No region')
            when 'class' then iif(people ->> 'class' = '', 'No district', people ->> 'class')
            when 'kind' then people ->> 'kind' else '' end as name,
          sum(asked) as asked, sum(answered) as answered
        from people cross join json_each('["all", "region", "kind", "class"]') g
        group by 1, 2
        union all
        select 'option', c.value, '', 0, count(*)
        from answered n left join answer w on w.id = n.answer_id and n.asks = 'many'
          cross join json_each(coalesce(w.option_ids, json_array(n.option_id))) c
        where c.value is not null group by 2
        union all
        select 'time', cast(first_at / 900000 * 900000 as text), '', 0, count(*) from answered group by first_at / 900000
        order by 1, 3, 2`,
});

/** What was answered to each question of an alert, counted by value; an official with where they stand, or how well they are known. */
export const tallyByQuestion = statement({
  params: z.object(tallied),
  row: z.object({
    questionId: z.string(),
    part: z.enum(['answered', 'option', 'number', 'official']),
    key: z.string(),
    stance: z.string().nullable(),
    strength: z.number().nullable(),
    count: z.number(),
  }),
  sql: `with given as materialized (
          select r.question_id, w.option_id, w.option_ids, w.number, w.officials
          from question q join response r on r.alert_id = q.alert_id and r.question_id = q.id
          join member m on m.id = r.member_id join answer w on w.id = r.answer_id
          where q.alert_id = :alertId and (:regionId is null or m.region_id = :regionId)
        )
        select question_id as questionId, 'answered' as part, '' as key, null as stance, null as strength, count(*) as count
        from given group by 1
        union all
        select question_id, 'option', option_id, null, null, count(*) from given where option_id is not null group by 1, 3
        union all
        select question_id, 'option', c.value, null, null, count(*) from given, json_each(option_ids) c
        where option_ids is not null group by 1, 3
        union all
        select question_id, 'number', cast(number as text), null, null, count(*) from given where number is not null group by 1, 3
        union all
        select question_id, 'official', c.value ->> 'officialId', c.value ->> 'stance', c.value ->> 'strength', count(*)
        from given, json_each(officials) c where officials is not null group by 1, 3, 4, 5`,
});

/** Members who were sent an alert and have not answered its first question: the one that a nudge repeats. */
export const unansweredMembers = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({ memberId: z.string() }),
  sql: `select distinct d.recipient_id as memberId from delivery d
        where d.source_kind = 'alert' and d.source_id = :alertId and d.state <> 'skipped'
          and not exists (select 1 from question q
            join response r on r.alert_id = q.alert_id and r.question_id = q.id and r.member_id = d.recipient_id
            where q.alert_id = :alertId and q.no = 1)
        order by d.recipient_id`,
});

/** Members whose current answer to the first question of an alert is one of some numbers. */
export const membersWhoChose = statement({
  params: z.object({ alertId: z.string(), options: z.array(z.number()) }),
  row: z.object({ memberId: z.string() }),
  sql: `select r.member_id as memberId
        from question q join response r on r.alert_id = q.alert_id and r.question_id = q.id
        join answer w on w.id = r.answer_id
        where q.alert_id = :alertId and q.no = 1 and exists (
          select 1 from question_option o
          where o.question_id = q.id and o.no in (select value from json_each(:options))
            and (o.id = r.option_id or o.id in (select value from json_each(coalesce(w.option_ids, '[]')))))
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
