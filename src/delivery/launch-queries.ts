import * as z from 'zod';
import { RECIPIENTS_SQL } from '../alerts/index.ts';
import { statement } from '../platform/statement.ts';
import { dueOf } from './conditions.ts';
import { WEEK_SQL } from './week-queries.ts';

const source = { sourceKind: z.enum(['alert', 'nudge', 'answer']), alertId: z.string(), round: z.number() };
const idOnly = z.object({ id: z.string() });
const OF_ROUND = `d.source_kind = :sourceKind and d.source_id = :alertId and d.round = :round`;
/** A recipient `r` would be sent a message beyond their week. */
const OVER = `r.state = 'planned' and r.member_id in (select member_id from spent)`;

/** The words of one sending; no row where the delivery that asks for them was there already. */
export const insertWording = statement({
  params: z.object({
    id: z.string(),
    smsText: z.string().nullable(),
    emailSubject: z.string().nullable(),
    emailText: z.string().nullable(),
    now: z.number(),
  }),
  row: idOnly,
  sql: `insert into wording (id, sms_text, email_subject, email_text, created_at)
        values (:id, :smsText, :emailSubject, :emailText, :now) returning id`,
});

/**
 * One delivery for every person meant and every channel used, those left out with their reason; texts first,
 * so that the ids of a channel lie together. A text outside its reader's hours waits. Whoever has had the messages of
 * their week by now is left out, whatever was read before. Planned a second time nothing is added.
 */
export const planDeliveries = statement({
  params: z.object({
    ...source,
    audience: z.record(z.string(), z.unknown()),
    sms: z.boolean(),
    email: z.boolean(),
    wordingId: z.string(),
    segments: z.number(),
    deadlineAt: z.number(),
    due: z.record(z.string(), z.record(z.string(), z.number())),
    talkingPointsId: z.string().nullable(),
    /** So many messages are a member's week, counted from then as this is written; null for any number. */
    most: z.number().nullable(),
    weekFrom: z.number(),
    now: z.number(),
  }),
  row: z.object({}),
  sql: `with ${RECIPIENTS_SQL}, ${WEEK_SQL},
        spent(member_id) as materialized (select member_id from had where messages >= :most),
        placed as (
          select r.member_id, r.channel, r.contact_point_id,
            iif(${OVER}, 'skipped', r.state) as state, iif(${OVER}, 'over_budget', r.reason) as reason,
            iif(r.channel = 'email', :now, ${dueOf('r.member_id', 'r.contact_point_id')}) as due_at
          from recipients r
        )
        insert into delivery (source_kind, source_id, round, recipient_id, channel, contact_point_id, wording_id,
          state, reason, due_at, deadline_at, segments, talking_points_version_id, updated_at)
        select :sourceKind, :alertId, :round, member_id, channel, contact_point_id, :wordingId,
          iif(state = 'planned' and due_at > :now, 'waiting', state), reason, due_at, :deadlineAt,
          iif(channel = 'sms' and state = 'planned', :segments, null),
          (select v.id from talking_points_version v where v.talking_points_id = :talkingPointsId order by v.no desc limit 1),
          :now
        from placed
        where true
        order by channel = 'email', member_id
        on conflict do nothing`,
  scans: {
    member: 'an audience is picked from all members, and one pass over them is what that costs',
    alert: 'a few hundred rows in the life of a network',
  },
});

/** No row where a round just planned leaves everybody out, since all have had the messages of their week. */
export const reachesSomebody = statement({
  params: z.object(source),
  row: idOnly,
  sql: `update alert set revision = revision
        where id = :alertId and (
          exists (select 1 from delivery d where ${OF_ROUND} and d.state <> 'skipped')
          or not exists (select 1 from delivery d where ${OF_ROUND} and d.reason = 'over_budget'))
        returning id`,
});

/** What a member `m` reads in place of the merge fields of a JSON list, as one value to compare. */
const filledIn = (fields: string) => `(select json_group_array(case f.value
              when 'first_name' then coalesce(m.first_name, '') when 'last_name' then coalesce(m.last_name, '')
              when 'title' then coalesce(m.title, '')
              when 'district' then coalesce((select di.name from district di where di.nces = m.district_nces), '')
              when 'region' then coalesce((select g.name from region g where g.id = m.region_id), '') end)
            from json_each(${fields}) f)`;

/**
 * Of members who share a number or an address and would read the same words, links aside, the first is sent
 * the message, and it counts for all of them. Takes the merge fields that each channel's words use.
 */
