import * as z from 'zod';
import { deliveriesTo } from '../delivery/index.ts';
import { statement } from '../platform/statement.ts';

const HELD = `exists (select 1 from contact_point p where p.state = 'held'
            and (p.member_id = c.member_id or p.address_hash = c.address_hash))`;

const rowsOf = (which: string) => ({
  params: z.object({
    unread: z.boolean(),
    unbound: z.boolean(),
    held: z.boolean(),
    assignedTo: z.string().nullable(),
    alertId: z.string().nullable(),
    /** With an alert: only who chose this option of its first question. */
    optionNo: z.number().nullable(),
    labelId: z.string().nullable(),
    regionId: z.string().nullable(),
    now: z.number(),
    beforeAt: z.number(),
    beforeId: z.string(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.string(),
    memberId: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    district: z.string().nullable(),
    state: z.enum(['open', 'done']),
    unread: z.number(),
    assignedTo: z.string().nullable(),
    lastAt: z.number(),
    held: z.number(),
    body: z.string().nullable(),
    channel: z.enum(['sms', 'email', 'web']).nullable(),
    fromAddress: z.string().nullable(),
    trust: z.string().nullable(),
    machine: z.string().nullable(),
    meaning: z.string().nullable(),
    alertTitle: z.string().nullable(),
    snoozedUntil: z.number().nullable(),
    assignedName: z.string().nullable(),
    labels: z.string().nullable(),
  }),
  sql: `select c.id, c.member_id as memberId, m.first_name as firstName, m.last_name as lastName, di.name as district,
          c.state, c.unread, c.assigned_to as assignedTo, c.last_at as lastAt, ${HELD} as held, r.body, r.channel,
          r.from_address as fromAddress, r.trust, r.machine, r.meaning, a.title as alertTitle,
          iif(c.snoozed_until > :now, c.snoozed_until, null) as snoozedUntil,
          (select s.name from staff s where s.id = c.assigned_to) as assignedName,
          (select group_concat(l.name, ', ') from conversation_label b join label l on l.id = b.label_id
            where b.conversation_id = c.id) as labels
        from conversation c
        left join member m on m.id = c.member_id left join district di on di.nces = m.district_nces
        left join reply r on r.id = coalesce(
          (select x.id from reply x where x.conversation_id = c.id and x.machine is null order by x.id desc limit 1),
          (select x.id from reply x where x.conversation_id = c.id order by x.id desc limit 1))
        left join alert a on a.id = r.alert_id
        where ${which} (c.last_at, c.id) < (:beforeAt, :beforeId)
          and (:unread = 0 or c.unread > 0) and (:unbound = 0 or c.member_id is null) and (:held = 0 or ${HELD})
          and (:assignedTo is null or c.assigned_to = :assignedTo)
          and (:alertId is null or exists (select 1 from reply x where x.conversation_id = c.id and x.alert_id = :alertId))
          and (:optionNo is null or exists (
            select 1 from question q join response s on s.alert_id = q.alert_id and s.question_id = q.id and s.member_id = c.member_id
              join answer w on w.id = s.answer_id join question_option o on o.question_id = q.id and o.no = :optionNo
            where q.alert_id = :alertId and q.no = 1
              and (o.id = s.option_id or o.id in (select value from json_each(coalesce(w.option_ids, '[]'))))))
          and (:labelId is null or exists (
            select 1 from conversation_label b where b.label_id = :labelId and b.conversation_id = c.id))
          and (:regionId is null or m.region_id = :regionId)
        order by c.last_at desc, c.id desc limit :limit`,
});

/** Threads that wait for staff, the latest first, each with the last words of a person in it. */
export const waitingConversations = statement(
  rowsOf(`c.state = 'open' and coalesce(c.snoozed_until, 0) <= :now and`),
);

/** Threads that were set aside and have not come back yet. */
export const snoozedConversations = statement(rowsOf(`c.state = 'open' and c.snoozed_until > :now and`));

/** All threads, the latest first, each with its last reply. */
export const allConversations = statement({
  ...rowsOf(''),
  scans: { conversation: 'one row for each member who ever wrote, and this list is asked for by hand' },
});

/** How many threads wait, and of these how many are unread, of nobody known, and on hold. */
export const inboxCounts = statement({
  params: z.object({ regionId: z.string().nullable(), staffId: z.string(), now: z.number() }),
  row: z.object({
    waiting: z.number(),
    unread: z.number(),
    unbound: z.number(),
    held: z.number(),
    mine: z.number(),
    snoozed: z.number(),
    /** Another number whenever a thread that waits has something new. */
    mark: z.number(),
  }),
  sql: `select coalesce(sum(w.here), 0) as waiting, coalesce(sum(w.here and c.unread > 0), 0) as unread,
          coalesce(sum(w.here and c.member_id is null), 0) as unbound, coalesce(sum(w.here and ${HELD}), 0) as held,
          coalesce(sum(w.here and c.assigned_to is :staffId), 0) as mine, coalesce(sum(not w.here), 0) as snoozed,
          
          coalesce(max(iif(w.here, c.last_at, 0)), 0) + coalesce(sum(c.unread), 0) as mark
        from (select x.id, coalesce(x.snoozed_until, 0) <= :now as here from conversation x where x.state = 'open') w
          join conversation c on c.id = w.id left join member m on m.id = c.member_id
        where (:regionId is null or m.region_id = :regionId)`,
  scans: { conversation: 'only those that wait, by their own index', x: 'the same' },
});

/** One thread with the member it belongs to. */
export const conversationById = statement({
  params: z.object({ id: z.string(), regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    memberId: z.string().nullable(),
    addressHash: z.string().nullable(),
    state: z.enum(['open', 'done']),
    unread: z.number(),
    assignedTo: z.string().nullable(),
    snoozedUntil: z.number().nullable(),
    lastAt: z.number(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    title: z.string().nullable(),
    district: z.string().nullable(),
    region: z.string().nullable(),
  }),
  sql: `select c.id, c.member_id as memberId, c.address_hash as addressHash, c.state, c.unread,
          c.assigned_to as assignedTo, c.snoozed_until as snoozedUntil, c.last_at as lastAt, m.first_name as firstName,
          m.last_name as lastName, m.title,
          di.name as district, g.name as region
        from conversation c left join member m on m.id = c.member_id
        left join district di on di.nces = m.district_nces left join region g on g.id = m.region_id
        where c.id = :id and (:regionId is null or m.region_id = :regionId)`,
});

/** The replies of a thread, newest first, with the answer that each was taken for. */
export const repliesIn = statement({
  params: z.object({ conversationId: z.string(), limit: z.number() }),
  row: z.object({
    id: z.string(),
    channel: z.enum(['sms', 'email', 'web']),
    fromAddress: z.string(),
    subject: z.string().nullable(),
    body: z.string(),
    rawKey: z.string().nullable(),
    trust: z.enum(['verified', 'needs_review', 'probable', 'unknown']),
    machine: z.enum(['auto_reply', 'bounce', 'complaint', 'tapback']).nullable(),
    state: z.enum(['new', 'answered', 'handled', 'waiting']),
    meaning: z.string().nullable(),
    alertId: z.string().nullable(),
    alertTitle: z.string().nullable(),
    answerNo: z.number().nullable(),
    answerLabel: z.string().nullable(),
    receivedAt: z.number(),
  }),
  sql: `select r.id, r.channel, r.from_address as fromAddress, r.subject, r.body, r.raw_key as rawKey, r.trust, r.machine,
          r.state, r.meaning, r.alert_id as alertId, a.title as alertTitle, o.no as answerNo,
          coalesce(o.label,
            (select group_concat(x.label, ', ') from json_each(w.option_ids) c join question_option x on x.id = c.value),
            (select group_concat(f.name || coalesce(': ' || replace(c.value ->> 'stance', '_', ' '), ''), '; ')
              from json_each(w.officials) c join official f on f.id = c.value ->> 'officialId'),
            iif(w.number is null, null, printf('%g', w.number))) as answerLabel,
          r.received_at as receivedAt
        from reply r left join alert a on a.id = r.alert_id
        left join answer w on w.alert_id = r.alert_id and w.id = (
          select max(y.id) from answer y where y.alert_id = r.alert_id and y.at = r.received_at and y.reply_id = r.id)
        left join question_option o on o.id = w.option_id
        where r.conversation_id = :conversationId order by r.id desc limit :limit`,
});

/** What we sent to a member, newest first; staff's own answers are in `outgoing`. */
export const sentTo = statement({
  params: z.object({ memberId: z.string(), limit: z.number() }),
  row: z.object({
    id: z.number(),
    sourceKind: z.string(),
    channel: z.enum(['sms', 'email']),
    state: z.string(),
    reason: z.string().nullable(),
    smsText: z.string().nullable(),
    emailSubject: z.string().nullable(),
    emailText: z.string().nullable(),
    at: z.number(),
  }),
  sql: `select d.id, d.source_kind as sourceKind, d.channel, d.state, d.reason, w.sms_text as smsText,
          w.email_subject as emailSubject, w.email_text as emailText, coalesce(d.claimed_at, d.due_at) as at
        from ${deliveriesTo(':memberId')} d join wording w on w.id = d.wording_id
        where d.source_kind not in ('answer', 'notice') and d.state <> 'skipped'
        order by d.id desc limit :limit`,
  scans: { alert: 'one row for each alert ever made' },
});

/** What staff wrote in a thread, newest first, and how it fared. */
export const outgoingIn = statement({
  params: z.object({ conversationId: z.string(), limit: z.number() }),
  row: z.object({
    id: z.string(),
    channel: z.enum(['sms', 'email']),
    body: z.string(),
    by: z.string().nullable(),
    at: z.number(),
    state: z.string().nullable(),
    reason: z.string().nullable(),
  }),
  sql: `select o.id, o.channel, o.body, s.name as by, o.at, d.state, d.reason
        from outgoing o left join staff s on s.id = o.by
        left join delivery d on d.source_kind = 'answer' and d.source_id = o.id
        where o.conversation_id = :conversationId order by o.id desc limit :limit`,
});

/** The first numbers and addresses of a thread's people, and whether a message may go there. */
export const pointsOf = statement({
  params: z.object({ memberId: z.string().nullable(), addressHash: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    memberId: z.string(),
    firstName: z.string(),
    lastName: z.string(),
    channel: z.enum(['sms', 'email']),
    address: z.string(),
    state: z.enum(['active', 'unconsented', 'held', 'suppressed', 'invalid']),
    stateReason: z.string().nullable(),
  }),
  sql: `select p.id, p.member_id as memberId, m.first_name as firstName, m.last_name as lastName, p.channel, p.address,
          p.state, p.state_reason as stateReason
        from contact_point p join member m on m.id = p.member_id
        where m.state = 'active' and ((p.member_id = :memberId and p.is_primary = 1) or p.address_hash = :addressHash)
        order by p.channel desc, p.id`,
});

/** A message that staff wrote in a thread; once for each id. */
export const insertOutgoing = statement({
  params: z.object({
    id: z.string(),
    conversationId: z.string(),
    channel: z.enum(['sms', 'email']),
    body: z.string(),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into outgoing (id, conversation_id, channel, body, by, at)
        values (:id, :conversationId, :channel, :body, :by, :at) on conflict (id) do nothing`,
});

/** Puts a thread away, or back in front of staff. */
export const setConversationState = statement({
  params: z.object({ id: z.string(), from: z.array(z.string()), state: z.enum(['open', 'done']) }),
  row: z.object({}),
  sql: `update conversation set state = :state, unread = case :state when 'done' then 0 else unread end, snoozed_until = null
        where id = :id and state in (select value from json_each(:from))`,
});

/** Replies of a thread that waited for a person have had one. */
export const handleReplies = statement({
  params: z.object({ conversationId: z.string() }),
  row: z.object({}),
  sql: `update reply set state = 'handled' where conversation_id = :conversationId and state = 'waiting'`,
});

/** A thread has been read. */
export const readConversation = statement({
  params: z.object({ id: z.string() }),
  row: z.object({}),
  sql: `update conversation set unread = 0 where id = :id and unread > 0`,
});

/** Gives a thread to somebody with a role today, or to nobody. */
export const setAssignee = statement({
  params: z.object({ id: z.string(), staffId: z.string().nullable(), by: z.string(), now: z.number() }),
  row: z.object({}),
  sql: `update conversation set assigned_to = :staffId, assigned_by = :by, assigned_at = :now
        where id = :id and (:staffId is null or exists (select 1 from role where staff_id = :staffId and ended_at is null))`,
});

/** Alerts that went to a member and ask something, the latest first: what a reply of theirs may answer. */
export const questionsFor = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({ alertId: z.string(), title: z.string(), isOut: z.number() }),
  sql: `select a.id as alertId, a.title, a.state in ('sending', 'paused', 'halted', 'open') as isOut
        from ${deliveriesTo(':memberId')} d join alert a on a.id = d.source_id
          join question q on q.alert_id = a.id and q.no = 1
        where d.source_kind in ('alert', 'nudge')
        group by a.id order by max(d.id) desc limit 10`,
  scans: { alert: 'one row for each alert ever made' },
});

/** Staff who may be given a thread. */
export const assignees = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select s.id, s.name from role r join staff s on s.id = r.staff_id
        where r.ended_at is null and r.role in ('owner', 'director', 'staff') order by s.name`,
  scans: { role: 'a few dozen rows: the staff of one network', r: 'the same', s: 'the same' },
});

/** Replies by their key, newest first; of one alert, one member, one state or one region where asked. */
export const replyRows = statement({
  params: z.object({
    before: z.string(),
    alertId: z.string().nullable(),
    memberId: z.string().nullable(),
    state: z.string().nullable(),
    regionId: z.string().nullable(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.string(),
    channel: z.enum(['sms', 'email', 'web']),
    memberId: z.string().nullable(),
    conversationId: z.string().nullable(),
    alertId: z.string().nullable(),
    subject: z.string().nullable(),
    body: z.string(),
    trust: z.enum(['verified', 'needs_review', 'probable', 'unknown']),
    machine: z.enum(['auto_reply', 'bounce', 'complaint', 'tapback']).nullable(),
    state: z.enum(['new', 'answered', 'handled', 'waiting']),
    meaning: z.string().nullable(),
    receivedAt: z.number(),
  }),
  sql: `select r.id, r.channel, r.member_id as memberId, r.conversation_id as conversationId, r.alert_id as alertId,
          r.subject, r.body, r.trust, r.machine, r.state, r.meaning, r.received_at as receivedAt
        from reply r left join member m on m.id = r.member_id
        where r.id < :before and (:alertId is null or r.alert_id = :alertId)
          and (:memberId is null or r.member_id = :memberId) and (:state is null or r.state = :state)
          and (:regionId is null or m.region_id = :regionId)
        order by r.id desc limit :limit`,
});
