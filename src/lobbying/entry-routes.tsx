import { Hono } from 'hono';
import type { Context } from 'hono';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import { parseCents, plainCents } from '../platform/money.ts';
import type { Problem } from '../platform/problem.ts';
import { may, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addActivity } from './add-activity.ts';
import { addExpense } from './add-expense.ts';
import { answerActivity, openQuestions } from './answer-questions.ts';
import { changeActivity } from './change-entry.ts';
import { changeExpense } from './change-expense.ts';
import { listAttachments } from './log-views.ts';
import { splitActivity, splitExpense } from './split-entry.ts';
import { classifyActivity, confirmActivity } from './change-activity.ts';
import { confirmExpense } from './confirm-expense.ts';
import { ClassPage, classesOf } from './pages/class-page.tsx';
import {
  ActivityFormPage,
  ActivityPage,
  categoryValues,
  ExpenseFormPage,
  ExpensePage,
} from './pages/entry-pages.tsx';
import { removeActivity } from './remove-activity.ts';
import { removeExpense } from './remove-expense.ts';
import { after, fieldsOf, flashOf, LOG, today, valuesOf, whole, type Values } from './shared-routes.tsx';
import { contactChoices, listFilers, showActivity, showExpense } from './views.ts';

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
  activityForm(c, { onDate: today(c), ...c.req.query() }, null),
);
const activityOf = (form: Form) => ({
  onDate: text(form, 'onDate') ?? '',
  kind: text(form, 'kind'),
  method: text(form, 'method') ?? null,
  officialId: text(form, 'officialId') ?? null,
  billId: text(form, 'billId') ?? null,
  position: text(form, 'position') ?? null,
  minutes: whole(text(form, 'minutes')),
  minutesTravel: whole(text(form, 'minutesTravel')),
  note: text(form, 'note') ?? '',
});
entryRoutes.post('/log/activities', async (c) => {
  const form = formOf(await c.req.formData());
  const result = await addActivity(c.var.world, c.var.who, {
    id: text(form, 'id'),
    ...activityOf(form),
  } as Parameters<typeof addActivity>[2]);
  if (result.ok)
    return c.redirect(
      result.value.warnings.length > 0
        ? `/log/activities/${result.value.id}?done=twin`
        : '/log?done=activity',
      303,
    );
  return result.problem.kind === 'invalid'
    ? activityForm(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, LOG);
});
const activityPage = async (c: Context<AppEnv>, id: string, problem: Problem | null) => {
  const { world, who } = c.var;
  const [shown, questions, files, filed] = await Promise.all([
    showActivity(world, who, { id }),
    openQuestions(world, who, { id }),
    listAttachments(world, who, { subjectKind: 'activity', subjectId: id }),
    world.filedRows(world, 'activity', id),
  ]);
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  return c.html(
    <ActivityPage
      frame={c.var.frame}
      flash={flashOf(c)}
      activity={shown.value}
      mayChange={may(c, confirmActivity)}
      problems={fieldsOf(problem)}
      questions={questions.ok ? questions.value : []}
      files={files.ok ? files.value : []}
      filed={filed}
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

const activityEdit = async (c: Context<AppEnv>, values: Values | null, problem: Problem | null) => {
  const { world, who } = c.var;
  const id = c.req.param('id') ?? '';
  const [shown, choices, filed] = await Promise.all([
    showActivity(world, who, { id }),
    contactChoices(world, who, {}),
    world.filedRows(world, 'activity', id),
  ]);
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  const { minutes, minutesTravel, onDate, kind, method, officialId, billId, position, note } = shown.value;
  return c.html(
    <ActivityFormPage
      frame={c.var.frame}
      id={id}
      values={
        values ?? {
          onDate,
          kind,
          method,
          officialId,
          billId,
          position,
          note,
          minutes: minutes === null ? null : String(minutes),
          minutesTravel: minutesTravel === null ? null : String(minutesTravel),
        }
      }
      choices={choices.value}
      problems={fieldsOf(problem)}
      change={{ href: `/log/activities/${id}/edit`, filed }}
    />,
    problem ? 422 : 200,
  );
};
entryRoutes.get('/log/activities/:id/edit', onlyFor(changeActivity), (c) => activityEdit(c, null, null));
entryRoutes.post('/log/activities/:id/edit', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const result = await changeActivity(c.var.world, c.var.who, {
    id,
    ...activityOf(form),
    amends: ticked(form, 'amends'),
  } as Parameters<typeof changeActivity>[2]);
  if (result.ok)
    return c.redirect(
      `/log/activities/${id}?done=${result.value.warnings.length > 0 ? 'twin' : 'changed'}`,
      303,
    );
  return result.problem.kind === 'invalid'
    ? activityEdit(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, { href: `/log/activities/${id}/edit`, label: 'Change it' });
});
const ANSWERS: Record<string, string | boolean> = { yes: true, no: false };
entryRoutes.post('/log/activities/:id/answers', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const answers = Object.fromEntries(
    Object.keys(form)
      .filter((name) => name !== 'amends')
      .flatMap((name) => {
        const said = text(form, name);
        return said === undefined ? [] : [[name, ANSWERS[said] ?? said]];
      }),
  );
  const result = await answerActivity(c.var.world, c.var.who, {
    ...answers,
    id,
    amends: ticked(form, 'amends'),
  });
  return after(c, result, `/log/activities/${id}?done=answered`, {
    href: `/log/activities/${id}`,
    label: 'The activity',
  });
});
/** "2, 1, 1" as parts; what is no number is left for the verb to refuse. */
const sharesOf = (form: Form) =>
  (text(form, 'shares') ?? '')
    .split(/[,;\s]+/)
    .filter(Boolean)
    .map((share) => ({ share: Number(share) }));
