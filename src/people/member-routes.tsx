import { Hono } from 'hono';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import { fieldErrors, may, respondProblem, type AppEnv } from '../ui/index.ts';
import { addMember } from './add-member.ts';
import { listDistricts } from './district-views.ts';
import { leaveMember } from './leave-member.ts';
import { listGroups, listOrganizations, listRegions } from './organization-views.ts';
import { EditMemberPage, NewMemberPage } from './pages/member-form.tsx';
import { returnMember } from './return-member.ts';
import { backToMembers, flashOf, valuesOf, type C } from './shared-routes.ts';
import { showMember } from './show-member.ts';
import { updateMember } from './update-member.ts';

/** A member is added, changed, leaves and comes back. */
export const memberRoutes = new Hono<AppEnv>();

const choicesFor = async (c: C) => {
  const { world, who } = c.var;
  const [organizations, regions, districts, groups] = await Promise.all([
    listOrganizations(world, who, {}),
    listRegions(world, who, {}),
    listDistricts(world, who, { limit: 2000 }),
    listGroups(world, who, {}),
  ]);
  return {
    organizations: organizations.ok ? organizations.value : [],
    regions: regions.ok ? regions.value : [],
    districts: districts.ok ? districts.value.data : [],
    groups: groups.ok ? groups.value : [],
  };
};
const personOf = (form: Form) => ({
  firstName: text(form, 'firstName') ?? '',
  lastName: text(form, 'lastName') ?? '',
  kind: (text(form, 'kind') ?? '') as never,
  title: text(form, 'title') ?? null,
  organizationId: text(form, 'organizationId') ?? null,
  regionId: text(form, 'regionId') ?? null,
  districtNces: text(form, 'districtNces') ?? null,
  zone: text(form, 'zone') ?? null,
  groups: (text(form, 'groups') ?? '')
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== ''),
});

memberRoutes.get('/members/new', async (c) => {
  if (!may(c, addMember)) return c.redirect('/members', 303);
  const choices = await choicesFor(c);
  return c.html(
    <NewMemberPage
      frame={c.var.frame}
      id={c.var.world.ids.next()}
      values={{}}
      errors={{}}
      choices={choices}
    />,
  );
});

memberRoutes.post('/members', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await addMember(c.var.world, c.var.who, {
    id: text(form, 'id'),
    ...personOf(form),
    mobile: text(form, 'mobile') ?? null,
    email: text(form, 'email') ?? null,
    emailIsPublic: ticked(form, 'emailIsPublic'),
    smsConsentOn: text(form, 'smsConsentOn') ?? null,
    smsConsentSource: text(form, 'smsConsentSource') ?? null,
  });
  if (done.ok) return c.redirect(`/members/${done.value.id}?done=added`, 303);
  if (done.problem.kind !== 'invalid' && done.problem.kind !== 'conflict')
    return respondProblem(c, done.problem, backToMembers);
  const errors =
    done.problem.kind === 'conflict' ? { lastName: done.problem.message } : fieldErrors(done.problem);
  const page = (
    <NewMemberPage
      frame={c.var.frame}
      id={text(form, 'id') ?? c.var.world.ids.next()}
      values={valuesOf(form)}
      errors={errors}
      choices={await choicesFor(c)}
    />
  );
  return c.html(page, 422);
});

/** The edit page as it stands, with what was typed and what is wrong with it. */
export const editPage = async (c: C, form: Form | null, errors: Record<string, string>) => {
  const id = c.req.param('id') ?? '';
  const found = await showMember(c.var.world, c.var.who, { id });
  if (!found.ok) return respondProblem(c, found.problem, backToMembers);
  const member = found.value;
  const stored = {
    firstName: member.firstName,
    lastName: member.lastName,
    kind: member.kind,
    title: member.title ?? undefined,
    organizationId: member.organizationId,
    regionId: member.regionId ?? undefined,
    districtNces: member.districtNces ?? undefined,
    zone: member.zone ?? undefined,
    groups: member.groups.map((group) => group.name).join('; '),
  };
  const values = form ? { ...stored, ...valuesOf(form) } : stored;
  const page = (
    <EditMemberPage
      frame={c.var.frame}
      member={member}
      flash={flashOf(c)}
      values={values}
      errors={errors}
      choices={await choicesFor(c)}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
};

memberRoutes.get('/members/:id/edit', (c) =>
  may(c, updateMember)
    ? editPage(c, null, {})
    : Promise.resolve(c.redirect(`/members/${c.req.param('id')}`, 303)),
);

memberRoutes.post('/members/:id{[0-9A-Za-z]{20,}}', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await updateMember(c.var.world, c.var.who, { id: c.req.param('id'), ...personOf(form) });
  if (done.ok) return c.redirect(`/members/${done.value.id}?done=saved`, 303);
  return done.problem.kind === 'invalid'
    ? editPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

memberRoutes.post('/members/:id/leave', async (c) => {
  const done = await leaveMember(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok ? c.redirect('/members?done=left', 303) : respondProblem(c, done.problem, backToMembers);
});

memberRoutes.post('/members/:id/return', async (c) => {
  const done = await returnMember(c.var.world, c.var.who, { id: c.req.param('id') });
  return done.ok
    ? c.redirect(`/members/${done.value.id}?done=returned`, 303)
    : respondProblem(c, done.problem, backToMembers);
});
