import { Hono } from 'hono';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { HealthNow, HealthPage } from './pages/health-page.tsx';
import { showHealth } from './show-health.ts';

export const healthPageRoutes = new Hono<AppEnv>();

healthPageRoutes.get('/settings/health', async (c) => {
  const { world, who, frame } = c.var;
  const health = await showHealth(world, who, {});
  if (!health.ok) return respondProblem(c, health.problem);
  return c.html(<HealthPage frame={frame} health={health.value} />);
});

/** The page's own part again, as long as it is open. */
healthPageRoutes.get('/settings/health/live', async (c) => {
  const { world, who, frame } = c.var;
  const health = await showHealth(world, who, {});
  return health.ok
    ? c.html(<HealthNow health={health.value} zone={frame.zone} />)
    : respondProblem(c, health.problem);
});
