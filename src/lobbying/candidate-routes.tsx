import { Hono } from 'hono';
import type { Context } from 'hono';
import { formOf, text } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { may, respondProblem, type AppEnv } from '../ui/index.ts';
import { listCandidates } from './list-candidates.ts';
import { nameCandidate, removeCandidate } from './name-candidate.ts';
import { CandidatesPage } from './pages/candidates-page.tsx';
import { setCampaignWindow } from './set-campaign-window.ts';
import { valuesOf, whole, type Values } from './form-values.ts';
import { after, fieldsOf, flashOf, LOG } from './shared-routes.tsx';
import { contactChoices } from './views.ts';

const back = { href: '/log/candidates', label: 'Candidates' };

/** Who stands in an election, and the window before it. */
export const candidateRoutes = new Hono<AppEnv>();

const page = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const { world, who, frame } = c.var;
  const list = await listCandidates(world, who, {});
  if (!list.ok) return respondProblem(c, list.problem, LOG);
  const choices = await contactChoices(world, who, {});
  return c.html(
    <CandidatesPage
      frame={frame}
      flash={problem ? null : flashOf(c)}
      {...list.value}
      officials={choices.ok ? choices.value.officials : []}
      values={values}
      problems={fieldsOf(problem)}
      mayName={may(c, nameCandidate)}
      mayDecide={may(c, setCampaignWindow)}
    />,
    problem ? 422 : 200,
  );
};

candidateRoutes.get('/log/candidates', (c) => page(c, {}, null));

candidateRoutes.post('/log/candidates', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await nameCandidate(c.var.world, c.var.who, {
    officialId: text(form, 'officialId') ?? '',
    electionOn: text(form, 'electionOn') ?? '',
    office: text(form, 'office') ?? '',
    source: text(form, 'source') ?? '',
  });
  return done.ok || done.problem.kind !== 'invalid'
    ? after(c, done, '/log/candidates?done=candidate', back)
    : page(c, valuesOf(form), done.problem);
});

candidateRoutes.post('/log/candidates/window', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await setCampaignWindow(c.var.world, c.var.who, {
    days: whole(text(form, 'days')) ?? Number.NaN,
    scorecards: text(form, 'scorecards') === 'yes',
    source: text(form, 'decision') ?? '',
  });
  if (done.ok || done.problem.kind !== 'invalid') return after(c, done, '/log/candidates?done=window', back);
  const fields = done.problem.fields?.map((one) =>
    one.field === 'source' ? { ...one, field: 'decision' } : one,
  );
  return page(c, valuesOf(form), { ...done.problem, fields });
});

candidateRoutes.post('/log/candidates/:id/removal', async (c) => {
  const done = await removeCandidate(c.var.world, c.var.who, { id: c.req.param('id') });
  return after(c, done, '/log/candidates?done=stands_no_more', back);
});