export const carryShared = statement({
  params: z.object({ ...source, smsFields: z.array(z.string()), emailFields: z.array(z.string()) }),
  row: z.object({}),
  sql: `with shared as (select channel, address from contact_point group by channel, address having count(*) > 1),
        read as (
          select d.id, p.channel, p.address,
            iif(p.channel = 'sms', ${filledIn(':smsFields')}, ${filledIn(':emailFields')}) as words
          from shared s cross join contact_point p on p.channel = s.channel and p.address = s.address
            cross join delivery d on d.source_kind = :sourceKind and d.source_id = :alertId and d.round = :round
              and d.recipient_id = p.member_id and d.channel = p.channel and d.contact_point_id = p.id
              and d.state in ('planned', 'waiting')
            join member m on m.id = p.member_id
        ),
        carried as (
          select id, min(id) over (partition by channel, address, words) as first from read
        )
        update delivery set carried_by = c.first, segments = iif(channel = 'sms', 0, null)
        from carried c where delivery.id = c.id and c.id <> c.first`,
  scans: { contact_point: 'one pass over its index of addresses finds the few that are shared' },
});

/** The tally of a planned round. */
export const tallyRound = statement({
  params: z.object(source),
  row: z.object({}),
  sql: `insert into rollup (source_kind, source_id, channel, state, count, segments)
        select source_kind, source_id, channel, state, count(*), coalesce(sum(segments), 0)
        from delivery
        where source_kind = :sourceKind and source_id = :alertId and round = :round
        group by source_kind, source_id, channel, state
        on conflict (source_kind, source_id, channel, state) do update set count = count + excluded.count,
          segments = segments + excluded.segments`,
});

/**
 * How many people an alert is meant for as it goes out, by region, kind and class of district. Counted again, nothing
 * is added.
 */
export const countAsked = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({}),
  sql: `insert into asked (alert_id, region_id, kind, class, people)
        select :alertId, coalesce(m.region_id, ''), m.kind, coalesce(i.class, ''), count(*)
        from (select distinct d.recipient_id from delivery d
              where d.source_kind = 'alert' and d.source_id = :alertId and d.round = 0 and d.state <> 'skipped') s
        join member m on m.id = s.recipient_id
        left join district i on i.nces = m.district_nces
        group by 2, 3, 4
        on conflict (alert_id, region_id, kind, class) do update set people = excluded.people`,
});

/**
 * An approved alert on its way; no row when somebody was first, or when more people than approved were just
 * planned (`most` counts them without those who need a new approval).
 */
export const startSending = statement({
  params: z.object({
    id: z.string(),
    revision: z.number(),
    states: z.array(z.string()),
    most: z.number(),
    by: z.string(),
    /** Only where it is scheduled for this moment; null for a person, who may send at any. */
    scheduledAt: z.number().nullable(),
    now: z.number(),
  }),
  row: idOnly,
  sql: `update alert set state = 'sending', launched_at = :now, launched_by = :by
        where id = :id and revision = :revision and state in (select value from json_each(:states))
          and (:scheduledAt is null or scheduled_at = :scheduledAt)
          and (select count(distinct d.recipient_id) from delivery d
            where d.source_kind = 'alert' and d.source_id = :id and d.round = 0) <= :most
        returning id`,
});

/** The newest delivery: the rows of one statement lie together up to it. */
export const lastDelivery = statement({
  params: z.object({}),
  row: z.object({ lastId: z.number() }),
  sql: `select coalesce(max(id), 0) as lastId from delivery`,
});

/** Nudges of an alert so far, and when the last one was made. */
export const lastNudge = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({ round: z.number(), at: z.number().nullable() }),
  sql: `select coalesce(max(d.round), 0) as round, max(w.created_at) as at
        from delivery d join wording w on w.id = d.wording_id
        where d.source_kind = 'nudge' and d.source_id = :alertId`,
});

/** An alert in another state; no row when it was not in one of those this leads from. */
export const moveAlert = statement({
  params: z.object({
    id: z.string(),
    from: z.array(z.string()),
    to: z.string(),
    reason: z.string().nullable(),
    closedAt: z.number().nullable(),
  }),
  row: idOnly,
  sql: `update alert set state = :to, halted_reason = :reason, closed_at = coalesce(:closedAt, closed_at)
        where id = :id and state in (select value from json_each(:from)) returning id`,
});

const ended = { alertId: z.string(), reason: z.string() };
const STILL_OPEN = `source_kind in ('alert', 'nudge') and source_id = :alertId and state in ('planned', 'waiting')`;

/** The tally when everything of an alert that is not yet claimed is called off. Runs before `callOff`. */
export const callOffTally = statement({
  params: z.object({ alertId: z.string() }),
  row: z.object({}),
  sql: `insert into rollup (source_kind, source_id, channel, state, count, segments)
        select source_kind, source_id, channel, state, sum(n), sum(segments) from (
          select source_kind, source_id, channel, state, -1 as n, -coalesce(segments, 0) as segments
          from delivery where ${STILL_OPEN}
          union all
          select source_kind, source_id, channel, 'cancelled', 1, coalesce(segments, 0) from delivery where ${STILL_OPEN}
        )
        where true
        group by source_kind, source_id, channel, state
        on conflict (source_kind, source_id, channel, state) do update set count = count + excluded.count,
          segments = segments + excluded.segments`,
});

