import { Hono } from 'hono';
import type { Context } from 'hono';
import { localDate } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { parseCents, plainCents } from '../platform/money.ts';
import { PROBLEM_STATUS, type Problem, type Result } from '../platform/problem.ts';
import { flashFrom, may, onlyFor, respondProblem, type AppEnv, type FieldProblem } from '../ui/index.ts';
import { addRule } from './rules/add-rule.ts';
import { correctRule } from './rules/correct-rule.ts';
import { listRules, showRule } from './rules/list-rules.ts';
import { proposeRule } from './rules/propose-rule.ts';
import { putRuleInForce } from './rules/put-rule-in-force.ts';
import { reviewRule } from './rules/review-rule.ts';
import { CorrectRulePage, NewRulePage } from './rules/rule-form-page.tsx';
import { RulePage } from './rules/rule-page.tsx';
import { RulesPage, RulesPrintPage } from './rules/rules-page.tsx';
import { withdrawRule } from './rules/withdraw-rule.ts';

const flashOf = flashFrom({
  added: 'Added. It counts from its first day on.',
  proposed: 'Kept as a proposal, without effect.',
  corrected: 'Corrected. The row before ends the day before.',
  force: 'In force from its first day on.',
  withdrawn: 'Withdrawn. It stays in the history.',
  reviewed: 'The review is noted.',
});
const back = { href: '/filings/rules', label: 'Rules' };
const today = (c: Context<AppEnv>) => localDate(c.var.world.clock.now(), c.var.frame.zone);
type Values = Record<string, string | null | undefined>;
const valuesOf = (form: Form): Values =>
  Object.fromEntries(Object.keys(form).map((name) => [name, text(form, name)]));
const LABELS: Record<string, string> = {
  regime: 'Where',
  key: 'Name in the program',
  unit: 'Unit',
  value: 'Value',
  operator: 'Compared',
  fromOn: 'First day',
  toOn: 'Last day',
  source: 'Source',
  evidence: 'How the source was read',
};
const problemsOf = (problem: Problem | null): FieldProblem[] =>
  problem === null
    ? []
    : (problem.fields ?? [{ field: 'fromOn', message: problem.message }]).map(({ field, message }) => ({
        name: field,
        label: LABELS[field] ?? field,
        message,
      }));

/** What was typed for a value, in the unit's own writing: dollars become whole cents; what cannot stays as typed. */
const typedValue = (unit: string | undefined, typed: string | undefined): string => {
  if (unit !== 'cents') return typed ?? '';
  const parsed = parseCents(typed ?? '');
  return parsed.ok ? String(parsed.cents) : (typed ?? '').replace(/^(\d+)$/, '$1.');
};

/** The rules as dated data: read, added, corrected, proposed, looked over. */
export const ruleRoutes = new Hono<AppEnv>();

ruleRoutes.get('/filings/rules', async (c) => {
  const regime = c.req.query('regime') ?? 'mt';
  const list = await listRules(c.var.world, c.var.who, { regime });
  if (!list.ok) return respondProblem(c, list.problem, back);
  return c.html(
    <RulesPage
      frame={c.var.frame}
      flash={flashOf(c)}
      regime={regime}
      regimes={list.value.regimes}
      rules={list.value.data}
      all={c.req.query('all') === '1'}
      mayChange={may(c, addRule)}
    />,
  );
});

ruleRoutes.get('/filings/rules/print', async (c) => {
  const regime = c.req.query('regime') ?? 'mt';
  const list = await listRules(c.var.world, c.var.who, { regime });
  if (!list.ok) return respondProblem(c, list.problem, back);
  const all = c.req.query('all') === '1';
  return c.html(
    <RulesPrintPage
      frame={c.var.frame}
      regime={regime}
      regimes={list.value.regimes}
      rules={list.value.data.filter((one) => all || ['now', 'later', 'proposed'].includes(one.standing))}
      today={today(c)}
    />,
  );
});

