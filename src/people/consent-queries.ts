import * as z from 'zod';
import { statement } from '../platform/statement.ts';

export const channelShape = z.enum(['sms', 'email']);

/** The contact points, of whichever members, that have an address; members who left included. */
export const pointsAt = statement({
  params: z.object({ channel: channelShape, address: z.string() }),
  row: z.object({ memberId: z.string(), contactPointId: z.string() }),
  sql: `select member_id as memberId, id as contactPointId from contact_point
        where channel = :channel and address = :address order by id`,
});

const ledgerLine = z.object({
  id: z.string(),
  onDate: z.string(),
  memberId: z.string().nullable(),
  contactPointId: z.string().nullable(),
  channel: channelShape,
  addressHash: z.string(),
  organizationId: z.string().nullable(),
  kind: z.enum(['granted', 'revoked', 'held', 'released', 'invalidated']),
  textVersion: z.string().nullable(),
  source: z.string(),
});
export type LedgerLine = z.infer<typeof ledgerLine>;

/** Lines into the consent ledger, except those that the same evidence has already written. */
export const insertLedgerLines = statement({
  params: z.object({
    lines: z.array(ledgerLine),
    at: z.number(),
    evidenceKind: z.string(),
    evidenceId: z.string(),
    actorKind: z.string(),
    actorId: z.string(),
  }),
  row: z.object({}),
  sql: `insert into consent_event (id, at, on_date, member_id, contact_point_id, channel, address_hash,
          organization_id, kind, text_version, source, evidence_kind, evidence_id, actor_kind, actor_id)
        select l.value ->> 'id', :at, l.value ->> 'onDate', l.value ->> 'memberId', l.value ->> 'contactPointId',
          l.value ->> 'channel', l.value ->> 'addressHash', l.value ->> 'organizationId', l.value ->> 'kind',
          l.value ->> 'textVersion', l.value ->> 'source', :evidenceKind, :evidenceId, :actorKind, :actorId
        from json_each(:lines) l
        where not exists (
          select 1 from consent_event seen
          where seen.address_hash = l.value ->> 'addressHash' and seen.kind = l.value ->> 'kind'
            and seen.evidence_kind = :evidenceKind and seen.evidence_id = :evidenceId
            and seen.member_id is l.value ->> 'memberId')`,
});

/**
 * The suppression that a ledger line stands for; nothing where the line was not written (a repeated webhook).
 * A hold never weakens what is there; a member's own word takes the place of a hold or a bounce.
 */
export const upsertSuppression = statement({
  params: z.object({
    lineId: z.string(),
    reason: z.enum(['stopped', 'unsubscribed', 'complained', 'bounced', 'wrong_number', 'staff', 'held']),
    byCarrier: z.boolean(),
  }),
  row: z.object({}),
  sql: `insert into suppression (address_hash, channel, reason, by_carrier, consent_event_id, at)
        select address_hash, channel, :reason, :byCarrier, id, at from consent_event where id = :lineId
        on conflict (address_hash) do update set
          reason = case when suppression.reason in ('held', 'bounced', 'wrong_number')
            then excluded.reason else suppression.reason end,
          by_carrier = max(suppression.by_carrier, excluded.by_carrier),
          consent_event_id = excluded.consent_event_id, at = excluded.at
        where excluded.reason <> 'held' and (excluded.by_carrier > suppression.by_carrier
          or suppression.reason in ('held', 'bounced', 'wrong_number'))`,
});

/** Every contact point with a suppressed address takes the state that its suppression asks for. */
export const closePoints = statement({
  params: z.object({ hashes: z.array(z.string()), now: z.number() }),
  row: z.object({ contactPointId: z.string() }),
  sql: `update contact_point set
          state = case s.reason when 'held' then 'held' when 'bounced' then 'invalid'
            when 'wrong_number' then 'invalid' else 'suppressed' end,
          state_reason = s.reason, updated_at = :now
        from suppression s
        where contact_point.address_hash in (select value from json_each(:hashes))
          and s.address_hash = contact_point.address_hash
          and contact_point.state_reason is not s.reason
        returning contact_point.id as contactPointId`,
});

/** Takes away a suppression, when the ledger line was written and its kind of act may lift this one. */
export const deleteSuppression = statement({
  params: z.object({
    addressHash: z.string(),
    lineId: z.string(),
    how: z.enum(['start', 'member', 'staff']),
  }),
  row: z.object({ addressHash: z.string() }),
  sql: `delete from suppression
        where address_hash = :addressHash
          and exists (select 1 from consent_event where id = :lineId)
          and case :how
            when 'start' then reason <> 'wrong_number'
            when 'member' then by_carrier = 0 and reason <> 'wrong_number'
            else reason = 'held' end
        returning address_hash as addressHash`,
});

/**
 * Contact points whose address is no longer suppressed open again: email at once, a number only where the
 * ledger's last word about it is a grant.
 */
export const reopenPoints = statement({
  params: z.object({ addressHash: z.string(), now: z.number() }),
  row: z.object({ contactPointId: z.string() }),
  sql: `update contact_point set
          state = case when channel = 'email' or 'granted' = (
              select kind from consent_event
              where address_hash = :addressHash and kind in ('granted', 'revoked', 'invalidated')
              order by id desc limit 1)
            then 'active' else 'unconsented' end,
          state_reason = null, updated_at = :now
        where address_hash = :addressHash and state <> 'active'
          and not exists (select 1 from suppression where address_hash = :addressHash)
        returning id as contactPointId`,
});

/** Whether an address is suppressed, why, and whether the carrier did it. */
export const suppressionOf = statement({
  params: z.object({ addressHash: z.string() }),
  row: z.object({ reason: z.string(), byCarrier: z.number(), at: z.number() }),
  sql: `select reason, by_carrier as byCarrier, at from suppression where address_hash = :addressHash`,
});

/** The wording of consent that staff wrote and that is in force on a day; built-in ones are only kept as evidence. */
export const consentTextOn = statement({
  params: z.object({ day: z.string() }),
  row: z.object({ version: z.string(), body: z.string() }),
  sql: `select version, body from consent_text where from_on <= :day and version not glob 'built-in-*'
        order by from_on desc, version desc limit 1`,
  scans: { consent_text: 'a handful of rows, one for each wording ever used' },
});

/** Keeps a wording of consent; a version once kept is never changed. */
export const insertConsentText = statement({
  params: z.object({ version: z.string(), body: z.string(), fromOn: z.string() }),
  row: z.object({ version: z.string() }),
  sql: `insert into consent_text (version, body, from_on) values (:version, :body, :fromOn)
        on conflict (version) do nothing returning version`,
});
