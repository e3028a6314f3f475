import { Hono, type Context } from 'hono';
import { alertChoices, endAsk, setAsk } from '../alerts/index.ts';
import { howKnown } from '../legislature/index.ts';
import { METHOD_LABELS, seenFromUs, type Method } from '../lobbying/index.ts';
import { localDate, showShortDay } from '../platform/days.ts';
import { formOf, list, text, type Form } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, flashFrom, respondProblem, type AppEnv } from '../ui/index.ts';
import { delegation } from './delegation.ts';
import { DelegationPage } from './pages/delegation.tsx';

type C = Context<AppEnv>;

const BACK = { href: '/officials/delegation', label: 'Delegation' };
const flashOf = flashFrom({
  asked: 'The ask stands.',
  ended: 'The ask is ended. It stays on record.',
  reopened: 'The ask stands again.',
});

/** The delegation, as first opened or with what is wrong in a new ask. */
const page = async (c: C, form: Form = {}, problem: Problem | null = null) => {
  const { world, who, frame } = c.var;
  const [found, choices] = await Promise.all([delegation(world, who, {}), alertChoices(world, who, {})]);
  if (!found.ok) return respondProblem(c, found.problem, { href: '/officials', label: 'Officials' });
  if (!choices.ok) return respondProblem(c, choices.problem, BACK);
  const { points, data } = found.value;
  const day = (at: number) => showShortDay(localDate(at, frame.zone));
  return c.html(
    <DelegationPage
      frame={frame}
      points={points.map((one) => ({
        ...one,
        when: day(one.publishedAt),
        expired: one.expiry === 'expired',
      }))}
      delegates={data.map((seat) => ({
        ...seat,
        asks: seat.asks.map((ask) => ({ ...ask, since: day(ask.setAt) })),
        known: seat.known.map((one) => ({
          ...one,
          how: howKnown(one),
        })),
        heard: seat.heard.map((one) => ({
          id: one.id,
          by: one.by ?? 'Somebody',
          memberId: one.memberId,
          when: showShortDay(one.onDate),
          how: METHOD_LABELS[one.method as Method] ?? '',
          about: one.billNumber ?? one.issueName,
          stance: one.stance && seenFromUs(one.stance, null),
        })),
      }))}
      form={{ id: world.ids.next(), ...form }}
      issues={choices.value.issue ?? []}
      bills={choices.value.bill ?? []}
      errors={fieldErrors(problem)}
      ended={c.req.query('ended') ?? null}
      flash={problem ? null : flashOf(c)}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

export const delegationRoutes = new Hono<AppEnv>();

delegationRoutes.get('/officials/delegation', (c) => page(c));

delegationRoutes.post('/officials/delegation/asks', async (c) => {
  const form = formOf(await c.req.formData());
  const asked = await setAsk(c.var.world, c.var.who, {
    id: text(form, 'id'),
    officialIds: list(form, 'officialIds'),
    issueId: text(form, 'issueId') ?? '',
    billId: text(form, 'billId') ?? null,
    words: text(form, 'words') ?? '',
  });
  if (asked.ok) return c.redirect('/officials/delegation?done=asked', 303);
  return asked.problem.kind === 'invalid'
    ? page(c, form, asked.problem)
    : respondProblem(c, asked.problem, BACK);
});

delegationRoutes.post('/officials/delegation/asks/:id/end', async (c) => {
  const id = c.req.param('id');
  const ended = text(formOf(await c.req.formData()), 'ended') !== 'no';
  const done = await endAsk(c.var.world, c.var.who, { id, ended });
  if (!done.ok) return respondProblem(c, done.problem, BACK);
  return c.redirect(`/officials/delegation?done=${ended ? `ended&ended=${id}` : 'reopened'}`, 303);
});
