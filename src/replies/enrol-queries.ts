import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/**
 * Members who may be asked by mail for their consent to texts: an email address that is open, a number without
 * consent, and no such mail since an instant. `asked` marks those who had one.
 */
export const membersToInvite = statement({
  params: z.object({
    memberIds: z.array(z.string()).nullable(),
    since: z.number(),
    after: z.string(),
    limit: z.number(),
  }),
  row: z.object({
    memberId: z.string(),
    emailId: z.string(),
    numberId: z.string(),
    phone: z.string(),
    asked: z.number(),
  }),
  sql: `select m.id as memberId, e.id as emailId, n.id as numberId, n.address as phone,
          exists (select 1 from delivery d
            where d.source_kind <> 'alert' and d.source_kind = 'invitation' and d.recipient_id = m.id and d.updated_at > :since) as asked
        from member m
        join contact_point e on e.member_id = m.id and e.channel = 'email' and e.is_primary = 1 and e.state = 'active'
        join contact_point n on n.member_id = m.id and n.channel = 'sms' and n.is_primary = 1 and n.state = 'unconsented'
        where m.state = 'active' and m.id > :after
          and (:memberIds is null or m.id in (select value from json_each(:memberIds)))
        order by m.id limit :limit`,
  scans: { member: 'asked by hand, a few times in the life of a network' },
});

/** One number or address, whose it is, and how it may be used. */
export const contactPointById = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    id: z.string(),
    memberId: z.string(),
    channel: z.enum(['sms', 'email']),
    address: z.string(),
    state: z.enum(['active', 'unconsented', 'held', 'suppressed', 'invalid']),
    memberState: z.string(),
  }),
  sql: `select p.id, p.member_id as memberId, p.channel, p.address, p.state, m.state as memberState
        from contact_point p join member m on m.id = p.member_id where p.id = :id`,
});

/** The number that we text from: the sender's own where it is written down, else the one last texted to; null until then. */
export const senderNumber = statement({
  params: z.object({ id: z.string() }),
  row: z.object({ address: z.string().nullable() }),
  sql: `select case when s.address like '+%' then s.address else
          (select r.to_address from (select channel, to_address from reply order by id desc limit 500) r
             where r.channel = 'sms' limit 1) end as address
        from sender s where s.id = :id and s.channel = 'sms'`,
  scans: { reply: 'the latest 500 by key' },
});

/** The numbers and addresses of a member, each with whether something may be sent there. */
export const pointsOfMember = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({
    contactPointId: z.string(),
    channel: z.enum(['sms', 'email']),
    address: z.string(),
    state: z.enum(['active', 'unconsented', 'held', 'suppressed', 'invalid']),
    reason: z.string().nullable(),
  }),
  sql: `select p.id as contactPointId, p.channel, p.address, p.state, p.state_reason as reason
        from contact_point p join member m on m.id = p.member_id
        where p.member_id = :memberId and m.state = 'active' order by p.is_primary desc, p.id`,
});

/** A number of an active member, why it is closed, and whether the carrier did that; no reason where it is open. */
export const closedPoint = statement({
  params: z.object({ id: z.string() }),
  row: z.object({
    id: z.string(),
    memberId: z.string(),
    address: z.string(),
    reason: z.string().nullable(),
    byCarrier: z.number().nullable(),
  }),
  sql: `select p.id, p.member_id as memberId, p.address, x.reason, x.by_carrier as byCarrier
        from contact_point p join member m on m.id = p.member_id
        left join suppression x on x.address_hash = p.address_hash
        where p.id = :id and p.channel = 'sms' and m.state = 'active'`,
});
