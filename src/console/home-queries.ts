import * as z from 'zod';
import { openToPartner } from '../alerts/index.ts';
import { statement } from '../platform/statement.ts';

const region = z.object({ regionId: z.string().nullable() });

/**
 * Alerts in certain states, by the priority they serve, then the latest sent first: how many people were asked, as
 * counted when it went out, with whoever answered all the same; how many have answered, by option; and how many messages
 * there are. `counts` is `[{optionId, people}]`, with an empty option for an answer that is not one choice.
 */
export const alertsInStates = statement({
  params: region.extend({
    states: z.array(z.string()),
    now: z.number(),
    today: z.string(),
    /** The organization of a partner; null for everybody else. */
    partner: z.string().nullable(),
  }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    state: z.enum(['proposed', 'approved', 'scheduled', 'sending', 'paused', 'halted', 'open']),
    billNumber: z.string().nullable(),
    launchedAt: z.number().nullable(),
    deadlineAt: z.number().nullable(),
    scheduledAt: z.number().nullable(),
    notStarted: z.number(),
    hearingAt: z.number().nullable(),
    proposedBy: z.string().nullable(),
    proposedByName: z.string().nullable(),
    options: z.string(),
    asked: z.number(),
    counts: z.string(),
    messages: z.number(),
    delivered: z.number(),
    unconfirmed: z.number(),
    rank: z.number().nullable(),
  }),
  sql: `with meant(id) as (
          select a.id from alert a where a.state in (select value from json_each(:states))
            and (:partner is null or ${openToPartner('a', ':partner')})
        ),
        given(alert_id, option_id, people, extra) as materialized (
          select q.alert_id, coalesce(r.option_id, ''), count(*), sum(not exists (select 1 from delivery d
            where d.source_kind = 'alert' and d.source_id = q.alert_id and d.round = 0 and d.recipient_id = r.member_id
              and d.state <> 'skipped'))
          from meant n cross join question q on q.alert_id = n.id and q.no = 1
          cross join response r on r.alert_id = q.alert_id and r.question_id = q.id
          where :regionId is null or r.member_id in (select m.id from member m where m.region_id = :regionId)
          group by 1, 2
        )
        select a.id, a.title, a.state, b.number as billNumber, a.launched_at as launchedAt, a.deadline_at as deadlineAt,
          a.scheduled_at as scheduledAt,
          a.state = 'approved' and coalesce((select j.action = 'alert.not_started' from journal j
            where j.subject_kind = 'alert' and j.subject_id = a.id
              and j.action in ('alert.approve', 'alert.schedule', 'alert.unschedule', 'alert.not_started')
            order by j.id desc limit 1), 0) as notStarted,
          (select min(e.at) from bill_event e where e.bill_id = a.bill_id and e.kind = 'hearing' and e.at >= :now) as hearingAt,
          a.proposed_by as proposedBy, p.name as proposedByName,
          case when (select q.kind from question q where q.alert_id = a.id and q.no = 1) <> 'choice'
            then json_array(json_object('id', '', 'no', 0, 'label', 'answered', 'outcome', 'other'))
            else (select json_group_array(json_object('id', o.id, 'no', o.no, 'label', o.label, 'outcome', o.outcome))
             from question q join question_option o on o.question_id = q.id
             where q.alert_id = a.id and q.no = 1) end as options,
          (select coalesce(sum(k.people), 0) from asked k
             where k.alert_id = a.id and (:regionId is null or k.region_id = :regionId))
            + (select coalesce(sum(u.extra), 0) from given u where u.alert_id = a.id) as asked,
          (select json_group_array(json_object('optionId', u.option_id, 'people', u.people))
             from given u where u.alert_id = a.id) as counts,
          (select coalesce(sum(l.count), 0) from rollup l where l.source_kind = 'alert' and l.source_id = a.id
             and l.state not in ('skipped', 'on-hold', 'cancelled')) as messages,
          (select coalesce(sum(l.count), 0) from rollup l where l.source_kind = 'alert' and l.source_id = a.id
             and l.state = 'delivered') as delivered,
          (select coalesce(sum(l.count), 0) from rollup l where l.source_kind in ('alert', 'nudge') and l.source_id = a.id
             and l.state = 'unconfirmed') as unconfirmed,
          (select min(y.rank) from priority y join legislative_session z on z.id = y.legislative_session_id
             where y.issue_id = coalesce(a.issue_id, b.issue_id) and z.starts_on <= :today
               and coalesce(z.ends_on, :today) >= :today) as rank
        from meant n join alert a on a.id = n.id
        left join bill b on b.id = a.bill_id left join staff p on p.id = a.proposed_by
        order by rank is null, rank, a.launched_at desc, a.id desc limit 12`,
  scans: { priority: 'at most twenty in a session', legislative_session: 'one or two sessions each year' },
});

/**
 * What waits for a person, the latest first: threads with unread replies, each with its last words and the draft
 * contact report made from them; then drafts whose thread is not among these.
 */
