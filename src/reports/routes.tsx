import { Hono } from 'hono';
import { METHOD_LABELS } from '../lobbying/index.ts';
import { addDays, localDate } from '../platform/days.ts';
import { plainCents } from '../platform/money.ts';
import { writeCsv } from '../platform/csv.ts';
import { regionOf } from '../platform/who.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { communications } from './communications.ts';
import { CommunicationsPage } from './pages/communications-page.tsx';

export const reportRoutes = new Hono<AppEnv>();

reportRoutes.get('/reports', async (c) => {
  const { world, who, frame } = c.var;
  const today = localDate(world.clock.now(), frame.zone);
  const result = await communications(world, who, {
    from: c.req.query('from') || addDays(today, -30),
    to: c.req.query('to') || today,
  });
  if (!result.ok) return respondProblem(c, result.problem, { href: '/reports', label: 'Reports' });
  return c.html(
    <CommunicationsPage
      frame={frame}
      report={result.value}
      methods={METHOD_LABELS}
      ofRegion={regionOf(who) !== null}
    />,
  );
});

reportRoutes.get('/reports/communications.csv', async (c) => {
  const { world, who, frame } = c.var;
  const today = localDate(world.clock.now(), frame.zone);
  const result = await communications(world, who, {
    from: c.req.query('from') || addDays(today, -30),
    to: c.req.query('to') || today,
  });
  if (!result.ok) return respondProblem(c, result.problem, { href: '/reports', label: 'Reports' });
  const rows = result.value.alerts.map((one) => [
    one.title,
    one.kind,
    one.launchedAt ? localDate(one.launchedAt, frame.zone) : '',
    one.texts,
    one.mails,
    one.asked,
    one.answered,
    one.contacts,
    one.cents === null ? '' : plainCents(one.cents),
  ]);
  return c.body(
    writeCsv(['alert', 'kind', 'sent_on', 'texts', 'emails', 'asked', 'answered', 'contacts', 'cost'], rows, {
      bom: true,
    }),
    200,
    {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="communications-${result.value.from}-${result.value.to}.csv"`,
    },
  );
});
