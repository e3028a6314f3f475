import { Hono } from 'hono';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import { fieldErrors, may, respondProblem, type AppEnv } from '../ui/index.ts';
import { addContactPoint } from './add-contact-point.ts';
import { listSuppressions } from './list-suppressions.ts';
import { editPage } from './member-routes.tsx';
import { SuppressionsPage } from './pages/suppressions-page.tsx';
import { recordConsent } from './record-consent.ts';
import { removeContactPoint } from './remove-contact-point.ts';
import { backToMembers, flashOf, valuesOf, when, type C } from './shared-routes.ts';
import { suppressAddress } from './suppress-address.ts';

/** Numbers and addresses: a member's own, and those that nothing is sent to. */
export const contactRoutes = new Hono<AppEnv>();

contactRoutes.post('/members/:id/contact-points', async (c) => {
  const form = formOf(await c.req.formData());
  const memberId = c.req.param('id');
  const address = text(form, 'address') ?? '';
  const done = await addContactPoint(c.var.world, c.var.who, {
    memberId,
    channel: address.includes('@') ? 'email' : 'sms',
    address,
    isPublic: ticked(form, 'isPublic'),
    isPrimary: ticked(form, 'isPrimary'),
  });
  if (done.ok) return c.redirect(`/members/${memberId}/edit?done=saved`, 303);
  if (done.problem.kind === 'refused') return editPage(c, form, { address: done.problem.message });
  return done.problem.kind === 'invalid'
    ? editPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

contactRoutes.post('/members/:id/contact-points/:point/removal', async (c) => {
  const memberId = c.req.param('id');
  const done = await removeContactPoint(c.var.world, c.var.who, { memberId, id: c.req.param('point') });
  return done.ok
    ? c.redirect(`/members/${memberId}/edit?done=removed`, 303)
    : respondProblem(c, done.problem, backToMembers);
});

contactRoutes.post('/members/:id/contact-points/:point/consent', async (c) => {
  const form = formOf(await c.req.formData());
  const memberId = c.req.param('id');
  const input = {
    memberId,
    contactPointId: c.req.param('point'),
    on: text(form, 'on') ?? '',
    source: text(form, 'source') ?? '',
  };
  const done = await recordConsent(c.var.world, c.var.who, input);
  if (done.ok) return c.redirect(`/members/${memberId}/edit?done=consent`, 303);
  return done.problem.kind === 'invalid'
    ? editPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});

const suppressionsPage = async (c: C, form: Form, errors: Record<string, string>) => {
  const found = await listSuppressions(c.var.world, c.var.who, {
    cursor: c.req.query('cursor') || undefined,
  });
  if (!found.ok) return respondProblem(c, found.problem, backToMembers);
  const page = (
    <SuppressionsPage
      frame={c.var.frame}
      flash={flashOf(c)}
      rows={found.value.data.map((row) => ({ ...row, when: when(c, row.at) }))}
      next={found.value.nextCursor}
      values={valuesOf(form)}
      errors={errors}
      mayWrite={may(c, suppressAddress)}
    />
  );
  return c.html(page, Object.keys(errors).length > 0 ? 422 : 200);
};
contactRoutes.get('/members/suppressions', (c) => suppressionsPage(c, {}, {}));
contactRoutes.post('/members/suppressions', async (c) => {
  const form = formOf(await c.req.formData());
  const address = text(form, 'address') ?? '';
  const done = await suppressAddress(c.var.world, c.var.who, {
    channel: address.includes('@') ? 'email' : 'sms',
    address,
    reason: (text(form, 'reason') ?? 'staff') as never,
  });
  if (done.ok) return c.redirect('/members/suppressions?done=closed', 303);
  return done.problem.kind === 'invalid'
    ? suppressionsPage(c, form, fieldErrors(done.problem))
    : respondProblem(c, done.problem, backToMembers);
});
