import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import { RECIPIENTS_SQL } from './recipients.ts';
import { ALERT_STATES } from './states.ts';

const nothing = z.object({});
const flag = z.union([z.boolean(), z.number()]);
const json = z.union([z.string(), z.record(z.string(), z.unknown())]);
const idOnly = z.object({ id: z.string() });

const written = {
  kind: z.string(),
  title: z.string(),
  organizationId: z.string(),
  issueId: z.string().nullable(),
  billId: z.string().nullable(),
  talkingPointsId: z.string().nullable(),
  smsText: z.string(),
  emailSubject: z.string(),
  emailText: z.string(),
  deadlineAt: z.number().nullable(),
};

/** A new draft; no row when the id is taken: the same form was sent twice. */
export const insertAlert = statement({
  params: z.object({
    id: z.string(),
    ...written,
    sendSms: flag,
    sendEmail: flag,
    audience: json,
    now: z.number(),
    by: z.string(),
  }),
  row: idOnly,
  sql: `insert into alert (id, kind, title, organization_id, issue_id, bill_id, talking_points_id, state, sms_text,
          email_subject, email_text, send_sms, send_email, audience, deadline_at, created_at, created_by)
        values (:id, :kind, :title, :organizationId, :issueId, :billId, :talkingPointsId, 'draft', :smsText,
          :emailSubject, :emailText, :sendSms, :sendEmail, :audience, :deadlineAt, :now, :by)
        on conflict (id) do nothing
        returning id`,
  // SQLite plans a look at alerts that point to the new one; it runs only while a reference is broken.
  scans: { alert: 'planned for the reference to itself, not run' },
});

/** The draft as it is now written, one revision on; no row when it was launched or somebody else edited it. */
export const updateDraft = statement({
  params: z.object({
    id: z.string(),
    revision: z.number(),
    states: z.array(z.string()),
    ...written,
    sendSms: flag,
    sendEmail: flag,
    audience: json,
  }),
  row: idOnly,
  sql: `update alert set kind = :kind, title = :title, organization_id = :organizationId, issue_id = :issueId,
          bill_id = :billId, talking_points_id = :talkingPointsId, sms_text = :smsText, email_subject = :emailSubject,
          email_text = :emailText, send_sms = :sendSms, send_email = :sendEmail, audience = :audience,
          deadline_at = :deadlineAt, state = 'draft', revision = revision + 1, proposed_at = null,
          proposed_by = null, scheduled_at = null, scheduled_by = null
        where id = :id and revision = :revision and state in (select value from json_each(:states))
        returning id`,
});

/**
 * A draft in the words of the alert that it will take the place of; no row when that one is not out any more,
 * or somebody has begun such a draft already.
 */
export const insertSuccessor = statement({
  params: z.object({
    id: z.string(),
    of: z.string(),
    states: z.array(z.string()),
    now: z.number(),
    by: z.string(),
  }),
  row: idOnly,
  sql: `insert into alert (id, kind, title, organization_id, issue_id, bill_id, talking_points_id, state, sms_text,
          email_subject, email_text, send_sms, send_email, audience, deadline_at, supersedes, created_at, created_by)
        select :id, a.kind, a.title, a.organization_id, a.issue_id, a.bill_id, a.talking_points_id, 'draft', a.sms_text,
          a.email_subject, a.email_text, a.send_sms, a.send_email, a.audience, iif(a.deadline_at > :now, a.deadline_at, null),
          a.id, :now, :by
        from alert a
        where a.id = :of and a.state in (select value from json_each(:states))
          and not exists (select 1 from alert s indexed by alert_state
            where s.state in ('draft', 'proposed', 'approved', 'scheduled') and s.supersedes = :of)
        on conflict (id) do nothing
        returning id`,
  scans: { alert: 'planned for the reference to itself, not run' },
});

