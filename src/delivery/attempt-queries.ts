import * as z from 'zod';
import { change, statement, type Change } from '../platform/statement.ts';

/** Which deliveries get a new attempt, and which attempt of each is over. */
export interface Over {
  id: number;
  attempt: number;
}

const tries = z.array(z.object({ id: z.number(), attempt: z.number() }));
const params = { tries, states: z.array(z.string()) };

/** The deliveries meant, as they still stand, with those that they carry. */
const MEANT = `meant as (
          select d.id, d.id as head from json_each(:tries) j join delivery d on d.id = j.value ->> 'id'
          where d.attempt_no = j.value ->> 'attempt' and d.carried_by is null
            and d.state in (select value from json_each(:states))
          union all
          select c.id, d.id from json_each(:tries) j join delivery d on d.id = j.value ->> 'id'
            join delivery c on c.carried_by = d.id
          where d.attempt_no = j.value ->> 'attempt' and d.carried_by is null
            and d.state in (select value from json_each(:states)) and c.state in (select value from json_each(:states))
        )`;

/** The try that is over, kept; nothing where the delivery has moved on since it was looked at. */
export const keepAttempt = statement({
  params: z.object({ ...params, orderedBy: z.string().nullable() }),
  row: z.object({}),
  sql: `with ${MEANT}
        insert into attempt (delivery_id, no, provider_id, state, error_code, price_micros, fee_micros, claimed_at, ordered_by)
        select d.id, d.attempt_no, d.provider_id, d.state, d.error_code, d.price_micros, d.fee_micros, d.claimed_at, :orderedBy
        from meant m join delivery d on d.id = m.id where m.id = m.head
        on conflict do nothing`,
});

/** The tally when they are planned again; what the earlier try cost is counted with the attempts. */
export const tallyAgain = statement({
  params: z.object(params),
  row: z.object({}),
  sql: `with ${MEANT}
        insert into rollup (source_kind, source_id, channel, state, count, segments, price_micros)
        select source_kind, source_id, channel, state, sum(n), sum(segments), sum(price) from (
          select d.source_kind, d.source_id, d.channel, d.state, -1 as n, -coalesce(d.segments, 0) as segments,
            -coalesce(d.price_micros, 0) as price
          from meant m join delivery d on d.id = m.id
          union all
          select d.source_kind, d.source_id, d.channel, 'planned', 1, coalesce(d.segments, 0), 0
          from meant m join delivery d on d.id = m.id
        )
        where true
        group by source_kind, source_id, channel, state
        on conflict (source_kind, source_id, channel, state) do update set count = count + excluded.count,
          segments = segments + excluded.segments, price_micros = price_micros + excluded.price_micros`,
});

/** The rows planned again: nothing of the earlier try is left in them. Answers with what to enqueue. */
export const planAgain = statement({
  params: z.object({ ...params, dueAt: z.number(), now: z.number() }),
  row: z.object({
    id: z.number(),
    channel: z.enum(['sms', 'email']),
    segments: z.number(),
    urgent: z.number(),
    carriedBy: z.number().nullable(),
  }),
  sql: `with ${MEANT}
        update delivery set state = 'planned', reason = null, error_code = null, provider_id = null, provider_rank = 0,
          price_micros = null, fee_micros = null, claim_id = null, due_at = :dueAt, updated_at = :now
        where id in (select id from meant)
        returning id, channel, coalesce(segments, 1) as segments, urgent, carried_by as carriedBy`,
});

/**
 * The changes that plan deliveries again as a new attempt. The last of them answers with the rows.
 * @param again.states in which they must still be
 * @param again.orderedBy who decided so; null where it follows by itself
 */
export const newAttempts = (
  tries: Over[],
  again: { states: string[]; orderedBy: string | null; dueAt: number; now: number },
): [keep: Change, tally: Change, plan: Change] => {
  const { states, orderedBy, dueAt, now } = again;
  return [
    change(keepAttempt, { tries, states, orderedBy }),
    change(tallyAgain, { tries, states }),
    change(planAgain, { tries, states, dueAt, now }),
  ];
};

/** Earlier tries that the carrier had and whose price it has not told. */
export const unpricedTries = statement({
  params: z.object({ after: z.number(), limit: z.number() }),
  row: z.object({ id: z.number(), attempt: z.number(), providerId: z.string() }),
  sql: `select delivery_id as id, no as attempt, coalesce(provider_id, '') as providerId from attempt
        where provider_id is not null and price_micros is null and claimed_at > :after
        order by delivery_id limit :limit`,
  scans: { attempt: 'only what was tried twice is in it' },
});

/** What the carrier says now of an earlier try: its price, and its end where that was told wrongly. */
export const correctTry = statement({
  params: z.object({
    id: z.number(),
    attempt: z.number(),
    state: z.string(),
    code: z.string().nullable(),
    priceMicros: z.number().nullable(),
  }),
  row: z.object({}),
  sql: `update attempt set state = :state, error_code = :code, price_micros = coalesce(:priceMicros, price_micros)
        where delivery_id = :id and no = :attempt`,
});
