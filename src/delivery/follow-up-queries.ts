import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const since = { since: z.number() };
const codes = { codes: z.array(z.string()) };

/** What failed of late `d`; each statement says itself what more it asks. */
const FAILED = `d.state in ('undelivered', 'failed', 'unconfirmed') and d.updated_at >= :since`;
const SAYS = `d.error_code in (select value from json_each(:codes))`;
/** Texts that were sent to many, and an alert `a` that they belong to. */
const OF_AN_ALERT = `d.source_kind in ('alert', 'nudge') and d.channel = 'sms'`;
/** When a person let the alert `a` go on the last time; what failed before that was seen by them. */
const SEEN_AT = `coalesce((select max(j.at) from journal j
            where j.subject_kind = 'alert' and j.subject_id = a.id and j.action = 'alert.resume'), 0)`;

/** Texts that the carrier lost and that may be tried again by themselves: their alert lives, and twice is not reached. */
export const lostTexts = statement({
  params: z.object({ ...since, ...codes, dueAt: z.number(), limit: z.number() }),
  row: z.object({ id: z.number(), attempt: z.number() }),
  sql: `select d.id, d.attempt_no as attempt
        from delivery d indexed by delivery_failed join alert a on a.id = d.source_id and a.state in ('sending', 'open')
        where ${FAILED} and d.state <> 'unconfirmed' and ${SAYS} and ${OF_AN_ALERT} and d.carried_by is null
          and d.provider_id is not null and (d.deadline_at is null or d.deadline_at > :dueAt)
          and (select count(*) from attempt t where t.delivery_id = d.id and t.ordered_by is null) < 2
        order by d.id limit :limit`,
});

/** Texts in whose place a mail goes: the member has an open address, and no mail of that source and round. */
const INSTEAD = `from delivery d indexed by delivery_failed
          join alert a on a.id = d.source_id and a.state in ('sending', 'open', 'paused', 'halted')
          join contact_point p on p.member_id = d.recipient_id and p.channel = 'email' and p.is_primary = 1 and p.state = 'active'
          join wording w on w.id = d.wording_id
        where ${FAILED} and ${OF_AN_ALERT}
          and (d.state = 'unconfirmed' or ${SAYS}) and (d.deadline_at is null or d.deadline_at > :now)
          and not exists (select 1 from delivery e where e.source_kind = d.source_kind and e.source_id = d.source_id
            and e.round = d.round and e.recipient_id = d.recipient_id and e.channel = 'email')`;
const instead = { ...since, ...codes, now: z.number() };

/** Words for those mails where their source has none for email: the text's own, under the alert's title and with a mail's ending. */
export const wordsInstead = statement({
  params: z.object({ ...instead, ending: z.string() }),
  row: z.object({}),
  sql: `insert into wording (id, email_subject, email_text, created_at)
        select w.id || '-mail', max(a.title),
          replace(replace(w.sms_text, 'Reply STOP to end', :ending), 'STOP to end', :ending), :now
        ${INSTEAD} and coalesce(w.email_text, '') = ''
        group by w.id
        on conflict do nothing`,
});

/** The tally of those mails. Runs before `mailsInstead`, in its batch. */
export const tallyInstead = statement({
  params: z.object(instead),
  row: z.object({}),
  sql: `insert into rollup (source_kind, source_id, channel, state, count)
        select d.source_kind, d.source_id, 'email', 'planned', count(*)
        ${INSTEAD}
        group by d.source_kind, d.source_id
        on conflict (source_kind, source_id, channel, state) do update set count = count + excluded.count`,
});

/** The mails, each with the text in whose place it goes. */
export const mailsInstead = statement({
  params: z.object(instead),
  row: z.object({ id: z.number() }),
  sql: `insert into delivery (source_kind, source_id, round, recipient_id, channel, contact_point_id, wording_id, state,
          due_at, deadline_at, talking_points_version_id, instead_of, updated_at)
        select d.source_kind, d.source_id, d.round, d.recipient_id, 'email', p.id,
          iif(coalesce(w.email_text, '') = '', w.id || '-mail', w.id), 'planned',
          :now, d.deadline_at, d.talking_points_version_id, d.id, :now
        ${INSTEAD}
        order by d.id
        on conflict do nothing
        returning id`,
});

/** Numbers that the carrier says cannot be texted and that are still open, each with the text that showed it. */
export const badNumbers = statement({
  params: z.object({ ...since, ...codes, limit: z.number() }),
  row: z.object({
    contactPointId: z.string(),
    memberId: z.string(),
    deliveryId: z.number(),
    code: z.string(),
  }),
  sql: `select other.id as contactPointId, other.member_id as memberId, max(d.id) as deliveryId,
          coalesce(d.error_code, '') as code
        from delivery d indexed by delivery_failed join contact_point p on p.id = d.contact_point_id
          join contact_point other on other.address_hash = p.address_hash
        where ${FAILED} and d.state <> 'unconfirmed' and d.channel = 'sms' and ${SAYS}
          and other.state = 'active' and other.updated_at <= d.updated_at
        group by other.id
        order by other.id limit :limit`,
});

