import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const WENT_OUT = `d.state in ('submitting', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'unknown', 'unconfirmed')`;
const IS_OUT = `a.state in ('sending', 'paused', 'halted', 'open')`;
/** Our own "1 right 2 fix" among the questions of a member. */
const OURS = `d.source_id like 'contact-%'`;

/**
 * Where the member of a reply may be asked whether a draft is right: by the door that they wrote through, while the
 * alert is out, where nothing else was asked since. No row: they are not asked.
 */
export const whereToAsk = statement({
  params: z.object({ replyId: z.string() }),
  row: z.object({ contactPointId: z.string(), channel: z.enum(['sms', 'email']) }),
  sql: `select p.id as contactPointId, p.channel
          from reply r join alert a on a.id = r.alert_id and ${IS_OUT}
          join member m on m.id = r.member_id and m.state = 'active'
          join contact_point p on p.member_id = m.id and p.state = 'active'
            and case when r.channel = 'web'
              then p.id = (select d.contact_point_id from delivery d where d.id = r.token_delivery_id)
              else p.channel = r.channel and p.address_hash = r.address_hash end
         where r.id = :replyId
           and not exists (select 1 from delivery d
             where d.recipient_id = r.member_id and d.source_kind = 'question' and d.due_at >= r.received_at and not ${OURS})
         order by p.id limit 1`,
});

/** Notes on the drafts of a reply that their member is asked about them. */
export const noteAsked = statement({
  params: z.object({ replyId: z.string(), at: z.number(), asks: z.number() }),
  row: z.object({}),
  sql: `update contact_report set asked_at = :at, asks = asks + 1 where reply_id = :replyId and state = 'draft' and asks = :asks`,
});

/** The drafts that a member was asked about last, where that was the last thing that they were asked. */
export const askedAbout = statement({
  params: z.object({ memberId: z.string(), after: z.number(), at: z.number() }),
  row: z.object({
    reportId: z.string(),
    replyId: z.string().nullable(),
    alertId: z.string().nullable(),
    officialId: z.string().nullable(),
    asks: z.number(),
  }),
  sql: `select r.id as reportId, r.reply_id as replyId, r.alert_id as alertId, r.official_id as officialId, r.asks
          from contact_report r
         where r.member_id = :memberId and r.state = 'draft' and r.reply_id is not null
           and r.asked_at = (select max(l.asked_at) from contact_report l
             where l.member_id = :memberId and l.state = 'draft' and l.asked_at > :after and l.asked_at <= :at)
           and not exists (select 1 from delivery d
             where d.recipient_id = r.member_id and d.source_kind in ('alert', 'nudge', 'question') and not ${OURS}
               and ${WENT_OUT} and coalesce(d.claimed_at, d.due_at) > r.asked_at and coalesce(d.claimed_at, d.due_at) <= :at)
         order by r.reply_no`,
});

/** The drafts of a reply, with what a message about them needs. */
export const draftsOfReply = statement({
  params: z.object({ replyId: z.string() }),
  row: z.object({
    id: z.string(),
    memberId: z.string().nullable(),
    alertId: z.string().nullable(),
    officialId: z.string().nullable(),
    family: z.string().nullable(),
    title: z.string().nullable(),
    billNumber: z.string().nullable(),
    stance: z.string().nullable(),
    asks: z.number(),
  }),
  sql: `select r.id, r.member_id as memberId, r.alert_id as alertId, r.official_id as officialId, o.family,
               (select c.official_title from tenure t join seat s on s.id = t.seat_id join chamber c on c.id = s.chamber_id
                 where t.official_id = r.official_id and t.to_on is null limit 1) as title,
               b.number as billNumber, r.stance, r.asks
          from contact_report r left join official o on o.id = r.official_id left join bill b on b.id = r.bill_id
         where r.reply_id = :replyId and r.state = 'draft' and r.member_id is not null
         order by r.reply_no`,
});

/** A draft as its member mended it by words. */
export const mendDraft = statement({
  params: z.object({
    id: z.string(),
    officialId: z.string().nullable(),
    stance: z.string().nullable(),
    confidence: z.string(),
  }),
  row: z.object({}),
  sql: `update contact_report set official_id = :officialId, stance = :stance, confidence = :confidence
         where id = :id and state = 'draft'`,
});

/** The delivery of an alert to a member whose page is still there. */
export const pageOfMember = statement({
  params: z.object({ alertId: z.string(), memberId: z.string() }),
  row: z.object({ deliveryId: z.number(), tokenHash: z.string().nullable() }),
  sql: `select d.id as deliveryId, d.token_hash as tokenHash from delivery d
         where d.source_kind = 'alert' and d.source_id = :alertId and d.recipient_id = :memberId and d.token_hash is not null
         order by d.id desc limit 1`,
});

/** The drafts that wait of some replies, as the thread shows them beside the words. */
export const draftsOfReplies = statement({
  params: z.object({ replyIds: z.array(z.string()) }),
  row: z.object({
    id: z.string(),
    replyId: z.string().nullable(),
    officialId: z.string().nullable(),
    officialName: z.string().nullable(),
    billId: z.string().nullable(),
    billNumber: z.string().nullable(),
    method: z.string().nullable(),
    stance: z.string().nullable(),
    onDate: z.string(),
    confidence: z.string().nullable(),
  }),
  sql: `select r.id, r.reply_id as replyId, r.official_id as officialId, o.name as officialName, r.bill_id as billId,
               b.number as billNumber, r.method, r.stance, r.on_date as onDate, r.confidence
          from json_each(:replyIds) j join contact_report r on r.reply_id = j.value and r.state = 'draft'
          left join official o on o.id = r.official_id left join bill b on b.id = r.bill_id
         order by r.reply_id, r.reply_no`,
});