/** The alert, not sent yet, that is to take the place of another. */
export const successorRow = statement({
  params: z.object({ of: z.string() }),
  row: z.object({
    id: z.string(),
    title: z.string(),
    state: z.enum(ALERT_STATES),
    byName: z.string().nullable(),
  }),
  sql: `select a.id, a.title, a.state, p.name as byName
        from alert a indexed by alert_state left join staff p on p.id = a.created_by
        where a.state in ('draft', 'proposed', 'approved', 'scheduled') and a.supersedes = :of limit 1`,
});

/** The questions of an alert, from a list in their order. */
export const addQuestions = statement({
  params: z.object({ alertId: z.string(), questions: z.array(z.record(z.string(), z.unknown())) }),
  row: nothing,
  sql: `insert into question (id, alert_id, no, prompt, kind, asks_known, after_question, after_option, least, most, unit,
          low_label, high_label)
        select q.value ->> 'id', :alertId, q.key + 1, q.value ->> 'prompt',
          case q.value ->> 'kind' when 'known' then 'officials' else q.value ->> 'kind' end, q.value ->> 'kind' = 'known',
          q.value ->> 'afterQuestion', q.value ->> 'afterOption', q.value ->> 'least', q.value ->> 'most',
          q.value ->> 'unit', q.value ->> 'lowLabel', q.value ->> 'highLabel'
        from json_each(:questions) q`,
});

/** The choices of an alert's questions, taken away before they are written anew. */
export const dropOptions = statement({
  params: z.object({ alertId: z.string() }),
  row: nothing,
  sql: `delete from question_option where question_id in (select id from question where alert_id = :alertId)`,
});

/** The choices of an alert's questions, from a list of {id, question, no, label, outcome, synonyms}; question by number. */
export const addOptions = statement({
  params: z.object({ alertId: z.string(), options: z.array(z.record(z.string(), z.unknown())) }),
  row: nothing,
  sql: `insert into question_option (id, question_id, no, label, outcome, synonyms)
        select o.value ->> 'id', q.id, o.value ->> 'no', o.value ->> 'label', o.value ->> 'outcome',
          coalesce(o.value -> 'synonyms', '[]')
        from json_each(:options) o join question q on q.alert_id = :alertId and q.no = o.value ->> 'question'`,
});

/** The questions of an alert, taken away with the draft's edit. */
export const dropQuestions = statement({
  params: z.object({ alertId: z.string() }),
  row: nothing,
  sql: `delete from question where alert_id = :alertId`,
});

const shown = z.object({
  id: z.string(),
  kind: z.enum(['action', 'update', 'survey', 'drill']),
  title: z.string(),
  organizationId: z.string(),
  organizationName: z.string(),
  organizationShortName: z.string(),
  issueId: z.string().nullable(),
  issueName: z.string().nullable(),
  billId: z.string().nullable(),
  billNumber: z.string().nullable(),
  talkingPointsId: z.string().nullable(),
  talkingPointsTitle: z.string().nullable(),
  state: z.enum(ALERT_STATES),
  haltedReason: z.string().nullable(),
  smsText: z.string(),
  emailSubject: z.string(),
  emailText: z.string(),
  sendSms: z.number(),
  sendEmail: z.number(),
  audience: z.string(),
  deadlineAt: z.number().nullable(),
  scheduledAt: z.number().nullable(),
  scheduledBy: z.string().nullable(),
  scheduledByName: z.string().nullable(),
  supersedes: z.string().nullable(),
  supersededBy: z.string().nullable(),
  revision: z.number(),
  createdAt: z.number(),
  createdBy: z.string(),
  createdByName: z.string().nullable(),
  proposedAt: z.number().nullable(),
  proposedBy: z.string().nullable(),
  proposedByName: z.string().nullable(),
  launchedAt: z.number().nullable(),
  launchedBy: z.string().nullable(),
  closedAt: z.number().nullable(),
  sentOutAt: z.number().nullable(),
});

