import * as z from 'zod';
import { statement, type RowOf } from '../platform/statement.ts';

/** A code for a member's own address, unless there were several within the hour. */
export const insertCode = statement({
  params: z.object({
    id: z.string(),
    memberId: z.string(),
    contactPointId: z.string(),
    purpose: z.enum(['open', 'verify']),
    now: z.number(),
    expiresAt: z.number(),
    since: z.number(),
    most: z.number(),
  }),
  row: z.object({ id: z.string() }),
  sql: `insert into member_code (id, member_id, contact_point_id, purpose, sent_at, expires_at)
        select :id, :memberId, :contactPointId, :purpose, :now, :expiresAt
        where (select count(*) from member_code where member_id = :memberId and sent_at > :since) < :most
        returning id`,
});

/**
 * Counts a try of the newest code of one purpose before it is looked at, so that tries at the same time count each.
 * No row where none is open: used, run out, or tried too often.
 */
export const tryCode = statement({
  params: z.object({
    memberId: z.string(),
    purpose: z.enum(['open', 'verify']),
    contactPointId: z.string().nullable(),
    now: z.number(),
    most: z.number(),
  }),
  row: z.object({ id: z.string(), contactPointId: z.string(), deliveryId: z.number().nullable() }),
  sql: `update member_code set tries = tries + 1
        where id = (select id from member_code where member_id = :memberId and purpose = :purpose
            and (:contactPointId is null or contact_point_id = :contactPointId)
            order by sent_at desc, id desc limit 1)
          and used_at is null and expires_at > :now and tries < :most
        returning id, contact_point_id as contactPointId,
          (select d.id from delivery d where d.source_kind = 'invitation' and d.source_id = 'code-' || member_code.id
             and d.round = 0 and d.recipient_id = member_code.member_id limit 1) as deliveryId`,
});

/** A code is good for one act. */
export const useCode = statement({
  params: z.object({ id: z.string(), now: z.number() }),
  row: z.object({ id: z.string() }),
  sql: `update member_code set used_at = :now where id = :id and used_at is null returning id`,
});

/** A member's name and state and their numbers and addresses, for their own settings. */
export const ownMember = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({
    firstName: z.string(),
    lastName: z.string(),
    district: z.string().nullable(),
    state: z.enum(['active', 'left']),
    erasedAt: z.number().nullable(),
  }),
  sql: `select m.first_name as firstName, m.last_name as lastName, d.name as district, m.state, m.erased_at as erasedAt
        from member m left join district d on d.nces = m.district_nces where m.id = :memberId`,
});

/** The numbers and addresses of a member with what closes them, the primary ones first. */
export const ownPoints = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({
    id: z.string(),
    channel: z.enum(['sms', 'email']),
    address: z.string(),
    isPrimary: z.number(),
    isPublic: z.number(),
    state: z.enum(['active', 'unconsented', 'held', 'suppressed', 'invalid']),
    reason: z.string().nullable(),
    byCarrier: z.number(),
  }),
  sql: `select p.id, p.channel, p.address, p.is_primary as isPrimary, p.is_public as isPublic, p.state, coalesce(x.reason, p.state_reason) as reason,
          coalesce(x.by_carrier, 0) as byCarrier
        from contact_point p left join suppression x on x.address_hash = p.address_hash
        where p.member_id = :memberId order by p.channel desc, p.is_primary desc, p.id`,
});
export type OwnPoint = RowOf<typeof ownPoints>;
