import * as z from 'zod';
import { deliveriesTo } from '../delivery/index.ts';
import { statement } from '../platform/statement.ts';

const channel = z.enum(['sms', 'email', 'web']);
const trust = z.enum(['verified', 'needs_review', 'probable', 'unknown']);
const machine = z.enum(['auto_reply', 'bounce', 'complaint', 'tapback']);

/** A delivery went out: it may be answered. */
const WENT_OUT = `d.state in ('submitting', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown', 'unconfirmed')`;
/** When it went out; one that another delivery carried went with that. */
const SENT_AT = `coalesce(d.claimed_at, (select c.claimed_at from delivery c where c.id = d.carried_by), d.due_at)`;
const IS_OUT = `a.state in ('sending', 'paused', 'halted', 'open')`;

/** The thread with a member or an unknown address, begun where there is none. */
export const upsertConversation = statement({
  params: z.object({
    id: z.string(),
    memberId: z.string().nullable(),
    addressHash: z.string().nullable(),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into conversation (id, member_id, address_hash, state, unread, last_at)
        values (:id, :memberId, :addressHash, 'done', 0, :at)
        on conflict do update set last_at = max(last_at, excluded.last_at)`,
});

/** One inbound message; touches nothing where it is known already. */
export const insertReply = statement({
  params: z.object({
    id: z.string(),
    channel,
    providerId: z.string(),
    fromAddress: z.string(),
    addressHash: z.string(),
    toAddress: z.string(),
    subject: z.string().nullable(),
    body: z.string(),
    rawKey: z.string().nullable(),
    optOutType: z.string().nullable(),
    tokenDeliveryId: z.number().nullable(),
    trust,
    machine: machine.nullable(),
    memberId: z.string().nullable(),
    /** Set where the thread is that of an address, not of a member. */
    threadHash: z.string().nullable(),
    alertId: z.string().nullable(),
    state: z.enum(['new', 'answered', 'handled', 'waiting']),
    meaning: z.string().nullable(),
    at: z.number(),
  }),
  row: z.object({ id: z.string() }),
  sql: `insert into reply (id, channel, provider_id, from_address, address_hash, to_address, subject, body, raw_key,
          opt_out_type, token_delivery_id, trust, machine, member_id, conversation_id, alert_id, state, meaning,
          received_at, understood_at)
        values (:id, :channel, :providerId, :fromAddress, :addressHash, :toAddress, :subject, :body, :rawKey,
          :optOutType, :tokenDeliveryId, :trust, :machine, :memberId,
          coalesce((select id from conversation where member_id = :memberId and :threadHash is null),
            (select id from conversation where address_hash = :threadHash)),
          :alertId, :state, :meaning, :at, case when :state = 'new' then null else :at end)
        on conflict (channel, provider_id) do nothing
        returning id`,
});

/** One reply, with all that understanding it needs. */
export const replyById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    id: z.string(),
    channel,
    fromAddress: z.string(),
    addressHash: z.string(),
    body: z.string(),
    subject: z.string().nullable(),
    optOutType: z.string().nullable(),
    tokenDeliveryId: z.number().nullable(),
    trust,
    machine: machine.nullable(),
    memberId: z.string().nullable(),
    conversationId: z.string().nullable(),
    alertId: z.string().nullable(),
    state: z.enum(['new', 'answered', 'handled', 'waiting']),
    meaning: z.string().nullable(),
    receivedAt: z.number(),
  }),
  sql: `select id, channel, from_address as fromAddress, address_hash as addressHash, body, subject,
          opt_out_type as optOutType, token_delivery_id as tokenDeliveryId, trust, machine, member_id as memberId,
          conversation_id as conversationId, alert_id as alertId, state, meaning, received_at as receivedAt
        from reply where id = :id`,
});

/** The reply that a provider's id stands for, where it was stored before. */
export const replyByProviderId = statement({
  params: z.object({ channel, providerId: z.string() }),
  row: z.object({ id: z.string() }),
  sql: `select id from reply where channel = :channel and provider_id = :providerId`,
});

/** What a reply turned out to be; touches nothing where somebody was first. */
export const settleReply = statement({
  params: z.object({
    id: z.string(),
    from: z.array(z.string()),
    state: z.enum(['answered', 'handled', 'waiting']),
    meaning: z.string(),
    machine: machine.nullable(),
    memberId: z.string().nullable(),
    alertId: z.string().nullable(),
    now: z.number(),
  }),
  row: z.object({}),
  sql: `update reply set state = :state, meaning = :meaning, machine = coalesce(machine, :machine),
          member_id = coalesce(:memberId, member_id), alert_id = coalesce(:alertId, alert_id), understood_at = :now,
          conversation_id = coalesce((select id from conversation where member_id = :memberId), conversation_id)
        where id = :id and state in (select value from json_each(:from))`,
});

/** Puts the thread of a reply in front of staff: something in it was not understood by rules alone. */
export const openConversation = statement({
  params: z.object({ replyId: z.string() }),
  row: z.object({}),
  sql: `update conversation set state = 'open', unread = unread + 1, snoozed_until = null
        where id = (select conversation_id from reply where id = :replyId)`,
});

/** Active members who have an address, and whether an alert that is out went to them there before an instant. */
export const peopleAt = statement({
  params: z.object({ addressHash: z.string(), at: z.number() }),
  row: z.object({
    memberId: z.string(),
    contactPointId: z.string(),
    state: z.enum(['active', 'unconsented', 'held', 'suppressed', 'invalid']),
    asked: z.number(),
  }),
  sql: `select p.member_id as memberId, p.id as contactPointId, p.state,
          exists (select 1 from alert a
              join delivery d on d.source_kind = 'alert' and d.source_id = a.id and d.round = 0 and d.recipient_id = p.member_id
            where d.contact_point_id = p.id and ${WENT_OUT} and ${IS_OUT} and ${SENT_AT} <= :at)
          or exists (select 1 from delivery d join alert a on a.id = d.source_id
            where d.source_kind <> 'alert' and d.source_kind = 'nudge' and d.recipient_id = p.member_id
              and d.contact_point_id = p.id and ${WENT_OUT} and ${IS_OUT} and ${SENT_AT} <= :at) as asked
        from contact_point p join member m on m.id = p.member_id
        where p.address_hash = :addressHash and m.state = 'active'
        order by p.id`,
});

/** Alerts that went to a member before an instant, the latest first; on a channel where one is given. */
export const alertsSentTo = statement({
  params: z.object({ memberId: z.string(), before: z.number(), after: z.number() }),
  row: z.object({
    alertId: z.string(),
    title: z.string(),
    isOut: z.number(),
    questionId: z.string().nullable(),
    sentAt: z.number(),
    channels: z.string(),
    answered: z.number(),
  }),
  sql: `select a.id as alertId, a.title, ${IS_OUT} as isOut, q.id as questionId, max(${SENT_AT}) as sentAt,
          group_concat(distinct d.channel) as channels,
          exists (select 1 from response r
            where r.alert_id = a.id and r.question_id = q.id and r.member_id = :memberId) as answered
        from ${deliveriesTo(':memberId')} d join alert a on a.id = d.source_id
          left join question q on q.alert_id = a.id and q.no = 1
        where d.source_kind in ('alert', 'nudge') and ${WENT_OUT}
          and ${SENT_AT} <= :before and ${SENT_AT} >= :after
        group by a.id order by sentAt desc, a.id desc limit 20`,
  scans: { alert: 'one row for each alert ever made' },
});

/**
 * The later questions that a member was asked, each when and by which channel. A source ending in ".stance" asks what an
 * answer to the question left open of the officials it names: where they stand, or how well the member knows them.
 */
export const questionsAsked = statement({
  params: z.object({ memberId: z.string(), before: z.number(), after: z.number() }),
  row: z.object({
    alertId: z.string(),
    questionId: z.string(),
    no: z.number(),
    source: z.string(),
    channel: z.enum(['sms', 'email']),
    askedAt: z.number(),
  }),
  sql: `select q.alert_id as alertId, q.id as questionId, q.no, d.source_id as source, d.channel, ${SENT_AT} as askedAt
        from delivery d join question q on q.id = replace(d.source_id, '.stance', '')
        where d.recipient_id = :memberId and d.source_kind <> 'alert' and d.source_kind = 'question' and ${WENT_OUT}
          and ${SENT_AT} <= :before and ${SENT_AT} >= :after
        order by askedAt desc, d.id desc limit 40`,
});

/** The alert that one delivery carried, and to whom; and the later question that it asked. */
export const alertOfDelivery = statement({
  params: z.object({ deliveryId: z.number() }),
  row: z.object({
    memberId: z.string(),
    alertId: z.string().nullable(),
    questionId: z.string().nullable(),
    channel: z.enum(['sms', 'email']),
    contactPointId: z.string().nullable(),
    address: z.string().nullable(),
    /** The delivery's current attempt. */
    attempt: z.number(),
    /** Where the address stands; null where there is none. */
    pointState: z.string().nullable(),
    /** 1: it counted for others at the same address too. */
    carries: z.number(),
  }),
  sql: `select d.recipient_id as memberId, case when d.source_kind in ('alert', 'nudge') then d.source_id else q.alert_id end as alertId,
          q.id as questionId,
          d.channel, d.contact_point_id as contactPointId, p.address, d.attempt_no as attempt, p.state as pointState,
          exists (select 1 from delivery c where c.carried_by = d.id) as carries
        from delivery d left join contact_point p on p.id = d.contact_point_id
        left join question q on d.source_kind = 'question' and q.id = replace(d.source_id, '.stance', '')
        where d.id = :deliveryId and d.source_kind <> 'notice'`,
});

/** The member's latest reply that we answered by asking which alert it means. */
export const pendingWhich = statement({
  params: z.object({ memberId: z.string(), after: z.number() }),
  row: z.object({ id: z.string(), body: z.string(), meaning: z.string(), receivedAt: z.number() }),
  sql: `select id, body, coalesce(meaning, '') as meaning, received_at as receivedAt from reply
        where member_id = :memberId and state = 'waiting' and meaning glob 'which:*' and received_at >= :after
        order by id desc limit 1`,
});

/** Replies that were stored over a minute ago and not understood. */
export const newReplies = statement({
  params: z.object({ before: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `select id from reply where state = 'new' and received_at < :before order by received_at limit 200`,
});

/** When an address was closed: when the reply that closed it came, else when it was written down. */
export const closedSince = statement({
  params: z.object({ addressHash: z.string() }),
  row: z.object({ at: z.number() }),
  sql: `select coalesce(r.received_at, s.at) as at
        from suppression s join consent_event e on e.id = s.consent_event_id
        left join reply r on e.evidence_kind = 'reply' and r.id = e.evidence_id
        where s.address_hash = :addressHash`,
});
