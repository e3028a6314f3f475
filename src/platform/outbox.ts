import * as z from 'zod';
import { change, statement, type Change } from './statement.ts';

/** A piece of background work that a commit asks for. Bodies hold ids only, never personal data. */
export interface Job {
  /** `noun.past` for a fact (`alert.closed`), `noun.verb` for an order (`reply.understand`). */
  kind: string;
  body: Record<string, string | number | null>;
  /** Seconds to wait before it is begun, as far as the queue keeps it; never a minute, or a clock hands it out. */
  delaySeconds?: number;
}
/** A job as it travels through the queue. */
export interface SentJob extends Job {
  id: string;
}

/** A job that a commit asks for. */
export const insertOutbox = statement({
  params: z.object({
    id: z.string(),
    kind: z.string(),
    body: z.record(z.string(), z.unknown()),
    at: z.number(),
  }),
  row: z.object({}),
  sql: `insert into outbox (id, kind, body, created_at, tried_at) values (:id, :kind, :body, :at, :at)`,
});

/** Jobs whose last try is older than a minute: the queue lost them or the consumer failed. */
export const overdueJobs = statement({
  params: z.object({ before: z.number(), now: z.number() }),
  row: z.object({ id: z.string(), kind: z.string(), body: z.string() }),
  sql: `update outbox set tried_at = :now, tries = tries + 1
        where id in (select id from outbox where tried_at < :before order by tried_at limit 500)
        returning id, kind, body`,
});

/** The jobs of a list that are done. */
export const deleteOutbox = statement({
  params: z.object({ ids: z.array(z.string()) }),
  row: z.object({}),
  sql: `delete from outbox where id in (select value from json_each(:ids))`,
});

/** Why the last try of a job failed. */
export const noteProblem = statement({
  params: z.object({ id: z.string(), problem: z.string() }),
  row: z.object({}),
  sql: `update outbox set problem = :problem where id = :id`,
});

export const outboxed = (job: SentJob, at: number): Change =>
  change(insertOutbox, { id: job.id, kind: job.kind, body: job.body, at });