const newPage = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const list = await listRules(c.var.world, c.var.who, { limit: 1 });
  if (!list.ok) return respondProblem(c, list.problem, back);
  return c.html(
    <NewRulePage
      frame={c.var.frame}
      values={values}
      problems={problemsOf(problem)}
      regimes={list.value.regimes}
    />,
    problem ? 422 : 200,
  );
};
ruleRoutes.get('/filings/rules/new', onlyFor(addRule), (c) =>
  newPage(c, { regime: c.req.query('regime') ?? 'mt', fromOn: today(c) }, null),
);
ruleRoutes.post('/filings/rules', async (c) => {
  const form = formOf(await c.req.formData());
  const unit = text(form, 'unit');
  const input = {
    regime: text(form, 'regime') ?? '',
    key: text(form, 'key') ?? '',
    unit,
    value: typedValue(unit, text(form, 'value')),
    operator: text(form, 'operator') ?? null,
    fromOn: text(form, 'fromOn') ?? '',
    source: text(form, 'source') ?? '',
    evidence: text(form, 'evidence'),
  } as Parameters<typeof proposeRule>[2];
  const proposed = text(form, 'as') === 'proposed';
  const done = proposed
    ? await proposeRule(c.var.world, c.var.who, input)
    : await addRule(c.var.world, c.var.who, { ...input, toOn: text(form, 'toOn') ?? null });
  if (done.ok)
    return c.redirect(`/filings/rules/${done.value.id}?done=${proposed ? 'proposed' : 'added'}`, 303);
  return done.problem.kind === 'forbidden'
    ? respondProblem(c, done.problem, back)
    : newPage(c, valuesOf(form), done.problem);
});

const rulePage = async (c: Context<AppEnv>, id: string, problem: Problem | null) => {
  const found = await showRule(c.var.world, c.var.who, { id });
  if (!found.ok) return respondProblem(c, found.problem, back);
  return c.html(
    <RulePage
      frame={c.var.frame}
      flash={problem ? null : flashOf(c)}
      rule={found.value}
      mayChange={may(c, addRule)}
      problem={problem?.fields?.[0]?.message ?? problem?.message ?? null}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};
ruleRoutes.get('/filings/rules/:id', (c) => rulePage(c, c.req.param('id'), null));

const correctionPage = async (
  c: Context<AppEnv>,
  id: string,
  typed: Values | null,
  problem: Problem | null,
) => {
  const found = await showRule(c.var.world, c.var.who, { id });
  if (!found.ok) return respondProblem(c, found.problem, back);
  const { unit, value, operator, source } = found.value;
  const values = typed ?? {
    value: unit === 'cents' ? plainCents(Number(value)) : value,
    operator,
    source,
    fromOn: today(c),
  };
  return c.html(
    <CorrectRulePage frame={c.var.frame} rule={found.value} values={values} problems={problemsOf(problem)} />,
    problem ? 422 : 200,
  );
};
ruleRoutes.get('/filings/rules/:id/correction', onlyFor(correctRule), (c) =>
  correctionPage(c, c.req.param('id'), null, null),
);
ruleRoutes.post('/filings/rules/:id/correction', async (c) => {
  const id = c.req.param('id');
  const form = formOf(await c.req.formData());
  const found = await showRule(c.var.world, c.var.who, { id });
  if (!found.ok) return respondProblem(c, found.problem, back);
  const done = await correctRule(c.var.world, c.var.who, {
    id,
    fromOn: text(form, 'fromOn') ?? '',
    value: typedValue(found.value.unit, text(form, 'value')),
    operator: (text(form, 'operator') ?? null) as Parameters<typeof correctRule>[2]['operator'],
    source: text(form, 'source') ?? '',
    evidence: text(form, 'evidence') as Parameters<typeof correctRule>[2]['evidence'],
  });
  if (done.ok) return c.redirect(`/filings/rules/${done.value.id}?done=corrected`, 303);
  return done.problem.kind === 'invalid'
    ? correctionPage(c, id, valuesOf(form), done.problem)
    : rulePage(c, id, done.problem);
});

const after = (c: Context<AppEnv>, id: string, done: Result<unknown>, code: string) =>
  done.ok ? c.redirect(`/filings/rules/${id}?done=${code}`, 303) : rulePage(c, id, done.problem);
ruleRoutes.post('/filings/rules/:id/force', async (c) => {
  const id = c.req.param('id');
  return after(c, id, await putRuleInForce(c.var.world, c.var.who, { id }), 'force');
});
ruleRoutes.post('/filings/rules/:id/withdrawal', async (c) => {
  const id = c.req.param('id');
  return after(c, id, await withdrawRule(c.var.world, c.var.who, { id }), 'withdrawn');
});
ruleRoutes.post('/filings/rules/:id/review', async (c) => {
  const id = c.req.param('id');
  const reviewer = text(formOf(await c.req.formData()), 'reviewer') ?? '';
  return after(c, id, await reviewRule(c.var.world, c.var.who, { id, reviewer }), 'reviewed');
});