/**
 * One alert with the names of what it is about, the frozen wording of its revision and the approval that holds, each as
 * JSON; null where there is none.
 */
export const alertRow = statement({
  params: z.object({ id: z.string() }),
  row: shown.extend({ version: z.string().nullable(), approval: z.string().nullable() }),
  sql: `select a.id, a.kind, a.title, a.organization_id as organizationId, o.name as organizationName,
          o.short_name as organizationShortName, a.issue_id as issueId, i.name as issueName, a.bill_id as billId,
          b.number as billNumber, a.talking_points_id as talkingPointsId, t.title as talkingPointsTitle, a.state,
          a.halted_reason as haltedReason, a.sms_text as smsText, a.email_subject as emailSubject,
          a.email_text as emailText, a.send_sms as sendSms, a.send_email as sendEmail, a.audience,
          a.deadline_at as deadlineAt, a.scheduled_at as scheduledAt, a.scheduled_by as scheduledBy,
          h.name as scheduledByName, a.supersedes, a.superseded_by as supersededBy, a.revision,
          a.created_at as createdAt, a.created_by as createdBy, c.name as createdByName,
          a.proposed_at as proposedAt, a.proposed_by as proposedBy, p.name as proposedByName,
          a.launched_at as launchedAt, a.launched_by as launchedBy, a.closed_at as closedAt,
          a.sent_out_at as sentOutAt,
          (select json_object('id', v.id, 'revision', v.revision, 'smsText', v.sms_text, 'emailSubject', v.email_subject,
             'emailText', v.email_text, 'hash', v.hash, 'frozenAt', v.frozen_at)
           from alert_version v where v.alert_id = a.id and v.revision = a.revision) as version,
          (select json_object('id', v.id, 'versionId', v.alert_version_id, 'hash', v.hash,
             'audienceCount', v.audience_count, 'approvedBy', v.approved_by, 'approvedByName', s.name,
             'approvedAt', v.approved_at, 'own', v.own, 'reason', v.reason, 'forecast', v.forecast,
             'overBudget', v.over_budget)
           from approval v left join staff s on s.id = v.approved_by
           where v.alert_id = a.id and v.voided_at is null) as approval
        from alert a
        join organization o on o.id = a.organization_id
        left join issue i on i.id = a.issue_id
        left join bill b on b.id = a.bill_id
        left join talking_points t on t.id = a.talking_points_id
        left join staff c on c.id = a.created_by
        left join staff p on p.id = a.proposed_by
        left join staff h on h.id = a.scheduled_by
        where a.id = :id`,
});

/** The questions of alerts in their order, each with its choices as a JSON list; no row where nothing is asked. */
export const questionRows = statement({
  params: z.object({ alertIds: z.array(z.string()) }),
  row: z.object({
    alertId: z.string(),
    id: z.string(),
    no: z.number(),
    prompt: z.string(),
    kind: z.enum(['choice', 'many', 'text', 'number', 'scale', 'officials', 'known']),
    afterQuestion: z.number().nullable(),
    afterOption: z.number().nullable(),
    least: z.number().nullable(),
    most: z.number().nullable(),
    unit: z.string().nullable(),
    lowLabel: z.string().nullable(),
    highLabel: z.string().nullable(),
    options: z.string(),
  }),
  sql: `select q.alert_id as alertId, q.id, q.no, q.prompt, case when q.asks_known = 1 then 'known' else q.kind end as kind,
          q.after_question as afterQuestion,
          q.after_option as afterOption, q.least, q.most, q.unit, q.low_label as lowLabel, q.high_label as highLabel,
          (select json_group_array(json_object('id', o.id, 'no', o.no, 'label', o.label, 'outcome', o.outcome,
             'synonyms', json(o.synonyms))) from question_option o where o.question_id = q.id) as options
        from question q
        where q.alert_id in (select value from json_each(:alertIds))
        order by q.alert_id, q.no`,
});

