import { Hono } from 'hono';
import { alertDraftRoutes, talkingPointsRoutes } from '../../src/alerts/index.ts';
import type { Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import type { TestWorld } from '../support/world.ts';

const answerOf = async (response: Response) => ({
  status: response.status,
  to: response.headers.get('location'),
  page: await response.text(),
});

/** The slice's pages as one person sees them: `get` and `post` answer with status, place and page. */
export const browserOf = (world: TestWorld, who: Who) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    c.set('who', who);
    c.set('frame', {
      network: 'Treasure State Legislative Network',
      nav: [
        { key: 'alerts', label: 'Alerts', href: '/alerts' },
        { key: 'talking-points', label: 'Talking points', href: '/talking-points' },
      ],
      person: { name: 'Test Person', role: 'Staff' },
      zone: 'America/Denver',
    });
    await next();
  });
  app.route('/', alertDraftRoutes);
  app.route('/', talkingPointsRoutes);
  return {
    get: async (path: string) => answerOf(await app.request(path)),
    post: async (path: string, fields: Record<string, string | string[]> = {}) => {
      const body = new FormData();
      for (const [name, values] of Object.entries(fields))
        for (const value of [values].flat()) body.append(name, value);
      return answerOf(await app.request(path, { method: 'POST', body }));
    },
  };
};

/** The value of a hidden field on a page. */
export const hidden = (page: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? '';