export const waiting = statement({
  params: region.extend({ limit: z.number() }),
  row: z.object({
    kind: z.enum(['conversation', 'draft']),
    id: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    district: z.string().nullable(),
    channel: z.string().nullable(),
    words: z.string().nullable(),
    held: z.number(),
    draftId: z.string().nullable(),
    officialTitle: z.string().nullable(),
    officialFamily: z.string().nullable(),
    stance: z.string().nullable(),
    at: z.number(),
  }),
  sql: `with unread(id, member_id, address_hash, at, reply_id) as (
          select c.id, c.member_id, c.address_hash, c.last_at,
            (select x.id from reply x where x.conversation_id = c.id order by x.id desc limit 1)
          from conversation c where c.state = 'open' and c.unread > 0
        ),
        drafts(id, reply_id, member_id, official_id, stance, note, at) as (
          select r.id, r.reply_id, r.member_id, r.official_id, r.stance, r.note, r.created_at
          from contact_report r where r.state = 'draft'
        ),
        found(kind, id, member_id, reply_id, held, draft_id, official_id, stance, note, at) as (
          select 'conversation', w.id, w.member_id, w.reply_id,
            exists (select 1 from contact_point t where t.state = 'held' and t.member_id = w.member_id),
            f.id, f.official_id, f.stance, null, w.at
          from unread w left join drafts f on f.reply_id = w.reply_id
          union all
          select 'draft', f.id, f.member_id, f.reply_id, 0, f.id, f.official_id, f.stance, f.note, f.at
          from drafts f where not exists (select 1 from unread w where w.reply_id = f.reply_id)
        )
        select v.kind, v.id, m.first_name as firstName, m.last_name as lastName, g.name as district, y.channel,
          coalesce(y.body, v.note) as words, v.held, v.draft_id as draftId, h.official_title as officialTitle,
          o.family as officialFamily, v.stance, v.at
        from found v
        left join member m on m.id = v.member_id
        left join district g on g.nces = m.district_nces
        left join reply y on y.id = v.reply_id
        left join official o on o.id = v.official_id
        left join tenure z on z.official_id = o.id and z.to_on is null
        left join seat s on s.id = z.seat_id
        left join chamber h on h.id = s.chamber_id
        where :regionId is null or m.region_id = :regionId
        order by v.at desc, v.id desc limit :limit`,
  scans: {
    conversation: 'those that wait, by their own index',
    contact_report: 'the partial index of open drafts',
  },
});

/**
 * When the sitting legislative session began, which of the first steps of a network are done, how many messages
 * were given up and wait for a person, the lines of the law that a filer's log is near, or crossed since a day, as
 * `[{name, regime, organization, state, on}]`, the next to be crossed first, and reports that fall due and are not filed,
 * the nearest first.
 */
export const firstSteps = statement({
  params: z.object({ today: z.string(), since: z.string(), lines: z.number(), reports: z.number() }),
  row: z.object({
    sessionName: z.string().nullable(),
    sessionFrom: z.string().nullable(),
    members: z.number(),
    officials: z.number(),
    bills: z.number(),
    talkingPoints: z.number(),
    alerts: z.number(),
    givenUp: z.number(),
    thresholds: z.string(),
    reports: z.string(),
  }),
  sql: `with sitting(name, starts_on) as (
          select l.name, l.starts_on from legislative_session l
          where l.jurisdiction <> 'US' and l.starts_on <= :today and coalesce(l.ends_on, :today) >= :today
          order by l.starts_on desc limit 1
        )
        select (select name from sitting) as sessionName, (select starts_on from sitting) as sessionFrom,
          exists (select 1 from member) as members, exists (select 1 from official) as officials,
          exists (select 1 from bill) as bills, exists (select 1 from talking_points_version) as talkingPoints,
          exists (select 1 from alert where launched_at is not null) as alerts,
          (select count(*) from dead_letter where settled_at is null) as givenUp,
          (select json_group_array(json_object('name', n.name, 'regime', n.regime, 'organization', n.short_name, 'state', n.state, 'on', n.on_date))
             from (select t.name, r.name as regime, g.short_name, t.state, t.on_date
                     from threshold_near t join regime r on r.id = t.regime join organization g on g.id = t.organization_id
                    where t.state = 'near' or t.on_date between :since and :today
                    order by t.state = 'crossed', t.on_date is null, t.on_date, t.name limit :lines) n) as thresholds,
          (select json_group_array(json_object('id', n.id, 'name', n.name, 'organization', n.short_name, 'lobbyist', n.lobbyist,
               'state', n.state, 'dueOn', n.due_on, 'internalDueOn', n.internal_due_on))
             from (select o.id, o.name, g.short_name, y.name as lobbyist, o.state, o.due_on, o.internal_due_on
                     from obligation o join organization g on g.id = o.organization_id left join lobbyist y on y.id = o.lobbyist_id
                    where o.state in ('open', 'prepared')
                    order by o.due_on, o.id limit :reports) n) as reports`,
  scans: {
    threshold_near: 'some lines for each filer',
    obligation: 'some twenty rows a year',
    dead_letter: 'the partial index of open ones',
    legislative_session: 'one or two sessions each year',
    member: 'the first row answers',
    official: 'the first row answers',
    bill: 'the first row answers',
    talking_points_version: 'the first row answers',
    alert: 'the first row that was launched answers',
  },
});
