import type { MiddlewareHandler } from 'hono';
import { visitFromRequest } from '../staff/index.ts';
import type { AppEnv } from '../ui/index.ts';
import { fail } from './problem-details.ts';

/**
 * Lets through who carries a good key, and puts them into `c.var.who`. A person signed in to the console may
 * read too; changes need a key, since a browser sends its cookie along with what other sites ask of it.
 */
export const signedIn: MiddlewareHandler<AppEnv> = async (c, next) => {
  const visit = await visitFromRequest(c.var.world, c.req.raw);
  if (!visit) {
    c.header('www-authenticate', 'Bearer');
    return fail(
      c,
      'unauthorized',
      'Send an API key: Authorization: Bearer coth_… An owner makes one under Settings, API keys.',
    );
  }
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (!reads && c.req.header('authorization') === undefined)
    return fail(c, 'forbidden', 'Changes need an API key; a sign-in to the console may only read here.');
  c.set('who', visit.who);
  c.set('world', { ...c.var.world, network: visit.network });
  return next();
};