/** Numbers closed because the carrier says that they cannot be texted. */
export const closeNumbers = statement({
  params: z.object({
    numbers: z.array(z.object({ contactPointId: z.string(), code: z.string() })),
    now: z.number(),
  }),
  row: z.object({}),
  sql: `update contact_point set state = 'invalid', state_reason = j.value ->> 'code', updated_at = :now
        from json_each(:numbers) j
        where contact_point.id = j.value ->> 'contactPointId' and contact_point.state = 'active'`,
});

/** Numbers that could not be reached on several alerts, and are not marked yet. */
export const suspectNumbers = statement({
  params: z.object({
    ...since,
    channel: z.enum(['sms', 'email']),
    code: z.string(),
    most: z.number(),
    limit: z.number(),
  }),
  row: z.object({ contactPointId: z.string(), memberId: z.string(), deliveryId: z.number() }),
  sql: `select p.id as contactPointId, p.member_id as memberId, max(d.id) as deliveryId
        from delivery d indexed by delivery_failed join contact_point p on p.id = d.contact_point_id
        where ${FAILED} and d.channel = :channel and d.error_code = :code and p.state = 'active' and p.state_reason is null
          and (select count(distinct o.source_id) from delivery o where o.recipient_id = d.recipient_id
            and o.contact_point_id = p.id and o.source_kind = 'alert' and o.error_code = :code
            and o.state in ('undelivered', 'failed')) >= :most
        group by p.id
        order by p.id limit :limit`,
});

/** Numbers marked as ones that may have gone: they still get texts. */
export const markSuspect = statement({
  params: z.object({ ids: z.array(z.string()), now: z.number() }),
  row: z.object({}),
  sql: `update contact_point set state_reason = 'suspect', updated_at = :now
        where id in (select value from json_each(:ids)) and state = 'active' and state_reason is null`,
});

/** Texts that the carrier stopped because their reader had opted out there, which nobody has taken in yet. */
export const lateOptOuts = statement({
  params: z.object({ ...since, ...codes, limit: z.number() }),
  row: z.object({ id: z.number(), address: z.string() }),
  sql: `select d.id, p.address
        from delivery d indexed by delivery_failed join contact_point p on p.id = d.contact_point_id
        where ${FAILED} and d.state <> 'unconfirmed' and d.channel = 'sms' and ${SAYS}
          and not exists (select 1 from consent_event c where c.address_hash = p.address_hash
            and c.evidence_kind = 'delivery' and c.evidence_id = cast(d.id as text))
        order by d.id limit :limit`,
});

/** Alerts being sent of which texts failed since a person last looked, because our account is not right. */
export const misconfigured = statement({
  params: z.object({ ...since, ...codes }),
  row: z.object({ alertId: z.string(), code: z.string() }),
  sql: `select a.id as alertId, coalesce(max(d.error_code), '') as code
        from delivery d indexed by delivery_failed join alert a on a.id = d.source_id and a.state in ('sending', 'open')
        where ${FAILED} and d.state <> 'unconfirmed' and ${SAYS} and ${OF_AN_ALERT} and d.updated_at > ${SEEN_AT}
        group by a.id order by a.id`,
});

/**
 * Alerts being sent of which texts were filtered of late: how many of how many since a person last looked. The
 * second number is read from the tally until somebody has let the alert go on, and counted after that.
 */
export const filteredAlerts = statement({
  params: z.object({ ...since, ...codes }),
  row: z.object({ alertId: z.string(), filtered: z.number(), out: z.number() }),
  sql: `with touched as (
          select distinct a.id, ${SEEN_AT} as seen_at, coalesce(a.launched_at, 0) as launched_at
          from delivery d indexed by delivery_failed join alert a on a.id = d.source_id and a.state in ('sending', 'open')
          where ${FAILED} and ${SAYS} and ${OF_AN_ALERT}
        )
        select t.id as alertId,
          (select count(*) from delivery d indexed by delivery_failed
            where d.state in ('undelivered', 'failed', 'unconfirmed') and d.updated_at >= t.launched_at
              and d.updated_at > t.seen_at
              and d.source_id = t.id and d.carried_by is null and ${OF_AN_ALERT} and ${SAYS}) as filtered,
          iif(t.seen_at = 0,
            (select coalesce(sum(r.count), 0) from rollup r where r.source_kind in ('alert', 'nudge') and r.source_id = t.id
              and r.channel = 'sms' and r.state in ('accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown', 'unconfirmed')),
            (select count(*) from delivery d where d.source_id = t.id and ${OF_AN_ALERT} and d.updated_at > t.seen_at
              and d.state in ('accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown', 'unconfirmed'))) as out
        from touched t order by t.id`,
});

/** Whether the carrier said of late that a sender's day is used up, and with which code. */
export const usedUp = statement({
  params: z.object({ ...since, ...codes }),
  row: z.object({ code: z.string() }),
  sql: `select coalesce(d.error_code, '') as code from delivery d indexed by delivery_failed
        where ${FAILED} and d.channel = 'sms' and ${SAYS} limit 1`,
});
