import * as z from 'zod';
import { statement } from '../platform/statement.ts';

/** When a clock last ran and what it counted. */
export const upsertClockRun = statement({
  params: z.object({
    name: z.string(),
    at: z.number(),
    took: z.number(),
    counts: z.record(z.string(), z.number()),
    problem: z.string().nullable(),
  }),
  row: z.object({}),
  sql: `insert into clock_run (name, ran_at, took_ms, counts, problem) values (:name, :at, :took, :counts, :problem)
        on conflict (name) do update set ran_at = :at, took_ms = :took, counts = :counts, problem = :problem`,
});
