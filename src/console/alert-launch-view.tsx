import type { Context } from 'hono';
import { alertById, previewAlert, type Alert } from '../alerts/index.ts';
import { currentHours, isLate, startRefused, tallyOf, weekOf, weekWords } from '../delivery/index.ts';
import { localDate } from '../platform/days.ts';
import { respondProblem, type AppEnv } from '../ui/index.ts';
import { flashOf, mayAct } from './alert-shared.tsx';
import { AlertLaunchPage } from './pages/alert-launch.tsx';
import type { StartForm } from './pages/alert-start.tsx';

/** The page of an alert that may be sent now or at a time, as first opened or with what is wrong in the form. */
export const launchPage = async (c: Context<AppEnv>, alert: Alert, form?: StartForm) => {
  const { world, who, frame } = c.var;
  const [preview, refused, old, sent] = await Promise.all([
    previewAlert(world, who, { id: alert.id }),
    alert.state === 'approved' ? startRefused(world, alert.id) : null,
    alert.supersedes ? alertById(world, who, { id: alert.supersedes }) : null,
    alert.supersedes ? tallyOf(world, alert.supersedes) : null,
  ]);
  if (!preview.ok) return respondProblem(c, preview.problem);
  const now = world.clock.now();
  const { rows } = await currentHours(world);
  return c.html(
    <AlertLaunchPage
      frame={frame}
      flash={form ? null : flashOf(c)}
      alert={alert}
      preview={preview.value}
      mayLaunch={mayAct(c)}
      now={now}
      late={isLate(alert, now)}
      hours={alert.sendSms ? weekWords(weekOf(rows, '*', localDate(now, frame.zone))) : null}
      refused={refused}
      takesPlace={
        old?.ok && sent
          ? {
              title: old.value.title,
              out: sent.sms.out + sent.email.out,
              ahead: sent.sms.ahead + sent.email.ahead,
            }
          : null
      }
      form={form ?? { values: { onDate: '', onTime: '' }, errors: {} }}
    />,
    form ? 422 : 200,
  );
};