entryRoutes.post('/log/activities/:id/parts', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = { id, parts: sharesOf(form), amends: ticked(form, 'amends') };
  const result = await splitActivity(c.var.world, c.var.who, input);
  return after(c, result, `/log/activities/${id}?done=split`, {
    href: `/log/activities/${id}`,
    label: 'The activity',
  });
});
entryRoutes.post('/log/expenses/:id/parts', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = { id, parts: sharesOf(form), amends: ticked(form, 'amends') };
  const result = await splitExpense(c.var.world, c.var.who, input);
  return after(c, result, `/log/expenses/${id}?done=split`, {
    href: `/log/expenses/${id}`,
    label: 'The expense',
  });
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
      filed={await c.var.world.filedRows(c.var.world, 'activity', id)}
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
    amends: ticked(form, 'amends'),
  });
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, `/log/activities/${id}?done=classed`)
    : classPage(c, id, regime, valuesOf(form), result.problem);
});
entryRoutes.post('/log/activities/:id/removal', async (c) =>
  // The page has said what a removal does to a filed report, on the button itself.
  after(
    c,
    await removeActivity(c.var.world, c.var.who, { id: c.req.param('id'), amends: true }),
    '/log?done=removed',
  ),
);

/** The regimes where the association files, for the categories that a form asks. */
const regimesFiled = async (c: Context<AppEnv>): Promise<string[]> => {
  const named = await listFilers(c.var.world, c.var.who, {});
  const on = today(c);
  return named.ok
    ? [
        ...new Set(
          named.value.filers
            .filter((one) => one.fromOn <= on && (!one.toOn || one.toOn >= on))
            .map((one) => one.regime),
        ),
      ]
    : [];
};
const categoriesOf = (form: Form) => ({
  mtCategory: text(form, 'mtCategory'),
  msCategory: text(form, 'msCategory'),
  categories: {
    ma: text(form, 'categories-ma'),
    lda: text(form, 'categories-lda'),
    irs: text(form, 'categories-irs'),
  },
});
const expenseForm = async (
  c: Context<AppEnv>,
  values: Values,
  problem: Problem | null,
  change?: { href: string; filed: { filingId: string; name: string }[] },
) => {
  const [choices, regimes] = await Promise.all([contactChoices(c.var.world, c.var.who, {}), regimesFiled(c)]);
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <ExpenseFormPage
      frame={c.var.frame}
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      regimes={regimes}
      problems={fieldsOf(problem)}
      change={change}
    />,
    problem ? 422 : 200,
  );
};
const wrongAmount = (message: string): Problem => ({
  kind: 'invalid',
  message: '',
  fields: [{ field: 'amount', message }],
});
const expenseOf = (form: Form, amountCents: number) => ({
  incurredOn: text(form, 'incurredOn') ?? '',
  amountCents,
  payee: text(form, 'payee') ?? '',
  purpose: text(form, 'purpose') ?? '',
  ...categoriesOf(form),
  officialId: text(form, 'officialId') ?? null,
  place: text(form, 'place') ?? null,
  attendees: text(form, 'attendees')
    ?.split(';')
    .map((name) => name.trim())
    .filter(Boolean),
  billId: text(form, 'billId') ?? null,
  personalLiving: ticked(form, 'personalLiving'),
});
entryRoutes.get('/log/expenses/new', onlyFor(addExpense), (c) =>
  expenseForm(c, { incurredOn: today(c) }, null),
);
entryRoutes.post('/log/expenses', async (c) => {
  const form = formOf(await c.req.formData());
  const amount = parseCents(text(form, 'amount') ?? '');
  if (!amount.ok) return expenseForm(c, valuesOf(form), wrongAmount(amount.reason));
  const result = await addExpense(c.var.world, c.var.who, {
    id: text(form, 'id'),
    ...expenseOf(form, amount.cents),
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
    regimesFiled(c),
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
entryRoutes.get('/log/expenses/:id', (c) => expensePage(c, c.req.param('id'), null));
entryRoutes.post('/log/expenses/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = { id, ...categoriesOf(form) } as Parameters<typeof confirmExpense>[2];
  const result = await confirmExpense(c.var.world, c.var.who, input);
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, `/log/expenses/${id}?done=confirmed`)
    : expensePage(c, id, result.problem);
});
const expenseEdit = async (c: Context<AppEnv>, values: Values | null, problem: Problem | null) => {
  const id = c.req.param('id') ?? '';
  const shown = await showExpense(c.var.world, c.var.who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  const kept = shown.value;
  const filed = await c.var.world.filedRows(c.var.world, 'expense', id);
  return expenseForm(
    c,
    values ?? {
      id,
      amount: plainCents(kept.amountCents),
      incurredOn: kept.incurredOn,
      payee: kept.payee,
      purpose: kept.purpose,
      officialId: kept.officialId,
      place: kept.place,
      billId: kept.billId,
      personalLiving: kept.personalLiving === 1 ? '1' : null,
      ...categoryValues(kept),
    },
    problem,
    { href: `/log/expenses/${id}/edit`, filed },
  );
};
entryRoutes.get('/log/expenses/:id/edit', onlyFor(changeExpense), (c) => expenseEdit(c, null, null));
entryRoutes.post('/log/expenses/:id/edit', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const amount = parseCents(text(form, 'amount') ?? '');
  if (!amount.ok) return expenseEdit(c, { ...valuesOf(form), id }, wrongAmount(amount.reason));
  const result = await changeExpense(c.var.world, c.var.who, {
    id,
    ...expenseOf(form, amount.cents),
    amends: ticked(form, 'amends'),
  } as Parameters<typeof changeExpense>[2]);
  if (result.ok) return c.redirect(`/log/expenses/${id}?done=changed`, 303);
  return result.problem.kind === 'invalid'
    ? expenseEdit(c, { ...valuesOf(form), id }, result.problem)
    : respondProblem(c, result.problem, { href: `/log/expenses/${id}/edit`, label: 'Change it' });
});
entryRoutes.post('/log/expenses/:id/removal', async (c) =>
  after(
    c,
    await removeExpense(c.var.world, c.var.who, { id: c.req.param('id'), amends: true }),
    '/log?done=removed',
  ),
);
