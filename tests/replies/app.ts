import { Hono } from 'hono';
import type { Who } from '../../src/platform/who.ts';
import { inboxRoutes, joinRoutes } from '../../src/replies/index.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import type { TestWorld } from '../support/world.ts';

const answerOf = async (response: Response) => ({
  status: response.status,
  to: response.headers.get('location'),
  page: await response.text(),
});

/** The slice's pages as one person sees them; `null` for somebody who is not signed in. */
export const browserOf = (world: TestWorld, who: Who | null) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    await next();
  });
  app.route('/', joinRoutes);
  app.use(async (c, next) => {
    if (!who) return c.text('Sign in first.', 401);
    c.set('who', who);
    c.set('frame', {
      network: 'Treasure State Legislative Network',
      nav: [{ key: 'inbox', label: 'Inbox', href: '/inbox' }],
      person: { name: 'Test Person', role: 'Staff' },
      zone: 'America/Denver',
    });
    return next();
  });
  app.route('/', inboxRoutes);
  return {
    get: async (path: string) => answerOf(await app.request(path)),
    post: async (path: string, fields: Record<string, string> = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.append(name, value);
      return answerOf(await app.request(path, { method: 'POST', body }));
    },
  };
};

/** The value of a hidden field on a page. */
export const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
