import { Hono, type Context } from 'hono';
import { formOf, list, text, ticked, type Form } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { roleProblem } from '../platform/verb.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { endOverride } from './end-override.ts';
import type { Days } from './hours.ts';
import { listHours } from './list-hours.ts';
import { overrideWindow } from './override-window.ts';
import { HoursPage } from './pages/hours.tsx';

type C = Context<AppEnv>;

const BACK = { href: '/settings/hours', label: 'Hours' };
const flashOf = flashFrom({
  set: 'These hours hold now, or from their first day on.',
  ended: 'They are ended. The hours of the network and of the states hold again.',
});

const valuesOf = (form: Form) => ({
  state: text(form, 'state') ?? '*',
  days: list(form, 'days'),
  closed: ticked(form, 'closed'),
  opens: text(form, 'opens') ?? '',
  closes: text(form, 'closes') ?? '',
  fromOn: text(form, 'fromOn') ?? '',
  toOn: text(form, 'toOn') ?? '',
  reason: text(form, 'reason') ?? '',
});
const FRESH = valuesOf({ opens: '09:00', closes: '20:00' });

const page = async (c: C, again?: { problem: Problem; form: Form }) => {
  const { world, who, frame } = c.var;
  const hours = await listHours(world, who, {});
  if (!hours.ok) return respondProblem(c, hours.problem);
  const { today } = hours.value;
  return c.html(
    <HoursPage
      frame={frame}
      {...hours.value}
      form={
        roleProblem(who, overrideWindow)
          ? null
          : {
              values: again ? valuesOf(again.form) : { ...FRESH, fromOn: today },
              errors: again ? fieldErrors(again.problem) : {},
              today,
            }
      }
      flash={flashOf(c) ?? undefined}
    />,
    again ? PROBLEM_STATUS[again.problem.kind] : 200,
  );
};

/** The hours of texts under the settings, for people who are signed in. */
export const hoursRoutes = new Hono<AppEnv>();

hoursRoutes.get('/settings/hours', (c) => page(c));

hoursRoutes.post('/settings/hours', async (c) => {
  const form = formOf(await c.req.formData());
  const { closed, opens, closes, fromOn, toOn, days, ...rest } = valuesOf(form);
  const done = await overrideWindow(c.var.world, c.var.who, {
    ...rest,
    days: days as Days[],
    opens: closed ? null : opens,
    closes: closed ? null : closes,
    ...(fromOn === '' ? {} : { fromOn }),
    toOn: toOn === '' ? null : toOn,
  });
  if (done.ok) return c.redirect('/settings/hours?done=set', 303);
  return done.problem.kind === 'invalid'
    ? page(c, { problem: done.problem, form })
    : respondProblem(c, done.problem, BACK);
});

hoursRoutes.post('/settings/hours/:id/end', async (c) => {
  const done = await endOverride(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok ? c.redirect('/settings/hours?done=ended', 303) : respondProblem(c, done.problem, BACK);
});
