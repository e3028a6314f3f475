import * as z from 'zod';
import { change, statement, type Change } from '../platform/statement.ts';
import { UNSETTLED } from './conditions.ts';

/** A word about one attempt of a delivery. What is null stays as it was. */
export interface Word {
  id: number;
  attempt: number;
  state: string;
  /** Of two words about an attempt the one with the higher rank holds, whichever comes first. */
  rank: number;
  reason?: string | null;
  code?: string | null;
  providerId?: string | null;
  segments?: number | null;
  priceMicros?: number | null;
  /** ms UTC; only for what is planned again */
  dueAt?: number | null;
}

/** A report of the provider `s` is about the try of `d` that goes on, and not about one that was given up for a new one. */
const IS_THE_TRY = `d.attempt_no = s.attempt and not (s.rank > 0 and d.state in ('planned', 'waiting')
            and exists (select 1 from attempt t where t.delivery_id = d.id and t.no = d.attempt_no))`;

/**
 * What the words change: for each delivery said, and for those it carries, its next state. A word about
 * another attempt than the current one says nothing. With rank 0 on both sides only what is still open moves.
 */
const NEXT = `said as (
          select j.value ->> 'id' as id, j.value ->> 'attempt' as attempt, j.value ->> 'state' as state,
            j.value ->> 'rank' as rank, j.value ->> 'reason' as reason, j.value ->> 'code' as code,
            j.value ->> 'providerId' as provider_id, j.value ->> 'segments' as segments,
            j.value ->> 'priceMicros' as price, j.value ->> 'dueAt' as due_at
          from json_each(:words) j
        ),
        meant as (
          select d.id as delivery_id, 0 as carried, s.* from said s join delivery d on d.id = s.id and ${IS_THE_TRY}
          union all
          select c.id, 1, s.* from said s join delivery d on d.id = s.id and ${IS_THE_TRY}
            join delivery c on c.carried_by = d.id and c.id not in (select id from said)
        ),
        judged as (
          select m.*, d.provider_rank as old_rank, d.provider_id as old_provider_id, d.segments as old_segments,
            d.price_micros as old_price, d.state as old_state, d.source_kind, d.source_id, d.channel,
            m.rank > d.provider_rank
              or (m.rank = 0 and d.provider_rank = 0 and d.state in ('planned', 'waiting', 'submitting', 'unknown')) as moved
          from meant m join delivery d on d.id = m.delivery_id
        ),
        next as (
          select delivery_id as id, source_kind, source_id, channel, moved, old_state, old_rank,
            iif(moved, state, old_state) as state, max(rank, old_rank) as rank, reason, code, due_at,
            coalesce(old_provider_id, provider_id) as provider_id,
            coalesce(old_segments, 0) as old_segments, coalesce(old_price, 0) as old_price,
            iif(carried, old_segments, coalesce(segments, old_segments)) as segments,
            iif(carried, old_price, coalesce(price, old_price)) as price
          from judged
          where moved or (provider_id is not null and old_provider_id is null)
            or (carried = 0 and (price is not null and old_price is not price or segments is not null and old_segments is not segments))
        )`;

/** In the tally what is being posted counts as what it was when it was claimed: a claim then needs no line of its own. */
const TALLIED_BEFORE = `iif(old_state = 'submitting', iif(old_rank < 0, 'waiting', 'planned'), old_state)`;

const params = { words: z.array(z.record(z.string(), z.unknown())) };

/** Moves the tally of each source by what the words change, and tells its new counts. Runs before `updateDeliveries`, in its batch. */
export const moveTally = statement({
  params: z.object(params),
  row: z.object({ sourceKind: z.string(), sourceId: z.string(), state: z.string(), count: z.number() }),
  sql: `with ${NEXT}
        insert into rollup (source_kind, source_id, channel, state, count, segments, price_micros)
        select source_kind, source_id, channel, state, sum(n), sum(segments), sum(price) from (
          select source_kind, source_id, channel, ${TALLIED_BEFORE} as state, -1 as n,
            -old_segments as segments, -old_price as price from next
          union all
          select source_kind, source_id, channel, state, 1, coalesce(segments, 0), coalesce(price, 0) from next
        )
        where true
        group by source_kind, source_id, channel, state
        having sum(n) <> 0 or sum(segments) <> 0 or sum(price) <> 0
        on conflict (source_kind, source_id, channel, state) do update set count = count + excluded.count,
          segments = segments + excluded.segments, price_micros = price_micros + excluded.price_micros
        returning source_kind as sourceKind, source_id as sourceId, state, count`,
});

/** The deliveries as the words leave them. */
export const updateDeliveries = statement({
  params: z.object({ ...params, now: z.number() }),
  row: z.object({}),
  sql: `with ${NEXT}
        update delivery set state = n.state, provider_rank = n.rank, provider_id = n.provider_id,
          segments = n.segments, price_micros = n.price,
          reason = iif(n.moved, n.reason, delivery.reason), error_code = iif(n.moved, n.code, delivery.error_code),
          due_at = coalesce(n.due_at, delivery.due_at), updated_at = :now
        from next n where delivery.id = n.id`,
});

/** The two changes that apply words about deliveries: the tally, then the rows. For one batch. */
export const wordChanges = (words: Word[], now: number): Change[] => {
  const list = words.map((word) => ({ ...word }));
  return [change(moveTally, { words: list }), change(updateDeliveries, { words: list, now })];
};

/** An event of a provider that acts beyond its row; no row where it has acted already. */
export const insertProviderEvent = statement({
  params: z.object({ eventHash: z.string(), provider: z.enum(['twilio', 'mail']), now: z.number() }),
  row: z.object({ eventHash: z.string() }),
  sql: `insert into provider_event (event_hash, provider, received_at) values (:eventHash, :provider, :now)
        on conflict do nothing returning event_hash as eventHash`,
});

/**
 * Texts whose price or end the carrier has not told: of alerts that are being sent or were sent out after a moment,
 * and of messages to one person what is stuck since a while. Reads every row of such an alert.
 */
export const unsettledTexts = statement({
  params: z.object({
    sentAfter: z.number(),
    launchedAfter: z.number(),
    acceptedBefore: z.number(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.number(),
    attempt: z.number(),
    providerId: z.string().nullable(),
    claimedAt: z.number(),
  }),
  sql: `select d.id, d.attempt_no as attempt, d.provider_id as providerId,
          coalesce(d.claimed_at, 0) as claimedAt
        from alert a join delivery d on d.source_kind in ('alert', 'nudge') and d.source_id = a.id
        where a.state in ('sending', 'open', 'closed', 'paused', 'cancelled') and a.launched_at > :launchedAfter
          and (a.state = 'sending' or coalesce(a.sent_out_at, a.closed_at, a.launched_at) > :sentAfter)
          and d.channel = 'sms' and d.provider_id is not null and d.price_micros is null and d.carried_by is null
          and (d.state in ('sent', 'delivered', 'undelivered', 'failed') or (d.state = 'accepted' and d.claimed_at <= :acceptedBefore))
        union
        select id, attempt_no, provider_id, coalesce(claimed_at, 0) from delivery indexed by delivery_unsettled
        where ${UNSETTLED} and state = 'accepted' and channel = 'sms'
          and provider_id is not null and claimed_at <= :acceptedBefore
        order by claimedAt desc limit :limit`,
});
