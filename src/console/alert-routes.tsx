import { Hono } from 'hono';
import type { Context } from 'hono';
import { alertById, previewAlert, type Alert } from '../alerts/index.ts';
import {
  cancelAlert,
  closeAlert,
  deliveriesOf,
  launchAlert,
  nudgeAlert,
  pauseAlert,
  resumeAlert,
} from '../delivery/index.ts';
import { writeCsv } from '../platform/csv.ts';
import { formatIso } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import type { Problem, Result } from '../platform/problem.ts';
import { responsesOf } from '../replies/index.ts';
import { flashFrom, respondProblem, type AppEnv, type FieldProblem } from '../ui/index.ts';
import { alertView } from './alert-view.ts';
import { AlertLaunchPage } from './pages/alert-launch.tsx';
import { AlertDeliveriesPage, AlertNudgePage, AlertResponsesPage } from './pages/alert-lists.tsx';
import { AlertPage } from './pages/alert-page.tsx';
import { AlertTally } from './pages/alert-tally.tsx';

const DONE: Record<string, string> = {
  launched: 'It is going out.',
  nudged: 'The nudge is going out.',
  paused: 'Paused. What is not out yet waits.',
  resumed: 'Going on.',
  closed: 'Closed. Its cost and reach wait in the log as drafts.',
  cancelled: 'Cancelled. Nothing more of it goes out.',
  approved: 'Approved.',
};
const flashOf = flashFrom(DONE);
const mayAct = (c: Context<AppEnv>) =>
  c.var.who.kind === 'staff' && ['owner', 'director', 'staff'].includes(c.var.who.role);

type Alerting = Context<AppEnv, '/alerts/:id'>;
const alertOr = async (c: Alerting, show: (alert: Alert) => Promise<Response> | Response) => {
  const alert = await alertById(c.var.world, c.var.who, { id: c.req.param('id') });
  return alert.ok
    ? show(alert.value)
    : respondProblem(c, alert.problem, { href: '/alerts', label: 'Alerts' });
};
const after = (c: Alerting, result: Result<unknown>, done: string) =>
  result.ok
    ? c.redirect(`/alerts/${c.req.param('id')}?done=${done}`, 303)
    : respondProblem(c, result.problem, { href: `/alerts/${c.req.param('id')}`, label: 'The alert' });

/** Pages of an alert once it is approved: they join what was sent, answered, reported and spent. */
export const alertRoutes = new Hono<AppEnv>();

