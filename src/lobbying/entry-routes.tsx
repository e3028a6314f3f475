import { Hono } from 'hono';
import type { Context } from 'hono';
import { formOf, text, ticked } from '../platform/form.ts';
import { parseCents } from '../platform/money.ts';
import type { Problem } from '../platform/problem.ts';
import { onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addActivity } from './add-activity.ts';
import { addExpense } from './add-expense.ts';
import { classifyActivity, confirmActivity } from './change-activity.ts';
import { confirmExpense } from './confirm-expense.ts';
import { ClassPage, classesOf } from './pages/class-page.tsx';
import { ActivityFormPage, ActivityPage, ExpenseFormPage, ExpensePage } from './pages/entry-pages.tsx';
import { removeActivity } from './remove-activity.ts';
import { removeExpense } from './remove-expense.ts';
import { after, fieldsOf, flashOf, LOG, may, today, valuesOf, whole, type Values } from './shared-routes.tsx';
import { contactChoices, showActivity, showExpense } from './views.ts';

/** Lines of the log: activities and expenses, one at a time. */
export const entryRoutes = new Hono<AppEnv>();

const activityForm = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const choices = await contactChoices(c.var.world, c.var.who, {});
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <ActivityFormPage
      frame={c.var.frame}
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
};
entryRoutes.get('/log/activities/new', onlyFor(addActivity), (c) =>
  activityForm(c, { onDate: today(c) }, null),
);
entryRoutes.post('/log/activities', async (c) => {
  const form = formOf(await c.req.formData());
  const result = await addActivity(c.var.world, c.var.who, {
    id: text(form, 'id'),
    onDate: text(form, 'onDate') ?? '',
    kind: text(form, 'kind'),
    method: text(form, 'method') ?? null,
    officialId: text(form, 'officialId') ?? null,
    billId: text(form, 'billId') ?? null,
    position: text(form, 'position') ?? null,
    minutes: whole(text(form, 'minutes')),
    note: text(form, 'note') ?? '',
  } as Parameters<typeof addActivity>[2]);
  if (result.ok) return c.redirect('/log?done=activity', 303);
  return result.problem.kind === 'invalid'
    ? activityForm(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, LOG);
});
const activityPage = async (c: Context<AppEnv>, id: string, problem: Problem | null) => {
  const shown = await showActivity(c.var.world, c.var.who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  return c.html(
    <ActivityPage
      frame={c.var.frame}
      flash={flashOf(c)}
      activity={shown.value}
      mayChange={may(c, confirmActivity)}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
};
entryRoutes.get('/log/activities/:id', (c) => activityPage(c, c.req.param('id'), null));
entryRoutes.post('/log/activities/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const result = await confirmActivity(c.var.world, c.var.who, { id, minutes: whole(text(form, 'minutes')) });
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, `/log/activities/${id}?done=confirmed`)
    : activityPage(c, id, result.problem);
});

const classPage = async (
  c: Context<AppEnv>,
  id: string,
  regime: string,
  values: Values,
  problem: Problem | null,
) => {
  const shown = await showActivity(c.var.world, c.var.who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  const classed = classesOf(shown.value).find((one) => one.regime === regime);
  if (!classed)
    return respondProblem(
      c,
      { kind: 'missing', message: 'This line is not classed there: the organization does not file there.' },
      { href: `/log/activities/${id}`, label: 'The activity' },
    );
  return c.html(
    <ClassPage
      frame={c.var.frame}
      activity={shown.value}
      classed={classed}
      values={values}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
};
entryRoutes.get('/log/activities/:id/class/:regime', (c) =>
  classPage(c, c.req.param('id'), c.req.param('regime'), {}, null),
);
entryRoutes.post('/log/activities/:id/class/:regime', async (c) => {
  const form = formOf(await c.req.formData());
  const { id, regime } = c.req.param();
  const chosen = text(form, 'class') ?? '';
  const result = await classifyActivity(c.var.world, c.var.who, {
    id,
    regime,
    class: chosen,
    counts: chosen !== 'not_counted',
    reason: text(form, 'reason') ?? '',
  });
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, `/log/activities/${id}?done=classed`)
    : classPage(c, id, regime, valuesOf(form), result.problem);
});
entryRoutes.post('/log/activities/:id/removal', async (c) =>
  after(c, await removeActivity(c.var.world, c.var.who, { id: c.req.param('id') }), '/log?done=removed'),
);

const expenseForm = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const choices = await contactChoices(c.var.world, c.var.who, {});
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <ExpenseFormPage
      frame={c.var.frame}
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
};
entryRoutes.get('/log/expenses/new', onlyFor(addExpense), (c) =>
  expenseForm(c, { incurredOn: today(c) }, null),
);
entryRoutes.post('/log/expenses', async (c) => {
  const form = formOf(await c.req.formData());
  const amount = parseCents(text(form, 'amount') ?? '');
  if (!amount.ok)
    return expenseForm(c, valuesOf(form), {
      kind: 'invalid',
      message: '',
      fields: [{ field: 'amount', message: amount.reason }],
    });
  const result = await addExpense(c.var.world, c.var.who, {
    id: text(form, 'id'),
    incurredOn: text(form, 'incurredOn') ?? '',
    amountCents: amount.cents,
    payee: text(form, 'payee') ?? '',
    purpose: text(form, 'purpose') ?? '',
    mtCategory: text(form, 'mtCategory') ?? null,
    msCategory: text(form, 'msCategory') ?? null,
    officialId: text(form, 'officialId') ?? null,
    place: text(form, 'place') ?? null,
    attendees: text(form, 'attendees')
      ?.split(';')
      .map((name) => name.trim())
      .filter(Boolean),
    billId: text(form, 'billId') ?? null,
    personalLiving: ticked(form, 'personalLiving'),
  } as Parameters<typeof addExpense>[2]);
  if (result.ok) return c.redirect('/log?done=expense', 303);
  return result.problem.kind === 'invalid'
    ? expenseForm(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, LOG);
});
entryRoutes.get('/log/expenses/:id', async (c) => {
  const shown = await showExpense(c.var.world, c.var.who, { id: c.req.param('id') });
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  return c.html(
    <ExpensePage
      frame={c.var.frame}
      flash={flashOf(c)}
      expense={shown.value}
      mayChange={may(c, confirmExpense)}
    />,
  );
});
entryRoutes.post('/log/expenses/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = {
    id,
    mtCategory: text(form, 'mtCategory') ?? null,
    msCategory: text(form, 'msCategory') ?? null,
  } as Parameters<typeof confirmExpense>[2];
  return after(c, await confirmExpense(c.var.world, c.var.who, input), `/log/expenses/${id}?done=confirmed`);
});
entryRoutes.post('/log/expenses/:id/removal', async (c) =>
  after(c, await removeExpense(c.var.world, c.var.who, { id: c.req.param('id') }), '/log?done=removed'),
);
