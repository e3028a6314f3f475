import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** The threads of some members. */
export const threadsOfMembers = statement({
  params: z.object({ memberIds: z.array(z.string()) }),
  row: z.object({ id: z.string(), memberId: z.string().nullable(), lastAt: z.number() }),
  sql: `select c.id, c.member_id as memberId, c.last_at as lastAt from conversation c
        where c.member_id in (select value from json_each(:memberIds))`,
});

/** The thread of an address that belongs to nobody. */
export const threadOfAddress = statement({
  params: z.object({ addressHash: z.string() }),
  row: z.object({ id: z.string(), fromAddress: z.string().nullable(), lastAt: z.number() }),
  sql: `select c.id, (select r.from_address from reply r where r.conversation_id = c.id order by r.id desc limit 1) as fromAddress,
          c.last_at as lastAt
        from conversation c where c.address_hash = :addressHash`,
});

/** Replies since an instant whose words or subject hold some words, newest first. */
export const repliesSaying = statement({
  params: z.object({
    pattern: z.string(),
    /** Ids begin with their time: later ones are greater. */
    fromId: z.string(),
    regionId: z.string().nullable(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.string(),
    conversationId: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    district: z.string().nullable(),
    fromAddress: z.string(),
    channel: z.enum(['sms', 'email', 'web']),
    subject: z.string().nullable(),
    body: z.string(),
    at: z.number(),
  }),
  sql: `select r.id, r.conversation_id as conversationId, m.first_name as firstName, m.last_name as lastName,
          di.name as district, r.from_address as fromAddress, r.channel, r.subject, r.body, r.received_at as at
        from reply r left join member m on m.id = r.member_id left join district di on di.nces = m.district_nces
        where r.id >= :fromId and (r.body like :pattern escape '!' or r.subject like :pattern escape '!')
          and r.conversation_id is not null and (:regionId is null or m.region_id = :regionId)
        order by r.id desc limit :limit`,
});
