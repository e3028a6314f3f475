import { Hono, type Context } from 'hono';
import { alertById } from '../alerts/index.ts';
import { leaveUnconfirmed, listUnconfirmed, sendAgain } from '../delivery/index.ts';
import { formOf, list, text, type Form } from '../platform/form.ts';
import type { Problem, Result } from '../platform/problem.ts';
import { flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { UnconfirmedPage } from './pages/unconfirmed-page.tsx';

const flashOf = flashFrom({
  left: 'Left as they are. They stay not confirmed.',
  again: 'They are going out again.',
});
const LABELS: Record<string, string> = { ids: 'Messages', reason: 'Why send again' };
type Listing = Context<AppEnv, '/alerts/:id/unconfirmed'>;

/** What nobody could confirm of an alert, and a person's two choices about it. */
export const unconfirmedRoutes = new Hono<AppEnv>();

const page = async (c: Listing, again?: { form: Form; problem: Problem }) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id');
  const [alert, messages] = await Promise.all([
    alertById(world, who, { id }),
    listUnconfirmed(world, who, { alertId: id, cursor: c.req.query('cursor') ?? '' }),
  ]);
  if (!alert.ok) return respondProblem(c, alert.problem, { href: '/alerts', label: 'Alerts' });
  if (!messages.ok) return respondProblem(c, messages.problem, { href: `/alerts/${id}`, label: 'The alert' });
  return c.html(
    <UnconfirmedPage
      frame={frame}
      flash={flashOf(c)}
      alert={alert.value}
      messages={messages.value.data}
      next={messages.value.nextCursor}
      chosen={again ? list(again.form, 'ids') : []}
      reason={again ? (text(again.form, 'reason') ?? '') : ''}
      problems={(again?.problem.fields ?? []).map(({ field, message }) => ({
        name: field,
        label: LABELS[field] ?? '',
        message,
      }))}
      now={world.clock.now()}
    />,
    again ? 422 : 200,
  );
};

const decided = async (
  c: Listing,
  done: string,
  decide: (form: Form, ids: number[]) => Promise<Result<unknown>>,
) => {
  const form = formOf(await c.req.formData());
  const result = await decide(form, list(form, 'ids').map(Number));
  if (result.ok) return c.redirect(`/alerts/${c.req.param('id')}/unconfirmed?done=${done}`, 303);
  return result.problem.kind === 'invalid'
    ? page(c, { form, problem: result.problem })
    : respondProblem(c, result.problem, {
        href: `/alerts/${c.req.param('id')}/unconfirmed`,
        label: 'Not confirmed',
      });
};

unconfirmedRoutes.get('/alerts/:id/unconfirmed', (c) => page(c as unknown as Listing));
unconfirmedRoutes.post('/alerts/:id/unconfirmed/left', (c) =>
  decided(c as unknown as Listing, 'left', (_form, ids) =>
    leaveUnconfirmed(c.var.world, c.var.who, { alertId: c.req.param('id'), ids }),
  ),
);
unconfirmedRoutes.post('/alerts/:id/unconfirmed/again', (c) =>
  decided(c as unknown as Listing, 'again', (form, ids) =>
    sendAgain(c.var.world, c.var.who, {
      alertId: c.req.param('id'),
      ids,
      reason: text(form, 'reason') ?? '',
    }),
  ),
);
