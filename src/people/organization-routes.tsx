import { Hono } from 'hono';
import { formOf, text, type Form } from '../platform/form.ts';
import { fieldErrors, may, respondProblem, type AppEnv } from '../ui/index.ts';
import { addOrganization } from './add-organization.ts';
import { listDistrictClasses, listDistricts } from './district-views.ts';
import { importDistricts } from './import-districts.ts';
import { listGroups, listOrganizations, listRegions } from './organization-views.ts';
import { DistrictsPage } from './pages/districts-page.tsx';
import { OrganizationsPage } from './pages/organizations-page.tsx';
import { backToMembers, flashOf, isFew, valuesOf, type C } from './shared-routes.ts';

/** What members belong to: school districts, organizations, regions and groups. */
export const organizationRoutes = new Hono<AppEnv>();

organizationRoutes.get('/members/districts', async (c) => {
  const { world, who, frame } = c.var;
  const asked = { q: c.req.query('q') || undefined, class: c.req.query('class') || undefined };
  const [districts, classes] = await Promise.all([
    listDistricts(world, who, { ...asked, cursor: c.req.query('cursor') || undefined }),
    listDistrictClasses(world, who, {}),
  ]);
  if (!districts.ok) return respondProblem(c, districts.problem, backToMembers);
  return c.html(
    <DistrictsPage
      frame={frame}
      districts={districts.value.data}
      next={districts.value.nextCursor}
      classes={classes.ok ? classes.value : []}
      asked={asked}
      mayWrite={may(c, importDistricts)}
      few={isFew(c)}
    />,
  );
});

const organizationsPage = async (c: C, form: Form, errors: Record<string, string>) => {
  const { organizations, regions, groups } = await organizationLists(c);
  if (!organizations.ok) return respondProblem(c, organizations.problem, backToMembers);
  const page = (
    <OrganizationsPage
      frame={c.var.frame}
      flash={flashOf(c)}
      organizations={organizations.value}
      regions={regions.ok ? regions.value : []}
      groups={groups.ok ? groups.value : []}
      values={valuesOf(form)}
      errors={errors}
      id={c.var.world.ids.next()}
      mayWrite={may(c, addOrganization)}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
};
const organizationLists = async (c: C) => {
  const { world, who } = c.var;
  const [organizations, regions, groups] = await Promise.all([
    listOrganizations(world, who, {}),
    listRegions(world, who, {}),
    listGroups(world, who, {}),
  ]);
  return { organizations, regions, groups };
};
organizationRoutes.get('/members/organizations', (c) => organizationsPage(c, {}, {}));
organizationRoutes.post('/members/organizations', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await addOrganization(c.var.world, c.var.who, {
    id: text(form, 'id'),
    name: text(form, 'name') ?? '',
    shortName: text(form, 'shortName') ?? '',
    kind: (text(form, 'kind') ?? '') as never,
    taxStatus: (text(form, 'taxStatus') ?? null) as never,
    address: text(form, 'address') ?? null,
    phone: text(form, 'phone') ?? null,
  });
  if (done.ok) return c.redirect('/members/organizations?done=organization', 303);
  return done.problem.kind === 'invalid'
    ? organizationsPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});
