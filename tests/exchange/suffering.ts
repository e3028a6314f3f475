import type { Context } from 'hono';
import { wait } from './clock.ts';
import type { Fault } from './faults.ts';
import type { Wire } from './server.ts';

/** Every route of the exchange can reach the connection it answers on. */
export interface Env {
  Bindings: Wire;
}

// What is answered on a connection that is already gone; nobody reads it.
const nobody = () => new Response(null, { status: 499 });

async function untilGone(c: Context<Env>): Promise<Response> {
  const { outgoing } = c.env;
  if (!outgoing.destroyed) await new Promise((resolve) => outgoing.once('close', resolve));
  return nobody();
}

/**
 * Plays the part of a fault that comes before acceptance: answers the response that ends the request,
 * or null when the request is to be accepted. `body` makes the provider's own error for 429 and 500.
 */
export async function before(
  c: Context<Env>,
  fault: Fault | null,
  body: (status: 429 | 500) => Response,
): Promise<Response | null> {
  switch (fault?.kind) {
    case 'hang':
      return untilGone(c);
    case 'refuse':
      c.env.incoming.socket.destroy();
      return nobody();
    case '5xx':
      return body(500);
    case '429': {
      const response = body(429);
      if (fault.retryAfter !== undefined) response.headers.set('retry-after', String(fault.retryAfter));
      return response;
    }
    default:
      return null;
  }
}

/** Plays the part of a fault that comes after acceptance: the response that the sender gets, if any. */
export async function after(
  c: Context<Env>,
  fault: Fault | null,
  accepted: Response,
  body: (status: 500) => Response,
): Promise<Response> {
  switch (fault?.kind) {
    case 'accept-then-hang':
      return untilGone(c);
    case '5xx-after-accept':
      return body(500);
    case 'delay':
      await wait(fault.ms);
      return accepted;
    default:
      return accepted;
  }
}
