import { Hono } from 'hono';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { guideBySlug } from './guidance/index.ts';
import { GuidanceListPage, GuidePage } from './pages/guidance-pages.tsx';

/** Pages on what is allowed, for everybody who is signed in: they hold nothing of the network. */
export const guidanceRoutes = new Hono<AppEnv>();

guidanceRoutes.get('/guidance', (c) => c.html(<GuidanceListPage frame={c.var.frame} />));

guidanceRoutes.get('/guidance/:slug', (c) => {
  const guide = guideBySlug(c.req.param('slug'));
  return guide
    ? c.html(<GuidePage frame={c.var.frame} guide={guide} />)
    : respondProblem(
        c,
        { kind: 'missing', message: 'There is no such page of the guidance.' },
        { href: '/guidance', label: 'Guidance' },
      );
});
