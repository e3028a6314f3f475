import { Hono } from 'hono';
import { lobbyingRoutes } from '../../src/lobbying/index.ts';
import type { Who } from '../../src/platform/who.ts';
import type { AppEnv } from '../../src/ui/index.ts';
import type { TestWorld } from '../support/world.ts';

const NAV = ['Home', 'Alerts', 'Inbox', 'Members', 'Log', 'Filings', 'Reports', 'Settings'].map((label) => ({
  key: label.toLowerCase(),
  label,
  href: label === 'Home' ? '/' : `/${label.toLowerCase()}`,
}));

const answerOf = async (response: Response) => ({
  status: response.status,
  to: response.headers.get('location'),
  type: response.headers.get('content-type') ?? '',
  page: await response.text(),
});

/** Pages as one person sees them: `get` and `post` answer with status, place and page. */
export const browserOf = (world: TestWorld, who: Who, routes: Hono<AppEnv> = lobbyingRoutes) => {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('world', world);
    c.set('who', who);
    c.set('frame', {
      network: 'Treasure State Legislative Network',
      nav:
        who.kind === 'staff' && who.role === 'regional_president'
          ? NAV.filter((one) => one.key !== 'log')
          : NAV,
      person: { name: 'Test Person', role: 'Staff' },
      zone: 'America/Denver',
    });
    await next();
  });
  app.route('/', routes);
  return {
    get: async (path: string) => answerOf(await app.request(path)),
    post: async (path: string, fields: Record<string, string | string[]> = {}) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields))
        for (const one of [value].flat()) body.append(name, one);
      return answerOf(await app.request(path, { method: 'POST', body }));
    },
  };
};
