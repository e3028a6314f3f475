import { Hono, type Context } from 'hono';
import { setOwnHours, showOwnHours } from '../delivery/index.ts';
import { showMember } from '../people/index.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { roleProblem } from '../platform/verb.ts';
import { fieldErrors, respondProblem, type AppEnv } from '../ui/index.ts';
import { OwnHoursPage } from './pages/own-hours.tsx';

/** Between which hours a member wants texts, written down by staff. */
export const memberHoursRoutes = new Hono<AppEnv>();

const back = { href: '/members', label: 'Members' };
const PATH = '/members/:id{[0-9A-HJKMNP-TV-Z]{26}}/hours';

/** The times of a form, or none where the network's hours are chosen. */
export const hoursIn = (form: Form): { opens: string | null; closes: string | null } =>
  text(form, 'hours') === 'all'
    ? { opens: null, closes: null }
    : { opens: text(form, 'opens') ?? '', closes: text(form, 'closes') ?? '' };

const page = async (c: Context<AppEnv>, errors: Record<string, string>, form: Form) => {
  const { world, who, frame } = c.var;
  const id = c.req.param('id') ?? '';
  const stranger = roleProblem(who, setOwnHours);
  if (stranger) return respondProblem(c, stranger, back);
  const [member, hours] = await Promise.all([
    showMember(world, who, { id }),
    showOwnHours(world, who, { id }),
  ]);
  if (!member.ok) return respondProblem(c, member.problem, back);
  if (!hours.ok) return respondProblem(c, hours.problem, back);
  return c.html(
    <OwnHoursPage
      frame={frame}
      member={member.value}
      hours={hours.value}
      chosen={text(form, 'opens') ? hoursIn(form) : undefined}
      saidBy={text(form, 'saidBy') ?? null}
      errors={errors}
    />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
};

memberHoursRoutes.get(PATH, (c) => page(c, {}, {}));
memberHoursRoutes.post(PATH, async (c) => {
  const id = c.req.param('id');
  const form = formOf(await c.req.formData());
  const done = await setOwnHours(c.var.world, c.var.who, {
    id,
    ...hoursIn(form),
    saidBy: (text(form, 'saidBy') ?? null) as never,
  });
  if (done.ok) return c.redirect(`/members/${id}?done=hours`, 303);
  return done.problem.kind === 'invalid'
    ? page(c, fieldErrors(done.problem), form)
    : respondProblem(c, done.problem, back);
});
