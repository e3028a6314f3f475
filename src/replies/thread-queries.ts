import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Sets an open thread aside until an instant; null brings it back. */
export const snooze = statement({
  params: z.object({ id: z.string(), until: z.number().nullable() }),
  row: z.object({}),
  sql: `update conversation set snoozed_until = :until where id = :id and state = 'open' and snoozed_until is not :until`,
});

/** A note in a thread; once for each id. */
export const insertNote = statement({
  params: z.object({
    id: z.string(),
    conversationId: z.string(),
    body: z.string(),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into conversation_note (id, conversation_id, body, by, at)
        values (:id, :conversationId, :body, :by, :at) on conflict (id) do nothing`,
});

/** A note taken back, or put back. */
export const setNoteRemoved = statement({
  params: z.object({ id: z.string(), conversationId: z.string(), removedAt: z.number().nullable() }),
  row: z.object({}),
  sql: `update conversation_note set removed_at = :removedAt
        where id = :id and conversation_id = :conversationId and (removed_at is null) <> (:removedAt is null)`,
});

/** The notes of a thread, newest first. */
export const notesIn = statement({
  params: z.object({ conversationId: z.string(), limit: z.number() }),
  row: z.object({ id: z.string(), body: z.string(), by: z.string().nullable(), at: z.number() }),
  sql: `select n.id, n.body, s.name as by, n.at from conversation_note n left join staff s on s.id = n.by
        where n.conversation_id = :conversationId and n.removed_at is null order by n.id desc limit :limit`,
});

const FEW_LABELS = { label: 'a dozen words of one network', l: 'the same' };

/** All labels by name. */
export const labels = statement({
  params: z.object({}),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select l.id, l.name from label l order by l.name`,
  scans: FEW_LABELS,
});

/** A label by its name, in whatever case. */
export const labelNamed = statement({
  params: z.object({ name: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from label where name = :name`,
});

/** A new label, where there is none of that name. */
export const insertLabel = statement({
  params: z.object({ id: z.string(), name: z.string(), by: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `insert into label (id, name, created_by, created_at) values (:id, :name, :by, :at) on conflict (name) do nothing`,
});

/** Puts the label of that name on a thread. */
export const putLabel = statement({
  params: z.object({ conversationId: z.string(), name: z.string() }),
  row: z.object({}),
  sql: `insert into conversation_label (label_id, conversation_id)
        select id, :conversationId from label where name = :name on conflict do nothing`,
});

/** Takes a label off a thread. */
export const dropLabel = statement({
  params: z.object({ conversationId: z.string(), labelId: z.string() }),
  row: z.object({}),
  sql: `delete from conversation_label where label_id = :labelId and conversation_id = :conversationId`,
});

/** The labels of one thread. */
export const labelsOf = statement({
  params: z.object({ conversationId: z.string() }),
  row: z.object({ id: z.string(), name: z.string() }),
  sql: `select l.id, l.name from conversation_label b join label l on l.id = b.label_id
        where b.conversation_id = :conversationId order by l.name`,
});

/** Machines' mails and texts since an instant, newest first. */
export const automaticReplies = statement({
  params: z.object({ since: z.number(), limit: z.number(), regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    conversationId: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    fromAddress: z.string(),
    channel: z.enum(['sms', 'email', 'web']),
    body: z.string(),
    machine: z.string().nullable(),
    meaning: z.string().nullable(),
    at: z.number(),
  }),
  sql: `select r.id, r.conversation_id as conversationId, m.first_name as firstName, m.last_name as lastName,
          r.from_address as fromAddress, r.channel, r.body, r.machine, r.meaning, r.received_at as at
        from reply r indexed by reply_machine left join member m on m.id = r.member_id
        where r.machine is not null and r.received_at >= :since and (:regionId is null or m.region_id = :regionId)
        order by r.received_at desc limit :limit`,
});

/** How many of them there were, up to a few thousand. */
export const automaticCount = statement({
  params: z.object({ since: z.number() }),
  row: z.object({ count: z.number() }),
  sql: `select count(*) as count from (
          select 1 from reply r indexed by reply_machine where r.machine is not null and r.received_at >= :since limit 5000)`,
});

/** What went to a member as one of many who gave the same answer, newest first. */
export const followUpsTo = statement({
  params: z.object({ memberId: z.string(), limit: z.number() }),
  row: z.object({
    id: z.number(),
    channel: z.enum(['sms', 'email']),
    state: z.string(),
    reason: z.string().nullable(),
    smsText: z.string().nullable(),
    emailText: z.string().nullable(),
    by: z.string().nullable(),
    at: z.number(),
  }),
  sql: `select d.id, d.channel, d.state, d.reason, w.sms_text as smsText, w.email_text as emailText, s.name as by,
          coalesce(d.claimed_at, d.due_at) as at
        from delivery d join follow_up f on f.id = d.source_id join wording w on w.id = d.wording_id
        left join staff s on s.id = f.by
        where d.recipient_id = :memberId and d.source_kind <> 'alert' and d.source_kind = 'answer' and d.state <> 'skipped'
        order by d.id desc limit :limit`,
});

/** The last person whose words are in a thread of an unknown address. */
export const lastSender = statement({
  params: z.object({ conversationId: z.string() }),
  row: z.object({ channel: z.enum(['sms', 'email', 'web']), fromAddress: z.string() }),
  sql: `select channel, from_address as fromAddress from reply where conversation_id = :conversationId order by id desc limit 1`,
});

/** The replies of a thread that belong to nobody yet. */
export const unboundReplies = statement({
  params: z.object({ conversationId: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from reply where conversation_id = :conversationId and member_id is null order by id`,
});

/** Puts replies into a member's thread. */
export const moveToMember = statement({
  params: z.object({ ids: z.array(z.string()), memberId: z.string(), conversationId: z.string() }),
  row: z.object({}),
  sql: `update reply set member_id = :memberId,
          conversation_id = (select id from conversation where member_id = :memberId)
        where id in (select value from json_each(:ids)) and conversation_id = :conversationId`,
});

/** The member's thread takes over how the bound one stood: what waited still waits. */
export const takeOver = statement({
  params: z.object({ memberId: z.string(), conversationId: z.string() }),
  row: z.object({}),
  sql: `update conversation set state = iif(o.state = 'open', 'open', conversation.state),
          unread = conversation.unread + o.unread, assigned_to = coalesce(conversation.assigned_to, o.assigned_to),
          last_at = max(conversation.last_at, o.last_at)
        from (select state, unread, assigned_to, last_at from conversation where id = :conversationId) o
        where conversation.member_id = :memberId`,
});

/** Staff said whose a thread is. */
export const insertBinding = statement({
  params: z.object({
    id: z.string(),
    conversationId: z.string(),
    memberId: z.string(),
    contactPointId: z.string().nullable(),
    replyIds: z.array(z.string()),
    by: z.string(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into thread_binding (id, conversation_id, member_id, contact_point_id, reply_ids, by, at)
        values (:id, :conversationId, :memberId, :contactPointId, :replyIds, :by, :at)`,
});

/** A binding that stands, by its id. */
export const bindingById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    conversationId: z.string(),
    memberId: z.string(),
    contactPointId: z.string().nullable(),
    replyIds: z.string(),
  }),
  sql: `select conversation_id as conversationId, member_id as memberId, contact_point_id as contactPointId, reply_ids as replyIds
        from thread_binding where id = :id and undone_at is null`,
});

/** The newest binding into a member's thread that stands: what can be undone there. */
export const bindingInto = statement({
  params: z.object({ memberId: z.string(), after: z.number() }),
  row: z.object({ id: z.string(), at: z.number() }),
  sql: `select id, at from thread_binding where member_id = :memberId and undone_at is null and at >= :after order by at desc limit 1`,
  scans: { thread_binding: 'a few rows a month: only where staff bind a sender by hand' },
});

/** A binding is undone, once. */
export const undoBinding = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: z.object({}),
  sql: `update thread_binding set undone_at = :now where id = :id and undone_at is null`,
});

/** Puts replies back into the thread they came from, as nobody's. */
export const moveBack = statement({
  params: z.object({ ids: z.array(z.string()), memberId: z.string(), conversationId: z.string() }),
  row: z.object({}),
  sql: `update reply set member_id = null, conversation_id = :conversationId
        where id in (select value from json_each(:ids)) and member_id = :memberId`,
});

/** A member's id by the thread's id that their words stand in. */
export const threadOfMember = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from conversation where member_id = :memberId`,
});

/** An active member of that id. */
export const memberOfId = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from member where id = :id and state = 'active'`,
});

/** A member's current answers that came with no words: by a tap on the page, or as staff wrote them down. */
export const currentWithoutReply = statement({
  params: z.object({ memberId: z.string(), limit: z.number() }),
  row: z.object({
    at: z.number(),
    alertId: z.string(),
    alertTitle: z.string(),
    door: z.enum(['web', 'staff']),
    questionId: z.string(),
    optionId: z.string().nullable(),
    optionIds: z.string().nullable(),
    number: z.number().nullable(),
    officials: z.string().nullable(),
  }),
  sql: `select w.at, a.id as alertId, a.title as alertTitle, w.door, w.question_id as questionId, w.option_id as optionId,
          w.option_ids as optionIds, w.number, w.officials
        from alert a cross join question q on q.alert_id = a.id
          cross join response r on r.alert_id = a.id and r.question_id = q.id and r.member_id = :memberId
          join answer w on w.id = r.answer_id and w.reply_id is null and w.door in ('web', 'staff')
        order by w.at desc limit :limit`,
  scans: { alert: 'one row for each alert ever made' },
});
