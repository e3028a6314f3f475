import { Hono } from 'hono';
import type { Context } from 'hono';
import { alertById, successorOf, type Alert } from '../alerts/index.ts';
import {
  cancelAlert,
  closeAlert,
  launchAlert,
  pauseAlert,
  resumeAlert,
  scheduleAlert,
  supersedeAlert,
  unscheduleAlert,
} from '../delivery/index.ts';
import { momentOf, parseDate } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { launchPage } from './alert-launch-view.tsx';
import { after, alertOr } from './alert-shared.tsx';

type C = Context<AppEnv>;

/** Acts on one alert: launch, start at a time, pause, go on, close, cancel, take its place. */
export const alertControlRoutes = new Hono<AppEnv>();

/** The acts that ask for nothing but the alert: the last part of their address, what does it, what the page says then. */
const ACTS = [
  ['unscheduling', unscheduleAlert, 'unscheduled'],
  ['pause', pauseAlert, 'paused'],
  ['resumption', resumeAlert, 'resumed'],
  ['closure', closeAlert, 'closed'],
  ['cancellation', cancelAlert, 'cancelled'],
] as const;
for (const [path, act, done] of ACTS)
  alertControlRoutes.post(`/alerts/:id/${path}`, async (c) =>
    after(c, await act(c.var.world, c.var.who, { id: c.req.param('id') ?? '' }), done),
  );

/** The revision that the page showed, so that nobody sends words they have not seen. */
const revisionOf = (form: Form) => {
  const revision = text(form, 'revision');
  return revision ? { revision: Number(revision) } : {};
};

alertControlRoutes.post('/alerts/:id/launch', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const missing = text(form, 'acceptMissing');
  const accepted = missing ? { acceptMissing: Number(missing) } : {};
  return after(
    c,
    await launchAlert(c.var.world, c.var.who, { id, ...revisionOf(form), ...accepted }),
    'launched',
  );
});

/** The moment that a form names, or what is wrong with it by field. */
const momentFrom = (form: Form, zone: string): { at: number } | { errors: Record<string, string> } => {
  const date = parseDate(text(form, 'onDate') ?? '');
  if (!date.ok) return { errors: { onDate: date.reason } };
  const time = text(form, 'onTime') ?? '';
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { errors: { onTime: 'Write the time as 9:00 am.' } };
  const moment = momentOf(date.date, time, zone);
  return moment.ok ? { at: moment.at } : { errors: { onTime: moment.reason } };
};

const shownAgain = (c: C, alert: Alert, form: Form, errors: Record<string, string>) =>
  launchPage(c, alert, {
    values: { onDate: text(form, 'onDate') ?? '', onTime: text(form, 'onTime') ?? '' },
    errors,
  });

alertControlRoutes.post('/alerts/:id/schedule', (c) =>
  alertOr(c, async (alert) => {
    const form = formOf(await c.req.formData());
    const moment = momentFrom(form, c.var.frame.zone);
    if ('errors' in moment) return shownAgain(c, alert, form, moment.errors);
    const result = await scheduleAlert(c.var.world, c.var.who, {
      id: alert.id,
      at: moment.at,
      ...revisionOf(form),
    });
    if (!result.ok && result.problem.kind === 'invalid')
      return shownAgain(c, alert, form, { onTime: result.problem.fields?.[0]?.message ?? '' });
    return after(c, result, 'scheduled');
  }),
);

alertControlRoutes.post('/alerts/:id/successor', async (c) => {
  const { world, who } = c.var;
  const id = c.req.param('id');
  const draftId = text(formOf(await c.req.formData()), 'draftId');
  const result = await supersedeAlert(world, who, { id, ...(draftId ? { draftId } : {}) });
  if (result.ok) return c.redirect(`/alerts/${result.value.id}/edit`, 303);
  const [alert, other] = await Promise.all([alertById(world, who, { id }), successorOf(world, id)]);
  return respondProblem(
    c,
    result.problem,
    other && alert.ok
      ? { href: `/alerts/${other.id}/preview`, label: 'The new version' }
      : { href: `/alerts/${id}`, label: 'The alert' },
  );
});
