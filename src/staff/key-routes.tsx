import { Hono, type Context } from 'hono';
import { localDate, showShortDay } from '../platform/days.ts';
import { formOf, list, text } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, respondProblem, type AppEnv } from '../ui/index.ts';
import { createApiKey } from './create-api-key.ts';
import { KeysPage } from './pages/keys.tsx';
import { flashOf } from './pages/settings-page.tsx';
import { revokeApiKey } from './revoke-api-key.ts';
import { listApiKeys } from './views.ts';

type C = Context<AppEnv>;
type After = { made?: string; problem?: Problem; values?: { name: string; scopes: string[] } };

const BACK = { href: '/settings/keys', label: 'API keys' };

const page = async (c: C, { made, problem, values }: After = {}) => {
  const { world, who, frame } = c.var;
  const keys = await listApiKeys(world, who, {});
  if (!keys.ok) return respondProblem(c, keys.problem);
  c.header('cache-control', 'no-store');
  return c.html(
    <KeysPage
      frame={frame}
      keys={keys.value.map((one) => ({
        ...one,
        made: showShortDay(localDate(one.createdAt, frame.zone), { year: true }),
        used: one.lastUsedOn && showShortDay(one.lastUsedOn, { year: true }),
        revoked: one.revokedAt !== null,
      }))}
      made={made}
      values={values}
      errors={problem && fieldErrors(problem)}
      flash={flashOf({ revoked: 'The key is revoked.' }, c.req.query('done'))}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

export const keyRoutes = new Hono<AppEnv>();

keyRoutes.get('/settings/keys', (c) => page(c));

// Answers with the page itself: a redirect would have to carry the key in an address.
keyRoutes.post('/settings/keys', async (c) => {
  const form = formOf(await c.req.formData());
  const values = { name: text(form, 'name') ?? '', scopes: list(form, 'scopes') };
  const done = await createApiKey(c.var.world, c.var.who, values);
  if (done.ok) return page(c, { made: done.value.key });
  return done.problem.kind === 'invalid'
    ? page(c, { problem: done.problem, values })
    : respondProblem(c, done.problem, BACK);
});

keyRoutes.post('/settings/keys/:id/revocation', async (c) => {
  const done = await revokeApiKey(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok ? c.redirect('/settings/keys?done=revoked', 303) : respondProblem(c, done.problem, BACK);
});
