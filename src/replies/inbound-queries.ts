import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** The numbers people text to: the sender's own where it is written down, and those lately texted. */
export const ourNumbers = statement({
  params: z.object({}),
  row: z.object({ number: z.string() }),
  sql: `select address as number from sender where channel = 'sms' and address like '+%'
        union
        select to_address from (select to_address from reply where +channel = 'sms' order by id desc limit 500)
        where to_address like '+%'`,
  scans: { sender: 'a handful of rows', reply: 'the latest 500 by key' },
});

/** Which of these texts of the provider are not stored. */
export const unknownTexts = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({ id: z.string() }),
  sql: `select cast(j.value as text) as id from json_each(:ids) j
        where not exists (select 1 from reply r where r.channel = 'sms' and r.provider_id = j.value)`,
});

/** Up to when a sweep has read. */
export const watermarkOf = statement({
  params: z.object({ name: z.string() }),
  row: z.object({ at: z.number() }),
  sql: `select at from watermark where name = :name`,
});

/** Moves the mark of a sweep, never back. */
export const moveWatermark = statement({
  params: z.object({ name: z.string(), at: z.number() }),
  row: z.object({}),
  sql: `insert into watermark (name, at) values (:name, :at)
        on conflict (name) do update set at = max(at, excluded.at)`,
});

/**
 * Addresses on hold, the longest first: since when, whose, and the thread in which it was said. `told` where staff
 * were reminded of it.
 */
export const openHolds = statement({
  params: z.object({ regionId: z.string().nullable() }),
  row: z.object({
    id: z.string(),
    addressHash: z.string(),
    channel: z.enum(['sms', 'email']),
    at: z.number(),
    conversationId: z.string().nullable(),
    memberId: z.string().nullable(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    words: z.string().nullable(),
    told: z.number(),
  }),
  sql: `select x.consent_event_id as id, x.address_hash as addressHash, x.channel, x.at, r.conversation_id as conversationId,
          m.id as memberId, m.first_name as firstName, m.last_name as lastName, r.body as words,
          exists (select 1 from delivery d where d.source_kind = 'notice' and d.source_id = x.consent_event_id) as told
        from suppression x join consent_event e on e.id = x.consent_event_id
        left join reply r on e.evidence_kind = 'reply' and r.id = e.evidence_id
        left join member m on m.id = e.member_id
        where x.reason = 'held' and (:regionId is null or m.region_id = :regionId)
        order by x.at limit 100`,
  scans: {
    suppression: 'one row for each address ever closed; the order and the end are by how long',
    x: 'the same',
  },
});

/** Texts from one number that are not understood yet, in the order in which they came. */
export const newTextsOf = statement({
  params: z.object({ addressHash: z.string(), from: z.number(), to: z.number() }),
  row: z.object({ id: z.string(), body: z.string(), at: z.number() }),
  sql: `select id, body, received_at as at from reply
        where state = 'new' and received_at between :from and :to and channel = 'sms' and address_hash = :addressHash
        order by id limit 20`,
});

/** The words of a text that came in parts, in its first. */
export const keepJoined = statement({
  params: z.object({ id: z.string(), body: z.string() }),
  row: z.object({}),
  sql: `update reply set body = :body where id = :id`,
});