/** Alerts in certain states, newest first, after a place in the list; with the rank of the priority they serve now. */
export const alertRows = statement({
  params: z.object({ states: z.array(z.string()), before: z.string(), now: z.number(), limit: z.number() }),
  row: z.object({
    id: z.string(),
    kind: z.enum(['action', 'update', 'survey', 'drill']),
    title: z.string(),
    state: shown.shape.state,
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    issueName: z.string().nullable(),
    organizationName: z.string(),
    deadlineAt: z.number().nullable(),
    createdAt: z.number(),
    proposedAt: z.number().nullable(),
    proposedBy: z.string().nullable(),
    proposedByName: z.string().nullable(),
    launchedAt: z.number().nullable(),
    closedAt: z.number().nullable(),
    rank: z.number().nullable(),
  }),
  sql: `select a.id, a.kind, a.title, a.state, a.bill_id as billId, b.number as billNumber, i.name as issueName,
          o.name as organizationName, a.deadline_at as deadlineAt, a.created_at as createdAt,
          a.proposed_at as proposedAt, a.proposed_by as proposedBy, p.name as proposedByName,
          a.launched_at as launchedAt, a.closed_at as closedAt,
          (select min(y.rank) from priority y join legislative_session z on z.id = y.legislative_session_id
             where y.issue_id = coalesce(a.issue_id, b.issue_id) and z.starts_on <= date(:now / 1000, 'unixepoch')
               and coalesce(z.ends_on, '9999-12-31') >= date(:now / 1000, 'unixepoch')) as rank
        from alert a
        join organization o on o.id = a.organization_id
        left join bill b on b.id = a.bill_id
        left join issue i on i.id = a.issue_id
        left join staff p on p.id = a.proposed_by
        where a.state in (select value from json_each(:states)) and a.id < :before
        order by a.id desc
        limit :limit`,
  scans: { priority: 'at most twenty in a session', legislative_session: 'one or two sessions each year' },
});

/** A draft put before its approvers; no row when it changed meanwhile. */
export const propose = statement({
  params: z.object({ id: z.string(), revision: z.number(), now: z.number(), by: z.string() }),
  row: idOnly,
  sql: `update alert set state = 'proposed', proposed_at = :now, proposed_by = :by
        where id = :id and revision = :revision and state = 'draft' returning id`,
});

/** The words of a proposed alert, kept as they were read. */
export const freezeWording = statement({
  params: z.object({
    id: z.string(),
    alertId: z.string(),
    revision: z.number(),
    smsText: z.string(),
    emailSubject: z.string(),
    emailText: z.string(),
    hash: z.string(),
    now: z.number(),
  }),
  row: nothing,
  sql: `insert into alert_version (id, alert_id, revision, sms_text, email_subject, email_text, hash, frozen_at)
        values (:id, :alertId, :revision, :smsText, :emailSubject, :emailText, :hash, :now)`,
});

/** A proposed alert approved; no row when it changed or somebody approved it first. */
export const approve = statement({
  params: z.object({ id: z.string(), revision: z.number() }),
  row: idOnly,
  sql: `update alert set state = 'approved' where id = :id and revision = :revision and state = 'proposed' returning id`,
});

/** Who approved which words for how many people. */
export const insertApproval = statement({
  params: z.object({
    id: z.string(),
    alertId: z.string(),
    versionId: z.string(),
    hash: z.string(),
    audienceCount: z.number(),
    by: z.string(),
    now: z.number(),
    own: flag,
    reason: z.string().nullable(),
    forecast: z.record(z.string(), z.unknown()),
    overBudget: z.string().nullable(),
  }),
  row: nothing,
  sql: `insert into approval (id, alert_id, alert_version_id, hash, audience_count, approved_by, approved_at, own, reason,
          forecast, over_budget)
        values (:id, :alertId, :versionId, :hash, :audienceCount, :by, :now, :own, :reason, :forecast, :overBudget)`,
});

