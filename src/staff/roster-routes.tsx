import { Hono, type Context } from 'hono';
import { formatIso, showWhen } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { showPhone } from '../platform/phone.ts';
import { missing, PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { roleProblem } from '../platform/verb.ts';
import type { Role } from '../platform/who.ts';
import { fieldErrors, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { endRole, grantRole } from './grant-role.ts';
import { inviteStaff } from './invite-staff.ts';
import { InvitePage, PersonPage } from './pages/person.tsx';
import { roleText } from './pages/role-fields.tsx';
import { RosterPage } from './pages/roster.tsx';
import { flashOf } from './pages/settings-page.tsx';
import { resendInvitation } from './resend-invitation.ts';
import { setStaffPhone } from './set-staff-phone.ts';
import { listStaff } from './views.ts';
import { withdrawInvitation } from './withdraw-invitation.ts';

type C = Context<AppEnv>;

const DONE = {
  invited: 'The invitation is on its way.',
  unsent: 'The invitation is made, but its mail could not be handed over. Send it again in a while.',
  again: 'A new link is on its way; the one before no longer works.',
  withdrawn: 'The invitation is withdrawn.',
  left: 'The person is off the staff.',
  role: 'The role is changed.',
  phone: 'The phone is saved.',
};
const BACK = { href: '/settings/staff', label: 'Staff' };

const placesOf = async (c: C) => {
  const { world } = c.var;
  const [regions, organizations] = await Promise.all([world.places.regions(), world.places.organizations()]);
  return { regions, organizations };
};
const roleInput = (form: Form) => ({
  // An unknown role is told beside the field by the verb's own check.
  role: (text(form, 'role') ?? '') as Role,
  regionId: text(form, 'regionId') ?? null,
  organizationId: text(form, 'organizationId') ?? null,
});

export const rosterRoutes = new Hono<AppEnv>();

rosterRoutes.get('/settings/staff', async (c) => {
  const { world, who, frame } = c.var;
  const roster = await listStaff(world, who, {});
  if (!roster.ok) return respondProblem(c, roster.problem);
  const places = await placesOf(c);
  const now = world.clock.now();
  const when = (ms: number) => ({ iso: formatIso(ms), text: showWhen(ms, now, frame.zone) });
  return c.html(
    <RosterPage
      frame={frame}
      mayInvite={roleProblem(who, inviteStaff) === null}
      people={roster.value.staff.map((one) => ({
        ...one,
        role: one.role && roleText({ ...one, role: one.role }, places),
        phone: one.phone && showPhone(one.phone),
        lastSignIn: one.lastSignInAt === null ? null : when(one.lastSignInAt),
      }))}
      invitations={roster.value.invitations.map((one) => ({
        ...one,
        role: roleText(one, places),
        until: when(one.expiresAt),
        over: one.expiresAt <= now,
      }))}
      flash={flashOf(DONE, c.req.query('done'))}
    />,
  );
});

const invitePage = async (c: C, again?: { problem: Problem; form: Form }) => {
  const { problem } = again ?? {};
  return c.html(
    <InvitePage
      frame={c.var.frame}
      id={(again && text(again.form, 'id')) ?? c.var.world.ids.next()}
      places={await placesOf(c)}
      values={
        again
          ? { ...roleInput(again.form), name: text(again.form, 'name'), email: text(again.form, 'email') }
          : {}
      }
      errors={problem && fieldErrors(problem)}
      problem={problem?.kind === 'invalid' ? undefined : problem?.message}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

rosterRoutes.get('/settings/staff/new', onlyFor(inviteStaff), (c) => invitePage(c));

rosterRoutes.post('/settings/staff/invitations', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await inviteStaff(c.var.world, c.var.who, {
    id: text(form, 'id'),
    name: text(form, 'name') ?? '',
    email: text(form, 'email') ?? '',
    ...roleInput(form),
  });
  if (done.ok) return c.redirect(`/settings/staff?done=${done.value.mailed ? 'invited' : 'unsent'}`, 303);
  return done.problem.kind === 'forbidden'
    ? respondProblem(c, done.problem)
    : invitePage(c, { problem: done.problem, form });
});

rosterRoutes.post('/settings/staff/invitations/:id/mail', async (c) => {
  const done = await resendInvitation(c.var.world, c.var.who, { id: c.req.param('id') });
  if (!done.ok) return respondProblem(c, done.problem, BACK);
  return c.redirect(`/settings/staff?done=${done.value.mailed ? 'again' : 'unsent'}`, 303);
});

rosterRoutes.post('/settings/staff/invitations/:id/withdrawal', async (c) => {
  const done = await withdrawInvitation(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok ? c.redirect('/settings/staff?done=withdrawn', 303) : respondProblem(c, done.problem, BACK);
});

const personPage = async (c: C, again?: { problem: Problem; form: Form }) => {
  const roster = await listStaff(c.var.world, c.var.who, {});
  if (!roster.ok) return respondProblem(c, roster.problem);
  const person = roster.value.staff.find(({ id }) => id === c.req.param('id'));
  if (!person) return respondProblem(c, missing('That person').problem, BACK);
  const { problem, form } = again ?? {};
  return c.html(
    <PersonPage
      frame={c.var.frame}
      person={{
        ...person,
        phone: (form && text(form, 'phone')) ?? (person.phone && showPhone(person.phone)),
        ...(form && 'role' in form ? roleInput(form) : {}),
      }}
      places={await placesOf(c)}
      errors={problem && fieldErrors(problem)}
      problem={problem?.kind === 'invalid' ? undefined : problem?.message}
      flash={flashOf(DONE, c.req.query('done'))}
    />,
    problem ? PROBLEM_STATUS[problem.kind] : 200,
  );
};

rosterRoutes.get('/settings/staff/:id', (c) => personPage(c));

rosterRoutes.post('/settings/staff/:id/role', async (c) => {
  const form = formOf(await c.req.formData());
  const staffId = c.req.param('id');
  const done = await grantRole(c.var.world, c.var.who, { staffId, ...roleInput(form) });
  if (done.ok) return c.redirect(`/settings/staff/${staffId}?done=role`, 303);
  return personPage(c, { problem: done.problem, form });
});

rosterRoutes.post('/settings/staff/:id/phone', async (c) => {
  const form = formOf(await c.req.formData());
  const staffId = c.req.param('id');
  const done = await setStaffPhone(c.var.world, c.var.who, { staffId, phone: text(form, 'phone') ?? null });
  if (done.ok) return c.redirect(`/settings/staff/${staffId}?done=phone`, 303);
  return personPage(c, { problem: done.problem, form });
});

rosterRoutes.post('/settings/staff/:id/departure', async (c) => {
  const done = await endRole(c.var.world, c.var.who, { staffId: c.req.param('id') });
  return done.ok
    ? c.redirect('/settings/staff?done=left', 303)
    : personPage(c, { problem: done.problem, form: {} });
});
