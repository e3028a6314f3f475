import { Hono, type Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { formOf, text } from '../platform/form.ts';
import { PROBLEM_STATUS } from '../platform/problem.ts';
import { ONCE_MORE, signShown, wasRead } from '../platform/read-first.ts';
import type { AppEnv } from '../ui/index.ts';
import { enrol } from './enrol.ts';
import { joinOf } from './join-of.ts';
import { JoinPage } from './pages/join-page.tsx';

type C = Context<AppEnv>;

/** The page of an invitation to get texts. Public: the signed link is the key. */
export const joinRoutes = new Hono<AppEnv>();

joinRoutes.use('/join/*', async (c, next) => {
  await next();
  c.header('cache-control', 'no-store');
});

const page = async (
  c: C,
  token: string,
  status: ContentfulStatusCode = 200,
  problem: string | null = null,
) => {
  const join = await joinOf(c.var.world, token);
  const dead = join.state === 'dead' ? 404 : status;
  const shown = await signShown(c.var.world, token, problem === ONCE_MORE);
  return c.html(<JoinPage {...join} action={`/join/${token}`} shown={shown} problem={problem} />, dead);
};

joinRoutes.get('/join/:token', (c) => page(c, c.req.param('token')));

joinRoutes.post('/join/:token', async (c) => {
  const token = c.req.param('token');
  const { whom } = await joinOf(c.var.world, token);
  if (!whom) return page(c, token);
  const form = formOf(await c.req.formData());
  if (!(await wasRead(c.var.world, token, text(form, 'shown')))) return page(c, token, 409, ONCE_MORE);
  const version = text(form, 'version') ?? '';
  const who = { kind: 'member' as const, id: whom.memberId };
  const done = await enrol(c.var.world, who, { contactPointId: whom.contactPointId, version });
  if (done.ok) return c.redirect(`/join/${token}`, 303);
  return page(c, token, PROBLEM_STATUS[done.problem.kind], done.problem.message);
});