/** The approval that held until now holds no more. */
export const voidApproval = statement({
  params: z.object({ alertId: z.string(), now: z.number() }),
  row: nothing,
  sql: `update approval set voided_at = :now where alert_id = :alertId and voided_at is null`,
});

/** A proposed, approved or scheduled alert back with its writers, one revision on. */
export const returnToDraft = statement({
  params: z.object({ id: z.string(), states: z.array(z.string()) }),
  row: idOnly,
  sql: `update alert set state = 'draft', revision = revision + 1, proposed_at = null, proposed_by = null,
          scheduled_at = null, scheduled_by = null
        where id = :id and state in (select value from json_each(:states)) returning id`,
});

/** An alert that will never be sent. */
export const discard = statement({
  params: z.object({ id: z.string(), states: z.array(z.string()) }),
  row: idOnly,
  sql: `update alert set state = 'discarded', scheduled_at = null, scheduled_by = null
        where id = :id and state in (select value from json_each(:states)) returning id`,
});

/** The note with which an alert was last sent back, from the journal. */
export const lastReturn = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ at: z.number(), byName: z.string().nullable(), detail: z.string() }),
  sql: `select j.at, s.name as byName, j.detail
        from journal j left join staff s on s.id = j.actor_id
        where j.subject_kind = 'alert' and j.subject_id = :id and j.action = 'alert.return'
        order by j.id desc limit 1`,
});

/** The fields of a draft that name something which does not exist: `named` by field, and the audience's lists. */
export const unknownReferences = statement({
  params: z.object({ named: z.record(z.string(), z.string().nullable()), audience: json }),
  row: z.object({ field: z.string(), id: z.string() }),
  sql: `with wanted(field, key, id) as (
          select 'audience.' || k.key, k.key, v.value
          from json_each(:audience) k, json_each(k.value) v
          where k.type = 'array'
          union all
          select key, key, value from json_each(:named) where value is not null
        )
        select field, cast(id as text) as id from wanted w where case w.key
          when 'organizationId' then not exists (select 1 from organization where id = w.id)
          when 'organizations' then not exists (select 1 from organization where id = w.id)
          when 'issueId' then not exists (select 1 from issue where id = w.id)
          when 'billId' then not exists (select 1 from bill where id = w.id)
          when 'talkingPointsId' then not exists (select 1 from talking_points where id = w.id)
          when 'audience.answered.alertId' then not exists (select 1 from alert where id = w.id)
          when 'regions' then not exists (select 1 from region where id = w.id)
          when 'groups' then not exists (select 1 from member_group where id = w.id)
          when 'committees' then not exists (select 1 from committee where id = w.id)
          when 'officials' then not exists (select 1 from official where id = w.id)
          when 'members' then not exists (select 1 from member where id = w.id)
          else 0 end
        limit 20`,
});

const who = { audience: json, sms: flag, email: flag };
const WHOLE = 'an audience is picked from all members, and one pass over them is what that costs';

/** How many people of an audience get a message on each channel, and how many do not and why. */
export const recipientCounts = statement({
  params: z.object(who),
  row: z.object({
    channel: z.enum(['sms', 'email']),
    state: z.enum(['planned', 'on-hold', 'skipped']),
    reason: z.string().nullable(),
    count: z.number(),
  }),
  sql: `with ${RECIPIENTS_SQL}
        select channel, state, reason, count(*) as count from recipients group by channel, state, reason`,
  scans: { member: WHOLE },
});

/** How many people are meant, and how many of them get at least one message. */
export const recipientPeople = statement({
  params: z.object(who),
  row: z.object({ people: z.number(), reachable: z.number() }),
  sql: `with ${RECIPIENTS_SQL}
        select (select count(*) from meant) as people,
          (select count(distinct member_id) from recipients where state = 'planned') as reachable`,
  scans: { member: WHOLE },
});

/**
 * Of those who could get this, for how many it would be their first message of the week, their second and so on.
 * Takes what each was sent in that week.
 */
