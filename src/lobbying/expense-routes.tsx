import { Hono } from 'hono';
import type { Context } from 'hono';
import { formOf, text, ticked } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { may, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addExpense } from './add-expense.ts';
import { changeExpense } from './change-expense.ts';
import { confirmExpense } from './confirm-expense.ts';
import { entryChoices, regimesOn } from './entry-choices.ts';
import { categoriesOf, expenseOf, expenseValues } from './expense-form.ts';
import { valuesOf, type Values } from './form-values.ts';
import { keptExpense } from './kept-row.ts';
import { listAttachments } from './log-views.ts';
import { ExpenseFormPage } from './pages/expense-form-page.tsx';
import { categoryValues, ExpensePage } from './pages/expense-page.tsx';
import { removeExpense } from './remove-expense.ts';
import { after, fieldsOf, flashOf, LOG, sharesOf, today } from './shared-routes.tsx';
import { splitExpense } from './split-entry.ts';
import { showExpense } from './views.ts';

/** Expenses of the log, one at a time. */
export const expenseRoutes = new Hono<AppEnv>();

const expenseForm = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const choices = await entryChoices(c.var.world, c.var.who, today(c), {});
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <ExpenseFormPage
      frame={c.var.frame}
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      regimes={choices.value.regimes}
      because={choices.value.because}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
};
expenseRoutes.get('/log/expenses/new', onlyFor(addExpense), (c) =>
  expenseForm(c, { incurredOn: today(c), ...c.req.query() }, null),
);
expenseRoutes.post('/log/expenses', async (c) => {
  const form = formOf(await c.req.formData());
  const read = expenseOf(form);
  if (!read.ok) return expenseForm(c, valuesOf(form), read.problem);
  const result = await addExpense(c.var.world, c.var.who, {
    id: text(form, 'id'),
    organizationId: text(form, 'organizationId'),
    ...read.value,
  } as Parameters<typeof addExpense>[2]);
  if (result.ok) return c.redirect('/log?done=expense', 303);
  return result.problem.kind === 'invalid'
    ? expenseForm(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, LOG);
});
const expensePage = async (c: Context<AppEnv>, id: string, problem: Problem | null) => {
  const { world, who } = c.var;
  const [shown, regimes, files, filed] = await Promise.all([
    showExpense(world, who, { id }),
    regimesOn(world, who, today(c)),
    listAttachments(world, who, { subjectKind: 'expense', subjectId: id }),
    world.filedRows(world, 'expense', id),
  ]);
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  return c.html(
    <ExpensePage
      frame={c.var.frame}
      flash={flashOf(c)}
      expense={shown.value}
      mayChange={may(c, confirmExpense)}
      regimes={regimes}
      files={files.ok ? files.value : []}
      filed={filed}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
};
expenseRoutes.get('/log/expenses/:id', (c) => expensePage(c, c.req.param('id'), null));
expenseRoutes.post('/log/expenses/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = { id, ...categoriesOf(form) } as Parameters<typeof confirmExpense>[2];
  const result = await confirmExpense(c.var.world, c.var.who, input);
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, `/log/expenses/${id}?done=confirmed`)
    : expensePage(c, id, result.problem);
});

const expenseEdit = async (c: Context<AppEnv>, values: Values | null, problem: Problem | null) => {
  const { world, who } = c.var;
  const id = c.req.param('id') ?? '';
  const shown = await showExpense(world, who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  const [choices, filed] = await Promise.all([
    entryChoices(c.var.world, c.var.who, today(c), shown.value),
    world.filedRows(world, 'expense', id),
  ]);
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <ExpenseFormPage
      frame={c.var.frame}
      id={id}
      values={values ?? { ...expenseValues(keptExpense(shown.value)), ...categoryValues(shown.value) }}
      choices={choices.value}
      regimes={choices.value.regimes}
      because={choices.value.because}
      problems={fieldsOf(problem)}
      change={{ href: `/log/expenses/${id}/edit`, filed }}
    />,
    problem ? 422 : 200,
  );
};
expenseRoutes.get('/log/expenses/:id/edit', onlyFor(changeExpense), (c) => expenseEdit(c, null, null));
expenseRoutes.post('/log/expenses/:id/edit', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const read = expenseOf(form);
  if (!read.ok) return expenseEdit(c, valuesOf(form), read.problem);
  const result = await changeExpense(c.var.world, c.var.who, {
    id,
    ...read.value,
    amends: ticked(form, 'amends'),
  } as Parameters<typeof changeExpense>[2]);
  if (result.ok) return c.redirect(`/log/expenses/${id}?done=changed`, 303);
  return result.problem.kind === 'invalid'
    ? expenseEdit(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, { href: `/log/expenses/${id}/edit`, label: 'Change it' });
});
expenseRoutes.post('/log/expenses/:id/parts', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = { id, parts: sharesOf(form), amends: ticked(form, 'amends') };
  const result = await splitExpense(c.var.world, c.var.who, input);
  return after(c, result, `/log/expenses/${id}?done=split`, {
    href: `/log/expenses/${id}`,
    label: 'The expense',
  });
});

expenseRoutes.post('/log/expenses/:id/removal', async (c) =>
  after(
    c,
    await removeExpense(c.var.world, c.var.who, { id: c.req.param('id'), amends: true }),
    '/log?done=removed',
  ),
);
