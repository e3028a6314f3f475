import { Hono } from 'hono';
import { regionOf } from '../platform/who.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { alertControlRoutes } from './alert-control-routes.tsx';
import { launchPage } from './alert-launch-view.tsx';
import { alertListRoutes } from './alert-list-routes.tsx';
import { alertNudgeRoutes } from './alert-nudge-routes.tsx';
import { alertOr, flashOf, mayAct } from './alert-shared.tsx';
import { alertReport } from './alert-report.ts';
import { alertView } from './alert-view.ts';
import { AlertPage } from './pages/alert-page.tsx';
import { AlertReportPage } from './pages/alert-report.tsx';
import { AlertTally } from './pages/alert-tally.tsx';

/** Pages of an alert once it is approved: they join what was sent, answered, reported and spent. */
export const alertRoutes = new Hono<AppEnv>();

alertRoutes.get('/alerts/:id{[0-9A-HJKMNP-TV-Z]{26}}', (c) =>
  alertOr(c, async (alert) => {
    const { world, who, frame } = c.var;
    if (alert.state === 'draft' || alert.state === 'proposed')
      return c.redirect(`/alerts/${alert.id}/preview`, 303);
    if (alert.state === 'approved' || alert.state === 'scheduled') return launchPage(c, alert);
    return c.html(
      <AlertPage
        frame={frame}
        flash={flashOf(c)}
        view={await alertView(world, who, alert)}
        now={world.clock.now()}
        mayAct={mayAct(c)}
      />,
    );
  }),
);
alertRoutes.get('/alerts/:id/report', async (c) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const report = await alertReport(world, who, { id });
  const reads = frame.nav.some(({ key }) => key === 'alerts');
  const back = reads ? { href: `/alerts/${id}`, label: 'The alert' } : { href: '/reports', label: 'Reports' };
  if (!report.ok) return respondProblem(c, report.problem, back);
  return c.html(
    <AlertReportPage
      network={frame.network}
      zone={frame.zone}
      now={world.clock.now()}
      report={report.value}
      back={back}
      ofRegion={regionOf(who) !== null}
    />,
  );
});
alertRoutes.get('/alerts/:id/live', (c) =>
  alertOr(c, async (alert) => {
    const { world, who, frame } = c.var;
    return c.html(
      <AlertTally
        view={await alertView(world, who, alert)}
        zone={frame.zone}
        now={world.clock.now()}
        mayAct={mayAct(c)}
      />,
    );
  }),
);

alertRoutes.route('/', alertControlRoutes);
alertRoutes.route('/', alertListRoutes);
alertRoutes.route('/', alertNudgeRoutes);