export const recipientLoad = statement({
  params: z.object({ ...who, had: z.array(z.object({ memberId: z.string(), messages: z.number() })) }),
  row: z.object({ nth: z.number(), people: z.number() }),
  sql: `with ${RECIPIENTS_SQL},
        loaded(member_id, messages, meant) as (
          select member_id, 0, 1 from recipients where state = 'planned' or reason = 'over_budget' group by member_id
          union all
          select value ->> 'memberId', value ->> 'messages', 0 from json_each(:had)
        ),
        each_one(nth) as (select sum(messages) + 1 from loaded group by member_id having sum(meant) > 0)
        select nth, count(*) as people from each_one group by nth order by nth`,
  scans: { member: WHOLE },
});

/** Of the people who get at least one message, how many belong to an organization and how many do not. */
export const recipientMembership = statement({
  params: z.object({ ...who, organizationId: z.string() }),
  row: z.object({ members: z.number(), nonMembers: z.number() }),
  sql: `with ${RECIPIENTS_SQL}
        select count(distinct case when m.organization_id = :organizationId then m.id end) as members,
          count(distinct case when m.organization_id <> :organizationId then m.id end) as nonMembers
          from recipients r join member m on m.id = r.member_id where r.state = 'planned'`,
  scans: { member: WHOLE },
});

/** The people of an audience whom a channel leaves out, by name, after a place in the list. */
export const excludedPeople = statement({
  params: z.object({ ...who, after: z.string(), limit: z.number() }),
  row: z.object({
    memberId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    districtName: z.string().nullable(),
    channel: z.enum(['sms', 'email']),
    state: z.enum(['on-hold', 'skipped']),
    reason: z.string(),
    key: z.string(),
  }),
  sql: `with ${RECIPIENTS_SQL}
        select r.member_id as memberId, n.first_name as firstName, n.last_name as lastName,
          d.name as districtName, r.channel, r.state, r.reason, r.member_id || r.channel as key
        from recipients r join member n on n.id = r.member_id left join district d on d.nces = n.district_nces
        where r.state <> 'planned' and r.member_id || r.channel > :after
        order by key limit :limit`,
  scans: { member: WHOLE },
});

/**
 * The people whose names and places are longest among those who get a text: some in plain letters, and some
 * with others, which may force the shorter alphabet, since either kind may take the most segments.
 */
export const longestPeople = statement({
  params: z.object({ ...who, fields: z.array(z.string()) }),
  row: z.object({
    firstName: z.string(),
    lastName: z.string(),
    title: z.string().nullable(),
    district: z.string().nullable(),
    region: z.string().nullable(),
  }),
  sql: `with ${RECIPIENTS_SQL},
        values_of(first_name, last_name, title, district, region, words) as (
          select n.first_name, n.last_name, n.title, d.name, g.name,
            iif('first_name' in (select value from json_each(:fields)), n.first_name, '') ||
            iif('last_name' in (select value from json_each(:fields)), n.last_name, '') ||
            iif('title' in (select value from json_each(:fields)), coalesce(n.title, ''), '') ||
            iif('district' in (select value from json_each(:fields)), coalesce(d.name, ''), '') ||
            iif('region' in (select value from json_each(:fields)), coalesce(g.name, ''), '')
          from recipients r join member n on n.id = r.member_id
          left join district d on d.nces = n.district_nces
          left join region g on g.id = n.region_id
          where r.state = 'planned' and r.channel = 'sms'
        ),
        ranked as (
          select *, row_number() over (
            partition by words glob '*[^ -~éèñöü’]*' order by length(words) desc) as place
          from values_of
        )
        select first_name as firstName, last_name as lastName, title, district, region
        from ranked where place <= 20`,
  scans: { member: WHOLE },
});

const choice = z.object({ kind: z.string(), id: z.string(), name: z.string() });

