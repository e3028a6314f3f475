import { Hono } from 'hono';
import type { Context } from 'hono';
import { formOf, text, ticked } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { may, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { activityOf, activityValues } from './activity-form.ts';
import { addActivity } from './add-activity.ts';
import { addExpense } from './add-expense.ts';
import { answerActivity, openQuestions } from './answer-questions.ts';
import { classifyActivity, confirmActivity } from './change-activity.ts';
import { changeActivity } from './change-entry.ts';
import { entryChoices } from './entry-choices.ts';
import { valuesOf, whole, type Values } from './form-values.ts';
import { keptLine } from './kept-row.ts';
import { listAttachments, listCosts } from './log-views.ts';
import { ActivityFormPage } from './pages/activity-form-page.tsx';
import { ActivityPage } from './pages/activity-page.tsx';
import { ClassPage, classesOf } from './pages/class-page.tsx';
import { removeActivity } from './remove-activity.ts';
import { after, AS_PERSON, fieldsOf, flashOf, LOG, sharesOf, today } from './shared-routes.tsx';
import { splitActivity } from './split-entry.ts';
import { showActivity } from './views.ts';

/** Activities of the log, one at a time. */
export const activityRoutes = new Hono<AppEnv>();

const activityForm = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const choices = await entryChoices(c.var.world, c.var.who, today(c), {});
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <ActivityFormPage
      frame={c.var.frame}
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      regimes={choices.value.regimes}
      because={choices.value.because}
      problems={fieldsOf(problem, AS_PERSON)}
    />,
    problem ? 422 : 200,
  );
};
activityRoutes.get('/log/activities/new', onlyFor(addActivity), (c) =>
  activityForm(c, { onDate: today(c), ...c.req.query() }, null),
);
activityRoutes.post('/log/activities', async (c) => {
  const form = formOf(await c.req.formData());
  const result = await addActivity(c.var.world, c.var.who, {
    id: text(form, 'id'),
    organizationId: text(form, 'organizationId'),
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
  const [shown, questions, costs, files, filed] = await Promise.all([
    showActivity(world, who, { id }),
    openQuestions(world, who, { id }),
    listCosts(world, who, { id }),
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
      costs={costs.ok ? costs.value : []}
      maySpend={may(c, addExpense)}
      files={files.ok ? files.value : []}
      filed={filed}
    />,
    problem ? 422 : 200,
  );
};
activityRoutes.get('/log/activities/:id', (c) => activityPage(c, c.req.param('id'), null));
activityRoutes.post('/log/activities/:id/confirmation', async (c) => {
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
  const shown = await showActivity(world, who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, LOG);
  const [choices, filed] = await Promise.all([
    entryChoices(c.var.world, c.var.who, today(c), shown.value),
    world.filedRows(world, 'activity', id),
  ]);
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <ActivityFormPage
      frame={c.var.frame}
      id={id}
      values={values ?? activityValues(keptLine(shown.value))}
      choices={choices.value}
      regimes={choices.value.regimes}
      because={choices.value.because}
      problems={fieldsOf(problem, AS_PERSON)}
      change={{
        href: `/log/activities/${id}/edit`,
        filed,
        person: `As it is: ${shown.value.personName ?? 'the association'}`,
        ofAlert: shown.value.alertId !== null,
      }}
    />,
    problem ? 422 : 200,
  );
};
activityRoutes.get('/log/activities/:id/edit', onlyFor(changeActivity), (c) => activityEdit(c, null, null));
activityRoutes.post('/log/activities/:id/edit', async (c) => {
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
const ANSWERS: Record<string, string | boolean | null> = { yes: true, no: false, unsaid: null };
activityRoutes.post('/log/activities/:id/answers', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const answers = Object.fromEntries(
    Object.keys(form)
      .filter((name) => name !== 'amends')
      .flatMap((name) => {
        const said = text(form, name);
        return said === undefined ? [] : [[name, said in ANSWERS ? ANSWERS[said] : said]];
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
activityRoutes.post('/log/activities/:id/parts', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = { id, parts: sharesOf(form), amends: ticked(form, 'amends') };
  const result = await splitActivity(c.var.world, c.var.who, input);
  return after(c, result, `/log/activities/${id}?done=split`, {
    href: `/log/activities/${id}`,
    label: 'The activity',
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
activityRoutes.get('/log/activities/:id/class/:regime', (c) =>
  classPage(c, c.req.param('id'), c.req.param('regime'), {}, null),
);
activityRoutes.post('/log/activities/:id/class/:regime', async (c) => {
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
activityRoutes.post('/log/activities/:id/removal', async (c) =>
  // The page has said what a removal does to a filed report, on the button itself.
  after(
    c,
    await removeActivity(c.var.world, c.var.who, { id: c.req.param('id'), amends: true }),
    '/log?done=removed',
  ),
);
