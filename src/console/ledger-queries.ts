import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** What the consent ledger says of a member, the newest first, with the words agreed to and what proves each line. */
export const ledgerWithProof = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({
    id: z.string(),
    at: z.number(),
    onDate: z.string(),
    channel: z.enum(['sms', 'email']),
    kind: z.enum(['granted', 'revoked', 'held', 'released', 'invalidated']),
    address: z.string().nullable(),
    organization: z.string().nullable(),
    source: z.string(),
    textVersion: z.string().nullable(),
    textBody: z.string().nullable(),
    evidenceKind: z.string().nullable(),
    evidenceId: z.string().nullable(),
    conversationId: z.string().nullable(),
    fileName: z.string().nullable(),
    alertId: z.string().nullable(),
    actorKind: z.string(),
    actorName: z.string().nullable(),
  }),
  sql: `select e.id, e.at, e.on_date as onDate, e.channel, e.kind,
          (select p.address from contact_point p where p.address_hash = e.address_hash limit 1) as address,
          o.name as organization, e.source, e.text_version as textVersion, t.body as textBody,
          e.evidence_kind as evidenceKind, e.evidence_id as evidenceId,
          (select r.conversation_id from reply r where e.evidence_kind = 'reply' and r.id = e.evidence_id) as conversationId,
          (select i.file_name from import i where e.evidence_kind = 'import' and i.id = e.evidence_id) as fileName,
          (select d.source_id from delivery d where e.evidence_kind = 'delivery' and d.id = cast(e.evidence_id as integer)
            and d.source_kind in ('alert', 'nudge')) as alertId,
          e.actor_kind as actorKind, s.name as actorName
        from consent_event e
        left join consent_text t on t.version = e.text_version
        left join organization o on o.id = e.organization_id
        left join staff s on e.actor_kind = 'staff' and s.id = e.actor_id
        where e.member_id = :memberId order by e.id desc`,
});

/** What is closed now of all that a member has or had, with the number or address where they still have it. */
export const closedFor = statement({
  params: z.object({ memberId: z.string() }),
  row: z.object({
    channel: z.enum(['sms', 'email']),
    reason: z.string(),
    byCarrier: z.number(),
    at: z.number(),
    address: z.string().nullable(),
  }),
  sql: `with theirs(hash) as (
          select address_hash from consent_event where member_id = :memberId
          union select address_hash from contact_point where member_id = :memberId
        )
        select x.channel, x.reason, x.by_carrier as byCarrier, x.at,
          (select p.address from contact_point p where p.address_hash = x.address_hash limit 1) as address
        from theirs h join suppression x on x.address_hash = h.hash order by x.at desc`,
});