alertRoutes.get('/alerts/:id{[0-9A-HJKMNP-TV-Z]{26}}', (c) =>
  alertOr(c as unknown as Alerting, async (alert) => {
    const { world, who, frame } = c.var;
    if (alert.state === 'draft' || alert.state === 'proposed')
      return c.redirect(`/alerts/${alert.id}/preview`, 303);
    if (alert.state === 'approved' || alert.state === 'scheduled') {
      const preview = await previewAlert(world, who, { id: alert.id });
      if (!preview.ok) return respondProblem(c, preview.problem);
      return c.html(
        <AlertLaunchPage
          frame={frame}
          flash={flashOf(c)}
          alert={alert}
          preview={preview.value}
          mayLaunch={mayAct(c)}
        />,
      );
    }
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
alertRoutes.get('/alerts/:id/live', (c) =>
  alertOr(c as unknown as Alerting, async (alert) => {
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

alertRoutes.post('/alerts/:id/launch', async (c) =>
  after(
    c as unknown as Alerting,
    await launchAlert(c.var.world, c.var.who, { id: c.req.param('id') }),
    'launched',
  ),
);
alertRoutes.post('/alerts/:id/pause', async (c) =>
  after(
    c as unknown as Alerting,
    await pauseAlert(c.var.world, c.var.who, { id: c.req.param('id') }),
    'paused',
  ),
);
alertRoutes.post('/alerts/:id/resumption', async (c) =>
  after(
    c as unknown as Alerting,
    await resumeAlert(c.var.world, c.var.who, { id: c.req.param('id') }),
    'resumed',
  ),
);
alertRoutes.post('/alerts/:id/closure', async (c) =>
  after(
    c as unknown as Alerting,
    await closeAlert(c.var.world, c.var.who, { id: c.req.param('id') }),
    'closed',
  ),
);
alertRoutes.post('/alerts/:id/cancellation', async (c) =>
  after(
    c as unknown as Alerting,
    await cancelAlert(c.var.world, c.var.who, { id: c.req.param('id') }),
    'cancelled',
  ),
);

alertRoutes.get('/alerts/:id/deliveries', (c) =>
  alertOr(c as unknown as Alerting, async (alert) => {
    const { world, who, frame } = c.var;
    const asked = c.req.query('channel');
    const channel = asked === 'sms' || asked === 'email' ? asked : null;
    const state = c.req.query('state') || null;
    const list = await deliveriesOf(world, who, {
      id: alert.id,
      ...(channel ? { channel } : {}),
      ...(state ? { state } : {}),
      cursor: c.req.query('cursor') ?? '',
    });
    if (!list.ok) return respondProblem(c, list.problem);
    return c.html(
      <AlertDeliveriesPage
        frame={frame}
        alert={alert}
        channel={channel}
        state={state}
        deliveries={list.value.data}
        next={list.value.nextCursor}
        now={world.clock.now()}
      />,
    );
  }),
);

const chosen = (option: string) =>
  option === 'none' ? { unanswered: true } : /^[1-9]$/.test(option) ? { option: Number(option) } : {};
alertRoutes.get('/alerts/:id/responses', (c) =>
  alertOr(c as unknown as Alerting, async (alert) => {
    const { world, who, frame } = c.var;
    const option = c.req.query('option') ?? 'all';
    const region = c.req.query('region') ?? '';
    const list = await responsesOf(world, who, {
      alertId: alert.id,
      ...chosen(option),
      ...(region ? { regionId: region } : {}),
      cursor: c.req.query('cursor'),
    });
    if (!list.ok) return respondProblem(c, list.problem);
    return c.html(
      <AlertResponsesPage
        frame={frame}
        alert={alert}
        option={option}
        region={region}
        rows={list.value.data}
        next={list.value.nextCursor}
        now={world.clock.now()}
      />,
    );
  }),
);
alertRoutes.get('/alerts/:id/responses.csv', (c) =>
  alertOr(c as unknown as Alerting, async (alert) => {
    const { world, who } = c.var;
    const rows: (string | number | null)[][] = [];
    let cursor: string | null = null;
    do {
      const list: Awaited<ReturnType<typeof responsesOf>> = await responsesOf(world, who, {
        alertId: alert.id,
        cursor,
        limit: 200,
      });
      if (!list.ok) return respondProblem(c, list.problem);
      rows.push(
        ...list.value.data.map((one) => [
          `${one.firstName} ${one.lastName}`,
          one.district,
          one.region,
          one.label,
          one.door,
          one.at ? formatIso(one.at) : null,
        ]),
      );
      cursor = list.value.nextCursor;
    } while (cursor);
    return c.body(
      writeCsv(['member', 'district', 'region', 'answer', 'answered_by', 'answered_at'], rows, { bom: true }),
      200,
      {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="answers-${alert.id}.csv"`,
      },
    );
  }),
);

const nudgePage = async (
  c: Alerting,
  alert: Alert,
  values: { smsText: string; emailText: string },
  problem: Problem | null,
) => {
  const { world, frame } = c.var;
  const unanswered = await world.unanswered(world, alert.id);
  const problems: FieldProblem[] = (problem?.fields ?? []).map((one) => ({
    name: one.field,
    label: '',
    message: one.message,
  }));
  return c.html(
    <AlertNudgePage
      frame={frame}
      alert={alert}
      unanswered={unanswered.length}
      values={values}
      problems={problems}
    />,
    problem ? 422 : 200,
  );
};
alertRoutes.get('/alerts/:id/nudge', (c) =>
  alertOr(c as unknown as Alerting, (alert) =>
    nudgePage(
      c as unknown as Alerting,
      alert,
      { smsText: `Reminder: ${alert.smsText}`, emailText: alert.emailText },
      null,
    ),
  ),
);
alertRoutes.post('/alerts/:id/nudges', (c) =>
  alertOr(c as unknown as Alerting, async (alert) => {
    const form = formOf(await c.req.formData());
    const values = { smsText: text(form, 'smsText') ?? '', emailText: text(form, 'emailText') ?? '' };
    const result = await nudgeAlert(c.var.world, c.var.who, { id: alert.id, ...values });
    return !result.ok && result.problem.kind === 'invalid'
      ? nudgePage(c as unknown as Alerting, alert, values, result.problem)
      : after(c as unknown as Alerting, result, 'nudged');
  }),
);
