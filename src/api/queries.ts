import * as z from 'zod';
import { statement } from '../platform/statement.ts';

const nothing = z.object({});

/** A request with this key begins, unless one has begun before. */
export const beginRequest = statement({
  params: z.object({ keyHash: z.string(), requestHash: z.string(), now: z.number() }),
  row: nothing,
  sql: `insert into idempotency_key (key_hash, request_hash, created_at) values (:keyHash, :requestHash, :now)
        on conflict (key_hash) do nothing`,
});

/** What was sent with this key, and what was answered; no status while it is being worked on. */
export const requestOfKey = statement({
  params: z.object({ keyHash: z.string() }),
  row: z.object({
    requestHash: z.string(),
    status: z.number().nullable(),
    body: z.string().nullable(),
  }),
  sql: `select request_hash as requestHash, status, body from idempotency_key where key_hash = :keyHash`,
});

/** The request with this key was answered. */
export const endRequest = statement({
  params: z.object({ keyHash: z.string(), status: z.number(), body: z.string() }),
  row: nothing,
  sql: `update idempotency_key set status = :status, body = :body where key_hash = :keyHash`,
});

/** The request with this key counts as never sent. */
export const forgetRequest = statement({
  params: z.object({ keyHash: z.string() }),
  row: nothing,
  sql: `delete from idempotency_key where key_hash = :keyHash`,
});

/** Keys of requests that began before an instant are free again. */
export const forgetRequestsBefore = statement({
  params: z.object({ before: z.number() }),
  row: nothing,
  sql: `delete from idempotency_key where created_at < :before`,
});
