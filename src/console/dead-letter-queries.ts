import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** Messages that were given up, each once however often it is stored. */
export const insertDeadLetters = statement({
  params: z.object({ letters: z.array(z.record(z.string(), z.unknown())), now: z.number() }),
  row: z.object({}),
  sql: `insert into dead_letter (id, queue, kind, body, problem, attempts, arrived_at)
        select j.value ->> 'id', j.value ->> 'queue', j.value ->> 'kind', json(j.value -> 'body'), j.value ->> 'problem',
          j.value ->> 'attempts', :now
        from json_each(:letters) j where true
        on conflict (id) do nothing`,
});

/** Jobs that a clock has handed out since before an instant, as given-up messages. Before `deleteOldJobs`, in its batch. */
export const giveUpOldJobs = statement({
  params: z.object({ before: z.number(), now: z.number() }),
  row: z.object({}),
  sql: `insert into dead_letter (id, queue, kind, body, problem, attempts, arrived_at)
        select id, 'events', kind, body, problem, tries, :now from outbox where created_at < :before
        on conflict (id) do nothing`,
  scans: { outbox: 'jobs not done yet' },
});

/** Those jobs, gone from the outbox. */
export const deleteOldJobs = statement({
  params: z.object({ before: z.number() }),
  row: z.object({}),
  sql: `delete from outbox where created_at < :before`,
  scans: { outbox: 'jobs not done yet' },
});

/** Messages that wait for a person, the latest first; only some where ids are given. */
export const openDeadLetters = statement({
  params: z.object({ ids: z.array(z.string()).nullable(), limit: z.number() }),
  row: z.object({
    id: z.string(),
    queue: z.string(),
    kind: z.string(),
    body: z.string(),
    problem: z.string().nullable(),
    attempts: z.number(),
    arrivedAt: z.number(),
  }),
  sql: `select id, queue, kind, body, problem, attempts, arrived_at as arrivedAt from dead_letter
        where settled_at is null and (:ids is null or id in (select value from json_each(:ids)))
        order by arrived_at desc, id desc limit :limit`,
  scans: { dead_letter: 'the partial index of open ones' },
});

/** What a person decided of some; touches nothing where all of them were settled before. */
export const settleDeadLetters = statement({
  params: z.object({
    ids: z.array(z.string()),
    outcome: z.enum(['replayed', 'discarded']),
    by: z.string(),
    now: z.number(),
  }),
  row: z.object({}),
  sql: `update dead_letter set settled_at = :now, settled_by = :by, outcome = :outcome
        where id in (select value from json_each(:ids)) and settled_at is null`,
});

/** How many wait for a person. */
export const countDeadLetters = statement({
  params: z.object({}),
  row: z.object({ count: z.number() }),
  sql: `select count(*) as count from dead_letter where settled_at is null`,
  scans: { dead_letter: 'the partial index of open ones' },
});
