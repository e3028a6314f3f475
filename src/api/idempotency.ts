import type { MiddlewareHandler } from 'hono';
import { change } from '../platform/statement.ts';
import { sha256 } from '../platform/tokens.ts';
import type { AppEnv } from '../ui/index.ts';
import { fail, failFields, PROBLEM_TYPE } from './problem-details.ts';
import { beginRequest, endRequest, forgetRequest, requestOfKey } from './queries.ts';

/** How long an answer is kept for a repeat. */
export const KEPT_MS = 24 * 60 * 60 * 1000;
const KEY = /^[\x21-\x7e]{1,200}$/;
/** A row of D1 holds 2 MB. Only reports of imports grow so large, and a file sent again changes nothing. */
const MOST_KEPT = 900_000;

/**
 * A POST with an `Idempotency-Key` is done once: sent again it gets the first answer again. The key belongs to
 * who sent it. Faults of ours are not kept, so that the same request can be tried again.
 */
export const idempotency: MiddlewareHandler<AppEnv> = async (c, next) => {
  const key = c.req.header('idempotency-key');
  if (c.req.method !== 'POST' || key === undefined) return next();
  if (!KEY.test(key))
    return failFields(c, [
      { field: 'Idempotency-Key', message: 'Write 1 to 200 letters, digits or signs without spaces.' },
    ]);
  const { world, who } = c.var;
  const url = new URL(c.req.url);
  const body = await sha256(new Uint8Array(await c.req.arrayBuffer()));
  const type = c.req.header('content-type') ?? '';
  const keyHash = await sha256(`${who.id} ${key}`);
  const requestHash = await sha256(`${c.req.method} ${url.pathname}${url.search} ${type} ${body}`);

  const [begun] = await world.db.record([
    change(beginRequest, { keyHash, requestHash, now: world.clock.now() }),
  ]);
  if (begun?.changed !== 1) {
    const before = await world.db.first(requestOfKey, { keyHash });
    if (before && before.requestHash !== requestHash)
      return failFields(c, [
        { field: 'Idempotency-Key', message: 'This key was sent with another request. Take a new one.' },
      ]);
    if (before?.status == null)
      return fail(
        c,
        'conflict',
        'The request with this key is still being worked on. Wait a moment and send it again; if this stays so for a minute, look whether it was done before you send it with a new key.',
      );
    return c.body(before.body ?? '', before.status as 200, {
      'content-type': before.status < 400 ? 'application/json' : PROBLEM_TYPE,
      'idempotency-replayed': 'true',
    });
  }

  await next();
  const answer = c.res.status < 500 ? await c.res.clone().text() : null;
  await world.db.record([
    answer === null || answer.length > MOST_KEPT
      ? change(forgetRequest, { keyHash })
      : change(endRequest, { keyHash, status: c.res.status, body: answer }),
  ]);
  return undefined;
};
