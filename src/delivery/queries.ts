import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const channel = z.enum(['sms', 'email']);

/** Every limit that binds a sender on a day: its own ceilings first, then those of carriers for its kind. */
export const senderLimits = statement({
  params: z.object({ id: z.string(), day: z.string() }),
  row: z.object({ by: z.string(), period: z.enum(['second', 'minute', 'day']), segments: z.number() }),
  sql: `select 'own' as by, 'second' as period, per_second as segments from sender where id = :id
        union all
        select 'own', 'day', per_day from sender where id = :id and per_day is not null
        union all
        select l.carrier, l.period, l.segments from sender s join carrier_limit l on l.profile = s.profile
        where s.id = :id and l.from_on <= :day and (l.to_on is null or l.to_on >= :day)`,
  scans: { carrier_limit: 'a few dozen rows, one for each limit ever in force' },
});

/** What a text segment costs on a day, the carrier's fee included, in millionths of a dollar. */
export const segmentPrice = statement({
  params: z.object({ day: z.string() }),
  row: z.object({ micros: z.number() }),
  sql: `select price_micros + fee_micros as micros from rate
        where channel = 'sms' and unit = 'segment' and from_on <= :day and (to_on is null or to_on >= :day)
        order by from_on desc limit 1`,
  scans: { rate: 'a handful of rows, one for each price ever in force' },
});

/** How many deliveries of an alert, nudges apart, are in each state; with segments and what they cost so far. */
export const tallyRows = statement({
  params: z.object({ sourceId: z.string() }),
  row: z.object({
    sourceKind: z.enum(['alert', 'nudge']),
    channel,
    state: z.string(),
    count: z.number(),
    segments: z.number(),
    priceMicros: z.number(),
  }),
  sql: `select source_kind as sourceKind, channel, state, count, segments, price_micros as priceMicros
        from rollup where source_kind in ('alert', 'nudge') and source_id = :sourceId and count > 0
        order by source_kind, channel, state`,
});

/**
 * What an alert waits for: texts that went out and whose price the carrier has not told, what tries that are over cost
 * and how many of those have no price, and when the next message that waits may go out.
 */
export const awaited = statement({
  params: z.object({ alertId: z.string(), now: z.number() }),
  row: z.object({
    unpriced: z.number(),
    triesMicros: z.number(),
    triesUnpriced: z.number(),
    nextDueAt: z.number().nullable(),
  }),
  sql: `select (select count(*) from delivery
              where source_kind in ('alert', 'nudge') and source_id = :alertId and channel = 'sms' and carried_by is null
                and price_micros is null and state in ('accepted', 'sent', 'delivered', 'undelivered', 'unknown', 'unconfirmed')) as unpriced,
            coalesce(t.micros, 0) as triesMicros, coalesce(t.unpriced, 0) as triesUnpriced,
            (select d.due_at from delivery d indexed by delivery_open
              where d.state in ('planned', 'waiting') and d.due_at > :now
                and d.source_kind in ('alert', 'nudge') and d.source_id = :alertId
              order by d.due_at limit 1) as nextDueAt
          from (select sum(t.price_micros) as micros, sum(t.price_micros is null and t.provider_id is not null) as unpriced
            from attempt t join delivery d on d.id = t.delivery_id
            where d.source_kind in ('alert', 'nudge') and d.source_id = :alertId and d.channel = 'sms') t`,
  scans: { attempt: 'only what was tried twice is in it' },
});

/** Deliveries of an alert after a place in the list, with the member's name; for one region where one is given. */
export const deliveryRows = statement({
  params: z.object({
    alertId: z.string(),
    after: z.number(),
    channel: channel.nullable(),
    state: z.string().nullable(),
    regionId: z.string().nullable(),
    limit: z.number(),
  }),
  row: z.object({
    id: z.number(),
    sourceKind: z.enum(['alert', 'nudge']),
    round: z.number(),
    memberId: z.string(),
    firstName: z.string().nullable(),
    lastName: z.string().nullable(),
    channel,
    state: z.string(),
    reason: z.string().nullable(),
    errorCode: z.string().nullable(),
    segments: z.number().nullable(),
    priceMicros: z.number().nullable(),
    carriedBy: z.number().nullable(),
    insteadOf: z.number().nullable(),
    tries: z.number(),
    dueAt: z.number(),
    updatedAt: z.number(),
  }),
  sql: `with page(id) as materialized (
          select d.id from delivery d
          where d.source_kind in ('alert', 'nudge') and d.source_id = :alertId and +d.id > :after
            and (:channel is null or d.channel = :channel) and (:state is null or d.state = :state)
            and (:regionId is null or exists (select 1 from member m where m.id = d.recipient_id and m.region_id = :regionId))
          order by +d.id limit :limit
        )
        select d.id, d.source_kind as sourceKind, d.round, d.recipient_id as memberId, m.first_name as firstName,
          m.last_name as lastName, d.channel, d.state, d.reason, d.error_code as errorCode, d.segments,
          d.price_micros as priceMicros, d.carried_by as carriedBy, d.instead_of as insteadOf,
          1 + (select count(*) from attempt t where t.delivery_id = d.id) as tries, d.due_at as dueAt, d.updated_at as updatedAt
        from page cross join delivery d on d.id = page.id left join member m on m.id = d.recipient_id
        order by d.id`,
});

/** The delivery of a page's token, with the alert it belongs to. */
export const deliveryOfToken = statement({
  params: z.object({ tokenHash: z.string() }),
  row: z.object({
    id: z.number(),
    sourceKind: z.string(),
    sourceId: z.string(),
    memberId: z.string(),
    channel,
    talkingPointsVersionId: z.string().nullable(),
    sentAt: z.number().nullable(),
    alertClosedAt: z.number().nullable(),
  }),
  sql: `select d.id, d.source_kind as sourceKind, d.source_id as sourceId, d.recipient_id as memberId, d.channel,
          d.talking_points_version_id as talkingPointsVersionId, d.claimed_at as sentAt, a.closed_at as alertClosedAt
        from delivery d left join alert a on d.source_kind in ('alert', 'nudge') and a.id = d.source_id
        where d.token_hash = :tokenHash`,
});

/** Deliveries that another one carries: members who share its number. */
export const carriedRows = statement({
  params: z.object({ id: z.number() }),
  row: z.object({ id: z.number(), memberId: z.string() }),
  sql: `select id, recipient_id as memberId from delivery where carried_by = :id order by id`,
});

/** Where deliveries went, for what their reports ask of the address. */
export const deliveryAddresses = statement({
  params: z.object({ ids: z.array(z.number()) }),
  row: z.object({ id: z.number(), memberId: z.string(), channel, address: z.string() }),
  sql: `select d.id, d.recipient_id as memberId, d.channel, p.address
        from delivery d join contact_point p on p.id = d.contact_point_id
        where d.id in (select value from json_each(:ids)) order by d.id`,
});
