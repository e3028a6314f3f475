import * as z from 'zod';
import { statement } from '../platform/statement.ts';
import {
  CLAIM_CONDITIONS,
  claimable,
  ownHoursOf,
  SUPPRESSION,
  UNSETTLED,
  stateOf,
  zonesOf,
  type ClaimCondition,
} from './conditions.ts';

const channel = z.enum(['sms', 'email']);
const byPlace = z.record(z.string(), z.record(z.string(), z.number()));
const clock = z.record(z.string(), z.array(z.string()));

/** The claim, or the claim without one of its conditions. */
export const claimStatement = (without?: ClaimCondition) =>
  statement({
    params: z.object({
      fromId: z.number(),
      toId: z.number(),
      channel,
      /** Segments leased (mails for the email channel): the claim takes no more than these cover. */
      leased: z.number(),
      claimId: z.string(),
      /** Hashes of the page tokens, from that of `fromId` on. */
      tokenHashes: z.array(z.string()),
      shut: byPlace,
      clock,
      now: z.number(),
    }),
    row: z.object({
      id: z.number(),
      attempt: z.number(),
      sourceKind: z.string(),
      sourceId: z.string(),
      recipientId: z.string(),
      urgent: z.number(),
      deadlineAt: z.number().nullable(),
      segments: z.number().nullable(),
      address: z.string().nullable(),
      state: z.string().nullable(),
      zones: z.string(),
      own: z.string(),
      merge: z.string().nullable(),
      subject: z.string().nullable(),
      answersMail: z.string().nullable(),
      words: z.string().nullable(),
      fromName: z.string().nullable(),
    }),
    sql: `with ready as (
          select d.id, sum(case d.channel when 'sms' then coalesce(d.segments, 1) else 1 end) over (order by d.id) as total
          from delivery d
          where d.id between :fromId and :toId and d.channel = :channel
          and ${claimable(without)}
        )
        update delivery set state = 'submitting', claim_id = :claimId, claimed_at = :now, attempt_no = attempt_no + 1,
          provider_rank = iif(state = 'waiting', -1, provider_rank), token_hash = :tokenHashes ->> cast(delivery.id - :fromId as integer)
        where id in (select id from ready where total <= :leased)
        returning id, attempt_no as attempt, source_kind as sourceKind, source_id as sourceId,
          recipient_id as recipientId, urgent,
          deadline_at as deadlineAt, segments,
          coalesce(
            (select p.address from contact_point p where p.id = delivery.contact_point_id),
            case source_kind
              when 'notice' then iif(channel = 'sms', (select t.phone from staff_phone t where t.staff_id = delivery.recipient_id),
                (select s.email from staff s where s.id = delivery.recipient_id))
              when 'invitation' then (select u.address from stranger u where u.id = delivery.recipient_id) end) as address,
          ${stateOf('delivery.recipient_id')} as state,
          ${zonesOf('delivery.recipient_id', 'delivery.contact_point_id')} as zones,
          ${ownHoursOf('delivery')} as own,
          (select json_object('first_name', m.first_name, 'last_name', m.last_name, 'title', m.title,
              'district', di.name, 'region', g.name)
            from member m left join district di on di.nces = m.district_nces left join region g on g.id = m.region_id
            where m.id = delivery.recipient_id) as merge,
          (select w.email_subject from wording w where w.id = delivery.wording_id and delivery.channel = 'email') as subject,
          (select w.answers_mail from wording w where w.id = delivery.wording_id and delivery.channel = 'email') as answersMail,
          (select case delivery.channel when 'sms' then w.sms_text else w.email_text end
            from wording w where w.id = delivery.wording_id) as words,
          (select n.value ->> '$' from network_setting n where n.key = 'mailFromName') as fromName`,
  });

/**
 * Takes what may go out of a range, as far as the lease covers it, with all that its messages need. Nobody
 * else takes the same; updated_at stays, since it dates the plan. What had waited is of rank -1 until the first word
 * about it, since the tally still counts it as waiting.
 */
export const claimPage = claimStatement();

/** What a range holds that is due: by channel, how many segments in all, and whether somebody waits for it. */
export const pageNeeds = statement({
  params: z.object({ fromId: z.number(), toId: z.number(), now: z.number() }),
  row: z.object({ channel, segments: z.number(), urgent: z.number() }),
  sql: `select channel, sum(case channel when 'sms' then coalesce(segments, 1) else 1 end) as segments, max(urgent) as urgent
        from delivery
        where id between :fromId and :toId and state in ('planned', 'waiting') and carried_by is null and due_at <= :now
        group by channel`,
});

