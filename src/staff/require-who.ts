import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../ui/index.ts';
import { visitFromRequest } from './who-from-request.ts';

const signInFor = (path: string) => (path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);

/**
 * Lets through only those who are signed in or carry a good key, and puts them into `c.var.who`. Others are
 * led to the sign-in page and back; under `/api` they get a problem as JSON.
 */
export const requireWho: MiddlewareHandler<AppEnv> = async (c, next) => {
  const visit = await visitFromRequest(c.var.world, c.req.raw);
  if (visit) {
    c.set('who', visit.who);
    c.set('world', { ...c.var.world, network: visit.network });
    return next();
  }
  const url = new URL(c.req.url);
  if (url.pathname.startsWith('/api/')) {
    const problem = {
      type: 'about:blank',
      title: 'Not signed in',
      status: 401,
      detail: 'Send an API key: Authorization: Bearer coth_… An owner makes one under Settings, Keys.',
    };
    return c.json(problem, 401, {
      'content-type': 'application/problem+json',
      'www-authenticate': 'Bearer',
    });
  }
  // A live part of a page would otherwise swap the sign-in page into itself.
  if (c.req.header('hx-request')) {
    const from = c.req.header('hx-current-url');
    const page = from && URL.canParse(from) ? new URL(from) : new URL('/', url);
    return c.body(null, 401, { 'hx-redirect': signInFor(page.pathname + page.search) });
  }
  return c.redirect(signInFor(c.req.method === 'GET' ? url.pathname + url.search : '/'), 303);
};
