import { Hono } from 'hono';
import type { Context } from 'hono';
import { addDays } from '../platform/days.ts';
import { fileOf, formOf, text } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { networkSettings } from '../staff/index.ts';
import { onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addFromCalendar } from './add-from-calendar.ts';
import { logLine, previewLine } from './log-one-line.ts';
import { listRecurring, mondayOf, showWeek } from './log-views.ts';
import { CalendarPage, LinePage, RecurringPage, WeekPage } from './pages/quick-pages.tsx';
import { readCalendar } from './read-calendar.ts';
import { addRecurring, endRecurring } from './recurring.ts';
import { valuesOf, whole, type Values } from './form-values.ts';
import { after, fieldsOf, flashOf, LOG, today } from './shared-routes.tsx';
import { contactChoices } from './views.ts';

/** Ways into the log that take seconds: one line, a week's gaps, a calendar file, entries that come back. */
export const quickRoutes = new Hono<AppEnv>();

quickRoutes.get('/log/line', async (c) => {
  const line = c.req.query('line')?.trim() ?? '';
  if (line === '') return c.redirect('/log', 303);
  const read = await previewLine(c.var.world, c.var.who, { line });
  if (!read.ok) return respondProblem(c, read.problem, LOG);
  return c.html(
    <LinePage frame={c.var.frame} id={c.var.world.ids.next()} line={line} read={read.value} />,
    read.value.problems.length > 0 ? 422 : 200,
  );
});
quickRoutes.post('/log/lines', async (c) => {
  const form = formOf(await c.req.formData());
  const line = text(form, 'line') ?? '';
  const result = await logLine(c.var.world, c.var.who, { id: text(form, 'id'), line });
  if (result.ok)
    return c.redirect(
      result.value.warnings.length > 0
        ? `/log/activities/${result.value.id}?done=twin`
        : '/log?done=activity',
      303,
    );
  return result.problem.kind === 'invalid'
    ? c.redirect(`/log/line?line=${encodeURIComponent(line)}`, 303)
    : respondProblem(c, result.problem, LOG);
});

quickRoutes.get('/log/week', async (c) => {
  const week = await showWeek(c.var.world, c.var.who, { from: c.req.query('from') || today(c) });
  if (!week.ok) return respondProblem(c, week.problem, LOG);
  const next = addDays(week.value.from, 7);
  return c.html(
    <WeekPage
      frame={c.var.frame}
      week={week.value}
      before={addDays(week.value.from, -7)}
      next={next <= mondayOf(today(c)) ? next : null}
    />,
  );
});

const NOTHING = { offered: null, leftOut: [] };
const wrong = (message: string) => [{ name: 'file', label: 'Calendar file', message }];
quickRoutes.get('/log/calendar', onlyFor(addFromCalendar), (c) =>
  c.html(<CalendarPage frame={c.var.frame} {...NOTHING} problems={[]} />),
);
quickRoutes.post('/log/calendar', onlyFor(addFromCalendar), async (c) => {
  const file = await fileOf(await c.req.formData(), 'file');
  const { zone } = await networkSettings(c.var.world);
  const read = file
    ? readCalendar(new TextDecoder().decode(file.bytes), zone)
    : ({ ok: false, reason: 'Choose the .ics file of your calendar.' } as const);
  if (!read.ok)
    return c.html(<CalendarPage frame={c.var.frame} {...NOTHING} problems={wrong(read.reason)} />, 422);
  const past = read.events.filter((one) => one.onDate <= today(c));
  const later = read.events.length - past.length;
  return c.html(
    <CalendarPage
      frame={c.var.frame}
      offered={past.map((one) => ({ ...one, id: c.var.world.ids.next() }))}
      leftOut={later > 0 ? [...read.leftOut, { why: 'still to come', count: later }] : read.leftOut}
      problems={[]}
    />,
  );
});
quickRoutes.post('/log/calendar/drafts', async (c) => {
  const form = formOf(await c.req.formData());
  const events = Object.keys(form)
    .filter((key) => key.startsWith('event-'))
    .flatMap((key) => {
      try {
        const event = JSON.parse(text(form, key) ?? '') as {
          onDate: string;
          minutes: number | null;
          summary: string;
        };
        return [{ id: key.slice('event-'.length), ...event }];
      } catch {
        return [];
      }
    });
  const result = await addFromCalendar(c.var.world, c.var.who, { events });
  return after(c, result, '/log?done=drafted', { href: '/log/calendar', label: 'From a calendar' });
});

const recurringPage = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const { world, who } = c.var;
  const [entries, choices] = await Promise.all([
    listRecurring(world, who, {}),
    contactChoices(world, who, {}),
  ]);
  if (!entries.ok) return respondProblem(c, entries.problem, LOG);
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <RecurringPage
      frame={c.var.frame}
      flash={flashOf(c)}
      id={values.id ?? world.ids.next()}
      entries={entries.value}
      values={values}
      choices={choices.value}
      problems={fieldsOf(problem, { every: 'when', onDay: 'when' })}
    />,
    problem ? 422 : 200,
  );
};
quickRoutes.get('/log/recurring', (c) => recurringPage(c, {}, null));
quickRoutes.post('/log/recurring', async (c) => {
  const form = formOf(await c.req.formData());
  const [every, onDay] = (text(form, 'when') ?? '').split('-');
  const result = await addRecurring(c.var.world, c.var.who, {
    id: text(form, 'id'),
    every,
    onDay: Number(onDay ?? Number.NaN),
    kind: text(form, 'kind'),
    minutes: whole(text(form, 'minutes')),
    billId: text(form, 'billId') ?? null,
    note: text(form, 'note') ?? '',
    toOn: text(form, 'toOn') ?? null,
  } as Parameters<typeof addRecurring>[2]);
  if (result.ok) return c.redirect('/log/recurring?done=recurring', 303);
  return result.problem.kind === 'invalid'
    ? recurringPage(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, LOG);
});
quickRoutes.post('/log/recurring/:id/end', async (c) =>
  after(
    c,
    await endRecurring(c.var.world, c.var.who, { id: c.req.param('id') }),
    '/log/recurring?done=recurringEnded',
  ),
);