/** What is due and should have been sent a minute ago: the queue lost it, or its time has come. */
export const overduePages = statement({
  params: z.object({ now: z.number(), before: z.number(), limit: z.number() }),
  row: z.object({ id: z.number(), channel, segments: z.number(), urgent: z.number() }),
  sql: `select id, channel, case channel when 'sms' then coalesce(segments, 1) else 1 end as segments, urgent
        from delivery indexed by delivery_open
        where state in ('planned', 'waiting') and due_at <= :now and updated_at <= :before and carried_by is null
        order by id limit :limit`,
});

/** What is planned and will never go: past its deadline, its alert ended, its address closed. With the reason. */
export const blockedDeliveries = statement({
  params: z.object({ now: z.number(), limit: z.number() }),
  row: z.object({
    id: z.number(),
    attempt: z.number(),
    state: z.enum(['expired', 'cancelled', 'on-hold', 'skipped']),
    reason: z.string(),
  }),
  sql: `with judged as (
          select d.id, d.attempt_no as attempt,
            case when not ${CLAIM_CONDITIONS.deadline} then 'deadline' end as late,
            case when d.source_kind in ('alert', 'nudge') then
              (select a.state from alert a where a.id = d.source_id and a.state in ('cancelled', 'closed')) end as ended,
            coalesce((select x.reason ${SUPPRESSION}),
              case when not ${CLAIM_CONDITIONS.contactPointIsOpen} then coalesce(
                (select case p.state when 'unconsented' then 'no_consent' else coalesce(p.state_reason, p.state) end
                  from contact_point p where p.id = d.contact_point_id), 'no_address') end) as closed
          from delivery d indexed by delivery_open
          where d.state in ('planned', 'waiting') and d.due_at <= :now
        )
        select id, attempt,
          case when late is not null then 'expired' when ended is not null then 'cancelled'
            when closed = 'held' then 'on-hold' else 'skipped' end as state,
          coalesce(late, ended, closed) as reason
        from judged where coalesce(late, ended, closed) is not null
        order by id limit :limit`,
});

/** Texts that are due where the window has closed, or outside a reader's own hours, with the place. */
export const outsideWindow = statement({
  params: z.object({ now: z.number(), shut: byPlace, clock, limit: z.number() }),
  row: z.object({
    id: z.number(),
    attempt: z.number(),
    state: z.string().nullable(),
    zones: z.string(),
    own: z.string(),
  }),
  sql: `select d.id, d.attempt_no as attempt, ${stateOf('d.recipient_id')} as state,
          ${zonesOf('d.recipient_id', 'd.contact_point_id')} as zones, ${ownHoursOf('d')} as own
        from delivery d indexed by delivery_open
        where d.state in ('planned', 'waiting') and d.due_at <= :now
          and not (${CLAIM_CONDITIONS.inWindow} and ${CLAIM_CONDITIONS.inOwnHours})
        order by d.id limit :limit`,
});

/**
 * Claims whose consumer has not come back: the process died, or lost the database. Those of alerts are found
 * through their tally, in which they still count as planned.
 */
export const staleClaims = statement({
  params: z.object({ before: z.number(), limit: z.number() }),
  row: z.object({ id: z.number(), attempt: z.number(), claimId: z.string(), channel }),
  sql: `select id, attempt_no as attempt, coalesce(claim_id, '') as claimId, channel
        from delivery indexed by delivery_unsettled
        where ${UNSETTLED} and state = 'submitting' and claimed_at <= :before
        union all
        select d.id, d.attempt_no, coalesce(d.claim_id, ''), d.channel
        from alert a join rollup r on r.source_kind in ('alert', 'nudge') and r.source_id = a.id
            and r.state = 'planned' and r.count > 0
          join delivery d on d.source_kind = r.source_kind and d.source_id = r.source_id and d.channel = r.channel
        where a.state not in ('draft', 'proposed', 'approved', 'scheduled', 'discarded')
          and d.state = 'submitting' and d.claimed_at <= :before
        limit :limit`,
  scans: { alert: 'one row for each alert ever made' },
});
