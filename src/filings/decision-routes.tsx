import { Hono } from 'hono';
import type { Context } from 'hono';
import { localDate } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import { missing } from '../platform/problem.ts';
import { flashFrom, may, onlyFor, respondProblem, type AppEnv, type FieldProblem } from '../ui/index.ts';
import { exportFiling } from './export-filing.ts';
import { listFacts } from './list-facts.ts';
import { DecisionFormPage, DecisionsPage } from './pages/decisions-page.tsx';
import { recordFact } from './record-fact.ts';

const back = { href: '/filings/decisions', label: 'Decisions' };
const LABELS: Record<string, string> = {
  value: 'Decision',
  fromOn: 'Holds from',
  decidedBy: 'Who decided',
  decidedOn: 'Decided on',
  note: 'Note',
};
const onPage = (field: string, message: string): FieldProblem => ({
  name: field,
  label: LABELS[field] ?? field,
  message,
});
const flashOf = flashFrom({ decided: 'The decision is on record.' });

/** What filers have decided, and files in the shape of an office's own system. */
export const decisionRoutes = new Hono<AppEnv>();

decisionRoutes.get('/filings/decisions', async (c) => {
  const { world, who, frame } = c.var;
  const list = await listFacts(world, who, {});
  if (!list.ok) return respondProblem(c, list.problem);
  return c.html(
    <DecisionsPage
      frame={frame}
      flash={flashOf(c)}
      filers={list.value.filers}
      mayDecide={may(c, recordFact)}
    />,
  );
});

const decisionForm = async (
  c: Context<AppEnv>,
  asked: { organizationId: string; regime: string; key: string },
  values: Record<string, string>,
  problems: FieldProblem[],
) => {
  const list = await listFacts(c.var.world, c.var.who, {});
  if (!list.ok) return respondProblem(c, list.problem, back);
  const filer = list.value.filers.find(
    (one) => one.organizationId === asked.organizationId && one.regime === asked.regime,
  );
  const spec = filer?.facts.find((one) => one.spec.key === asked.key)?.spec;
  if (!filer || !spec) return respondProblem(c, missing('That question').problem, back);
  return c.html(
    <DecisionFormPage frame={c.var.frame} filer={filer} spec={spec} values={values} problems={problems} />,
    problems.length > 0 ? 422 : 200,
  );
};

decisionRoutes.get('/filings/decisions/new', onlyFor(recordFact), (c) => {
  const today = localDate(c.var.world.clock.now(), c.var.frame.zone);
  return decisionForm(
    c,
    {
      organizationId: c.req.query('organization') ?? '',
      regime: c.req.query('regime') ?? '',
      key: c.req.query('key') ?? '',
    },
    { fromOn: `${today.slice(0, 4)}-01-01`, decidedOn: today },
    [],
  );
});

decisionRoutes.post('/filings/decisions', async (c) => {
  const form = formOf(await c.req.formData());
  const field = (name: string) => text(form, name) ?? '';
  const input = {
    organizationId: field('organizationId'),
    regime: field('regime'),
    key: field('key'),
    value: field('value'),
    fromOn: field('fromOn'),
    decidedBy: field('decidedBy'),
    decidedOn: field('decidedOn'),
    note: field('note'),
  };
  const done = await recordFact(c.var.world, c.var.who, input);
  if (done.ok) return c.redirect('/filings/decisions?done=decided', 303);
  const { problem } = done;
  if (problem.kind === 'invalid')
    return decisionForm(
      c,
      input,
      input,
      (problem.fields ?? []).map((one) => onPage(one.field, one.message)),
    );
  return problem.kind === 'conflict'
    ? decisionForm(c, input, input, [onPage('value', problem.message)])
    : respondProblem(c, problem, back);
});

decisionRoutes.get('/filings/filing/:id/export/:as', async (c) => {
  const { id, as } = c.req.param();
  const file = await exportFiling(c.var.world, c.var.who, { id, as });
  if (!file.ok) return respondProblem(c, file.problem, { href: '/filings', label: 'Filings' });
  return c.body(file.value.text, 200, {
    'content-type': file.value.type,
    'content-disposition': `attachment; filename="${file.value.name}"`,
  });
});