/** What an audience may be chosen from: kind of choice, id, name. */
export const audienceChoices = statement({
  params: nothing,
  row: choice,
  sql: `select 'organizations' as kind, id, name from organization
        union all select 'regions', id, name from region
        union all select 'groups', id, name from member_group
        union all select distinct 'classes', class, class from district where class is not null
        union all select 'committees', c.id, c.name || coalesce(', ' || h.name, '')
          from committee c left join chamber h on h.id = c.chamber_id
          where exists (select 1 from committee_seat s where s.committee_id = c.id)
        order by kind, name`,
  scans: {
    organization: 'a handful',
    region: 'a handful',
    member_group: 'some dozens',
    district: 'some hundreds, once for each opened form',
    committee: 'some dozens',
  },
});

/** What an alert may be about, and the earlier alerts whose answers an audience may be chosen by. */
export const subjectChoices = statement({
  params: nothing,
  row: choice,
  sql: `select 'issue' as kind, id, name from issue
        union all select 'bill', b.id, b.number || ', ' || b.title from bill b
        union all select 'points', t.id, t.title || iif(t.level = 'federal', ' (Congress)', '') from talking_points t
          where exists (select 1 from talking_points_version v where v.talking_points_id = t.id)
        union all select 'alert', a.id, a.title from alert a
          where a.state in ('open', 'closed', 'sending', 'paused')
            and exists (select 1 from question q where q.alert_id = a.id)
        order by kind, name`,
  scans: {
    issue: 'some dozens',
    bill: 'some hundreds in a legislative session',
    talking_points: 'some dozens',
    alert: 'some hundreds in a year',
  },
});

/** What an alert about a bill begins with: its issue and its next hearing. */
export const billToDraft = statement({
  params: z.object({ billId: z.string(), now: z.number() }),
  row: z.object({
    number: z.string(),
    issueId: z.string().nullable(),
    organizationId: z.string().nullable(),
    hearingAt: z.number().nullable(),
    committee: z.string().nullable(),
    chamber: z.string().nullable(),
  }),
  sql: `select b.number, b.issue_id as issueId,
          (select g.id from organization g where g.kind = 'association' order by g.id limit 1) as organizationId,
          h.at as hearingAt, k.name as committee, y.name as chamber
        from bill b
        left join bill_event h on h.id = (select e.id from bill_event e
          where e.bill_id = b.id and e.kind = 'hearing' and e.at >= :now order by e.at limit 1)
        left join committee k on k.id = h.committee_id
        left join chamber y on y.id = k.chamber_id
        where b.id = :billId`,
  scans: { organization: 'a handful' },
});

/** The talking points of a bill that were published last, of those that still hold where any do. */
export const pointsOfBill = statement({
  params: z.object({ billId: z.string(), today: z.string() }),
  row: z.object({ id: z.string(), title: z.string(), expiresOn: z.string().nullable() }),
  sql: `select t.id, t.title, t.expires_on as expiresOn
        from talking_points t join talking_points_version v on v.talking_points_id = t.id
        where t.bill_id = :billId
        order by coalesce(t.expires_on < :today, 0), v.published_at desc, v.id desc limit 1`,
  scans: { talking_points: 'some dozens' },
});

/** Officials whom an audience names, each with the seat they hold now. */
export const officialsNamed = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({
    id: z.string(),
    name: z.string(),
    title: z.string().nullable(),
    chamberId: z.string().nullable(),
    seatLabel: z.string().nullable(),
    state: z.string().nullable(),
    district: z.string().nullable(),
  }),
  sql: `select o.id, o.name, c.official_title as title, c.id as chamberId, c.seat_label as seatLabel, s.state, s.district
        from official o
        left join tenure t on t.official_id = o.id and t.to_on is null
        left join seat s on s.id = t.seat_id
        left join chamber c on c.id = s.chamber_id
        where o.id in (select value from json_each(:ids))
        order by o.family, o.given, o.id`,
});
