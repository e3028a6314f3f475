import { Hono } from 'hono';
import type { Context } from 'hono';
import { localDate, yearOf } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { flashFrom, may, respondProblem, type AppEnv } from '../ui/index.ts';
import { addCalendarDay } from './days/add-calendar-day.ts';
import { listCalendarDays } from './days/list-calendar-days.ts';
import { removeCalendarDay } from './days/remove-calendar-day.ts';
import { DaysPage } from './pages/days-page.tsx';

const flashOf = flashFrom({
  day: 'Added. Work the due dates out again under Filings to see what it moves.',
  gone: 'Taken out. Work the due dates out again under Filings to see what moves back.',
});
const back = { href: '/filings/days', label: 'Days' };
const LABELS: Record<string, string> = { onDate: 'Day', kind: 'What it is', name: 'Name', source: 'Source' };

/** The calendar that moves due dates, as data. */
export const dayRoutes = new Hono<AppEnv>();

const daysPage = async (
  c: Context<AppEnv>,
  jurisdiction: string,
  values: Record<string, string | undefined>,
  problem: Problem | null,
) => {
  const { world, who, frame } = c.var;
  const from = `${yearOf(localDate(world.clock.now(), frame.zone)) - 1}-01-01`;
  const list = await listCalendarDays(world, who, { jurisdiction, from });
  if (!list.ok) return respondProblem(c, list.problem, back);
  const fields = problem?.fields ?? (problem ? [{ field: 'onDate', message: problem.message }] : []);
  return c.html(
    <DaysPage
      frame={frame}
      flash={problem ? null : flashOf(c)}
      jurisdiction={jurisdiction}
      jurisdictions={list.value.jurisdictions}
      days={list.value.data}
      mayChange={may(c, addCalendarDay)}
      values={values}
      problems={fields.map(({ field, message }) => ({ name: field, label: LABELS[field] ?? field, message }))}
    />,
    problem ? 422 : 200,
  );
};

dayRoutes.get('/filings/days', (c) => daysPage(c, c.req.query('jurisdiction') ?? 'MT', {}, null));

dayRoutes.post('/filings/days', async (c) => {
  const form = formOf(await c.req.formData());
  const values = Object.fromEntries(Object.keys(form).map((name) => [name, text(form, name)]));
  const jurisdiction = values.jurisdiction ?? '';
  const done = await addCalendarDay(c.var.world, c.var.who, {
    jurisdiction,
    onDate: values.onDate ?? '',
    kind: values.kind as Parameters<typeof addCalendarDay>[2]['kind'],
    name: values.name ?? '',
    source: values.source ?? '',
  });
  if (done.ok) return c.redirect(`/filings/days?jurisdiction=${jurisdiction}&done=day`, 303);
  return done.problem.kind === 'forbidden'
    ? respondProblem(c, done.problem, back)
    : daysPage(c, jurisdiction, values, done.problem);
});

dayRoutes.post('/filings/days/removal', async (c) => {
  const form = formOf(await c.req.formData());
  const jurisdiction = text(form, 'jurisdiction') ?? '';
  const done = await removeCalendarDay(c.var.world, c.var.who, {
    jurisdiction,
    onDate: text(form, 'onDate') ?? '',
    kind: text(form, 'kind') as Parameters<typeof removeCalendarDay>[2]['kind'],
  });
  return done.ok
    ? c.redirect(`/filings/days?jurisdiction=${jurisdiction}&done=gone`, 303)
    : respondProblem(c, done.problem, back);
});
