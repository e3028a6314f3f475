import { Hono } from 'hono';
import { showShortDay } from '../platform/days.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import { missing } from '../platform/problem.ts';
import { fieldErrors, may, onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addOrganization } from './add-organization.ts';
import { listGroups, listOrganizations, listRegions } from './organization-views.ts';
import { ALWAYS, type TaxSpan } from './organization.ts';
import { TAX } from './pages/organization-fields.tsx';
import { OrganizationPage } from './pages/organization-page.tsx';
import { OrganizationsPage } from './pages/organizations-page.tsx';
import { updateOrganization } from './update-organization.ts';
import { backToMembers, flashOf, valuesOf, type C } from './shared-routes.ts';

/** What members belong to: organizations, regions and groups. */
export const organizationRoutes = new Hono<AppEnv>();

const sinceWords = ({ from }: TaxSpan) =>
  from === ALWAYS ? 'From the start' : `Since ${showShortDay(from, { year: true })}`;
const taxWords = (span: TaxSpan | undefined) =>
  span ? `${TAX[span.status]}${span.from === ALWAYS ? '' : `, ${sinceWords(span).toLowerCase()}`}` : null;

const organizationsPage = async (c: C, form: Form, errors: Record<string, string>) => {
  const { organizations, regions, groups } = await organizationLists(c);
  if (!organizations.ok) return respondProblem(c, organizations.problem, backToMembers);
  const page = (
    <OrganizationsPage
      frame={c.var.frame}
      flash={flashOf(c)}
      organizations={organizations.value.map((one) => ({ ...one, tax: taxWords(one.taxHistory.at(-1)) }))}
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
const said = (form: Form) => ({
  name: text(form, 'name') ?? '',
  shortName: text(form, 'shortName') ?? '',
  kind: (text(form, 'kind') ?? '') as never,
  taxStatus: (text(form, 'taxStatus') ?? null) as never,
  address: text(form, 'address') ?? null,
  phone: text(form, 'phone') ?? null,
});
organizationRoutes.get('/members/organizations', (c) => organizationsPage(c, {}, {}));
organizationRoutes.post('/members/organizations', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await addOrganization(c.var.world, c.var.who, { id: text(form, 'id'), ...said(form) });
  if (done.ok) return c.redirect('/members/organizations?done=organization', 303);
  return done.problem.kind === 'invalid'
    ? organizationsPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

const BACK = { href: '/members/organizations', label: 'Organizations' };
const organizationPage = async (c: C, again?: { form: Form; errors: Record<string, string> }) => {
  const all = await listOrganizations(c.var.world, c.var.who, {});
  if (!all.ok) return respondProblem(c, all.problem, BACK);
  const one = all.value.find(({ id }) => id === c.req.param('id'));
  if (!one) return respondProblem(c, missing('This organization').problem, BACK);
  const { id, name, shortName, kind, taxStatus, address, phone, taxHistory } = one;
  return c.html(
    <OrganizationPage
      frame={c.var.frame}
      id={id}
      name={name}
      spans={taxHistory.toReversed().map((span) => ({ since: sinceWords(span), status: TAX[span.status] }))}
      values={again ? valuesOf(again.form) : { name, shortName, kind, taxStatus, address, phone }}
      errors={again?.errors ?? {}}
    />,
    again ? 422 : 200,
  );
};
organizationRoutes.get('/members/organizations/:id', onlyFor(updateOrganization), (c) => organizationPage(c));
organizationRoutes.post('/members/organizations/:id', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await updateOrganization(c.var.world, c.var.who, {
    id: c.req.param('id'),
    ...said(form),
    taxFrom: text(form, 'taxFrom') ?? null,
  });
  if (done.ok) return c.redirect('/members/organizations?done=organization-saved', 303);
  return done.problem.kind === 'invalid'
    ? organizationPage(c, { form, errors: fieldErrors(done.problem) })
    : respondProblem(c, done.problem, BACK);
});
