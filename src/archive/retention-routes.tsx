import { Hono, type Context } from 'hono';
import { formatIso, showShortDay, showWhen } from '../platform/days.ts';
import { formOf, text } from '../platform/form.ts';
import { missing, PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { roleProblem } from '../platform/verb.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { holdEverything, liftHold } from './hold.ts';
import { KIND_NAMES, type KindName } from './kinds.ts';
import { listRetention } from './list-retention.ts';
import { KindPage } from './pages/kind-page.tsx';
import { RetentionPage } from './pages/retention-page.tsx';
import { keepAll, setRetention } from './set-retention.ts';
import { showRemoval } from './show-removal.ts';

type C = Context<AppEnv>;

const PLACE = '/settings/retention';
const BACK = { href: PLACE, label: 'Retention' };
const flash = flashFrom({
  set: 'It is removed from tonight on.',
  kept: 'Nothing of this kind is removed any more.',
  held: 'Nothing is removed until the hold is lifted.',
  lifted: 'The hold is lifted.',
});
const kindOf = (c: C) => KIND_NAMES.find((one) => one === c.req.param('kind'));

const listPage = async (c: C, again?: { problem: Problem; reason: string }) => {
  const { world, who, frame } = c.var;
  const result = await listRetention(world, who, {});
  if (!result.ok) return respondProblem(c, result.problem, { href: '/settings', label: 'Settings' });
  const now = world.clock.now();
  const when = (ms: number) => ({ iso: formatIso(ms), text: showWhen(ms, now, frame.zone) });
  const { hold, kinds } = result.value;
  return c.html(
    <RetentionPage
      frame={frame}
      hold={hold && { ...hold, since: when(hold.setAt) }}
      kinds={kinds.map((one) => ({ ...one, ran: one.ranAt === null ? null : when(one.ranAt) }))}
      reason={again?.reason}
      errors={again && fieldErrors(again.problem)}
      flash={flash(c) ?? undefined}
    />,
    again ? PROBLEM_STATUS[again.problem.kind] : 200,
  );
};

/** One kind, and what so many days would remove. */
const kindPage = async (c: C, typed: string | undefined) => {
  const { world, who, frame } = c.var;
  const kind = kindOf(c);
  const all = await listRetention(world, who, {});
  if (!all.ok) return respondProblem(c, all.problem, BACK);
  const shown = all.value.kinds.find((one) => one.kind === kind);
  if (!kind || !shown) return respondProblem(c, missing('This kind').problem, BACK);
  const result = typed === undefined ? null : await showRemoval(world, who, { kind, days: Number(typed) });
  const problem = result && !result.ok ? result.problem : null;
  return c.html(
    <KindPage
      frame={frame}
      mayWrite={roleProblem(who, setRetention) === null}
      kind={shown}
      typed={typed}
      error={problem ? fieldErrors(problem).days : undefined}
      would={
        result?.ok
          ? { ...result.value, before: showShortDay(result.value.before, { year: true }) }
          : undefined
      }
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

export const retentionRoutes = new Hono<AppEnv>();

retentionRoutes.get('/settings/retention', (c) => listPage(c));
retentionRoutes.get('/settings/retention/:kind', (c) => kindPage(c, c.req.query('days')));

const after = (c: C, result: { ok: true } | { ok: false; problem: Problem }, code: string) =>
  result.ok ? c.redirect(`${PLACE}?done=${code}`, 303) : respondProblem(c, result.problem, BACK);

retentionRoutes.post('/settings/retention/:kind', async (c) => {
  const days = text(formOf(await c.req.formData()), 'days') ?? '';
  const done = await setRetention(c.var.world, c.var.who, {
    kind: kindOf(c) as KindName,
    days: Number(days),
  });
  return !done.ok && done.problem.kind === 'invalid' ? kindPage(c, days) : after(c, done, 'set');
});

retentionRoutes.post('/settings/retention/:kind/keep', async (c) =>
  after(c, await keepAll(c.var.world, c.var.who, { kind: kindOf(c) as KindName }), 'kept'),
);

retentionRoutes.post('/settings/holds', async (c) => {
  const reason = text(formOf(await c.req.formData()), 'reason') ?? '';
  const done = await holdEverything(c.var.world, c.var.who, { reason });
  return !done.ok && done.problem.kind === 'invalid'
    ? listPage(c, { problem: done.problem, reason })
    : after(c, done, 'held');
});

retentionRoutes.post('/settings/holds/:id/end', async (c) =>
  after(c, await liftHold(c.var.world, c.var.who, { id: c.req.param('id') }), 'lifted'),
);
