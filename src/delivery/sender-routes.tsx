import { Hono, type Context } from 'hono';
import { formOf, text, type Form } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { listSenders } from './list-senders.ts';
import { SendersPage } from './pages/senders.tsx';
import { releaseHold } from './release-hold.ts';
import { setSender } from './set-sender.ts';

const flashOf = flashFrom({
  saved: 'Saved. It holds within a minute.',
  released: 'The hold is lifted.',
});

/** The settings of what the network sends from, for people who are signed in. */
export const senderRoutes = new Hono<AppEnv>();

const page = async (c: Context<AppEnv>, again?: { id: string; form: Form; problem: Problem }) => {
  const { world, who, frame } = c.var;
  const listed = await listSenders(world, who, {});
  if (!listed.ok) return respondProblem(c, listed.problem);
  const role = who.kind === 'staff' ? who.role : 'board';
  const typed = again && {
    id: again.id,
    values: Object.fromEntries(
      ['profile', 'number', 'perSecond', 'perDay'].map((name) => [name, text(again.form, name) ?? '']),
    ),
    errors: fieldErrors(again.problem),
  };
  return c.html(
    <SendersPage
      frame={frame}
      mayChange={role === 'owner' || role === 'director'}
      now={world.clock.now()}
      senders={listed.value.senders}
      profiles={listed.value.profiles}
      again={typed ?? null}
      flash={again ? undefined : (flashOf(c) ?? undefined)}
    />,
    again ? PROBLEM_STATUS[again.problem.kind] : 200,
  );
};

senderRoutes.get('/settings/senders', (c) => page(c));

senderRoutes.post('/settings/senders/:id', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const perDay = text(form, 'perDay');
  const done = await setSender(c.var.world, c.var.who, {
    id,
    profile: text(form, 'profile') ?? '',
    perSecond: Number(text(form, 'perSecond') ?? Number.NaN),
    perDay: perDay === undefined ? null : Number(perDay),
    number: text(form, 'number') ?? null,
  });
  if (done.ok) return c.redirect('/settings/senders?done=saved', 303);
  return done.problem.kind === 'invalid'
    ? page(c, { id, form, problem: done.problem })
    : respondProblem(c, done.problem, { href: '/settings/senders', label: 'Senders' });
});

senderRoutes.post('/settings/senders/:id/release', async (c) => {
  const done = await releaseHold(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok
    ? c.redirect('/settings/senders?done=released', 303)
    : respondProblem(c, done.problem, { href: '/settings/senders', label: 'Senders' });
});
