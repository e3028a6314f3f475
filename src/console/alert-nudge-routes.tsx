import { Hono } from 'hono';
import type { Context } from 'hono';
import type { Alert } from '../alerts/index.ts';
import { nudgeAlert, nudgeOf, previewNudge } from '../delivery/index.ts';
import { formOf, text } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { alertTally } from '../replies/index.ts';
import { may, type AppEnv, type FieldProblem } from '../ui/index.ts';
import { after, alertOr } from './alert-shared.tsx';
import { AlertNudgePage } from './pages/alert-nudge.tsx';

/** A reminder to those who have not answered: whom it would reach, by region, and the sending of it. */
export const alertNudgeRoutes = new Hono<AppEnv>();

const nudgePage = async (
  c: Context<AppEnv>,
  alert: Alert,
  values: { smsText: string; emailText: string; regionId: string },
  problem: Problem | null,
) => {
  const { world, frame } = c.var;
  const [{ byRegion }, foretold] = await Promise.all([
    // Only the regions are shown here, whatever was asked.
    alertTally(world, alert.id, null, []),
    may(c, previewNudge)
      ? nudgeOf(world, alert, {
          smsText: values.smsText,
          ...(values.regionId ? { regionId: values.regionId } : {}),
        })
      : null,
  ]);
  const regions = byRegion
    .map((one) => ({ id: one.regionId, name: one.region, silent: one.asked - one.answered }))
    .filter((one) => one.silent > 0 && (values.regionId === '' || one.id === values.regionId));
  const problems: FieldProblem[] = (problem?.fields ?? []).map((one) => ({
    name: one.field,
    label: '',
    message: one.message,
  }));
  return c.html(
    <AlertNudgePage
      frame={frame}
      alert={alert}
      regions={regions}
      foretold={foretold}
      now={world.clock.now()}
      values={values}
      problems={problems}
    />,
    problem ? 422 : 200,
  );
};

alertNudgeRoutes.get('/alerts/:id/nudge', (c) =>
  alertOr(c, (alert) =>
    nudgePage(
      c,
      alert,
      {
        smsText: `Reminder: ${alert.smsText}`,
        emailText: alert.emailText,
        regionId: c.req.query('region') ?? '',
      },
      null,
    ),
  ),
);

alertNudgeRoutes.post('/alerts/:id/nudges', (c) =>
  alertOr(c, async (alert) => {
    const form = formOf(await c.req.formData());
    const regionId = text(form, 'regionId') ?? '';
    const words = { smsText: text(form, 'smsText') ?? '', emailText: text(form, 'emailText') ?? '' };
    const result = await nudgeAlert(c.var.world, c.var.who, {
      id: alert.id,
      ...words,
      ...(regionId ? { regionId } : {}),
    });
    return !result.ok && result.problem.kind === 'invalid'
      ? nudgePage(c, alert, { ...words, regionId }, result.problem)
      : after(c, result, 'nudged');
  }),
);