/** Everything of an alert that is not yet claimed, called off. */
export const callOff = statement({
  params: z.object({ ...ended, now: z.number() }),
  row: z.object({}),
  sql: `update delivery set state = 'cancelled', reason = :reason, updated_at = :now where ${STILL_OPEN}`,
});

/** Of an alert `a` nothing is left to send. */
const NOTHING_LEFT = `not exists (select 1 from rollup r where r.source_kind = 'alert' and r.source_id = a.id
          and r.state in ('planned', 'waiting') and r.count > 0)`;

/** Alerts being sent of which nothing is left to send. */
export const sentOut = statement({
  params: z.object({}),
  row: idOnly,
  sql: `select a.id from alert a where a.state = 'sending' and ${NOTHING_LEFT} order by a.id`,
});

/** An alert open for answers, and when its last message went out; no row where something is left to send. */
export const openSentOut = statement({
  params: z.object({ id: z.string(), from: z.array(z.string()) }),
  row: idOnly,
  sql: `update alert as a set state = 'open', halted_reason = null,
          sent_out_at = (select max(d.claimed_at) from delivery d
            where d.source_kind = 'alert' and d.source_id = :id and d.round = 0)
        where a.id = :id and a.state in (select value from json_each(:from)) and ${NOTHING_LEFT} returning id`,
});

/**
 * One message owed to one person; no row where it is owed already. A text that nobody waits for is held to its
 * reader's hours by the claim, and by the clock that finds it outside them.
 */
export const planDelivery = statement({
  params: z.object({
    sourceKind: z.string(),
    sourceId: z.string(),
    round: z.number(),
    recipientId: z.string(),
    channel: z.enum(['sms', 'email']),
    contactPointId: z.string().nullable(),
    addressHash: z.string().nullable(),
    wordingId: z.string(),
    urgent: z.boolean(),
    deadlineAt: z.number().nullable(),
    segments: z.number().nullable(),
    /** So many of this kind reach one person by one channel within a day; null for any number. */
    mostADay: z.number().nullable(),
    now: z.number(),
  }),
  row: z.object({
    deliveryId: z.number(),
    channel: z.enum(['sms', 'email']),
    segments: z.number().nullable(),
    urgent: z.number(),
    dueAt: z.number(),
  }),
  sql: `insert into delivery (source_kind, source_id, round, recipient_id, channel, contact_point_id, address_hash,
          wording_id, urgent, state, due_at, deadline_at, segments, updated_at)
        select :sourceKind, :sourceId, :round, :recipientId, :channel, :contactPointId, :addressHash, :wordingId,
          :urgent, 'planned', :now, :deadlineAt, :segments, :now
        where :mostADay is null or (select count(*) from delivery o where o.recipient_id = :recipientId
          and o.source_kind = :sourceKind and o.channel = :channel and o.due_at > :now - 86400000) < :mostADay
        on conflict do nothing
        returning id as deliveryId, channel, segments, urgent, due_at as dueAt`,
});

const planned = {
  wordingId: z.string(),
  sourceKind: z.string(),
  sourceId: z.string(),
  round: z.number(),
  recipientId: z.string(),
  channel: z.string(),
};
const THIS_ONE = `source_kind = :sourceKind and source_id = :sourceId and round = :round and recipient_id = :recipientId
            and channel = :channel and wording_id = :wordingId`;

/** The words of a delivery just planned; nothing where it was owed already. */
export const insertWordingOf = statement({
  params: z.object({
    ...planned,
    smsText: z.string().nullable(),
    emailSubject: z.string().nullable(),
    emailText: z.string().nullable(),
    /** Message-Ids of the mail it answers, that mail's own last. */
    answersMail: z.string().nullable(),
    now: z.number(),
  }),
  row: idOnly,
  sql: `insert into wording (id, sms_text, email_subject, email_text, answers_mail, created_at)
        select :wordingId, :smsText, :emailSubject, :emailText, :answersMail, :now
        where exists (select 1 from delivery where ${THIS_ONE})
        returning id`,
});

/** The tally of a delivery just planned; nothing where it was owed already. */
export const tallyOne = statement({
  params: z.object(planned),
  row: z.object({}),
  sql: `insert into rollup (source_kind, source_id, channel, state, count, segments)
        select source_kind, source_id, channel, state, 1, coalesce(segments, 0) from delivery where ${THIS_ONE}
        on conflict (source_kind, source_id, channel, state) do update set count = count + 1,
          segments = segments + excluded.segments`,
});
