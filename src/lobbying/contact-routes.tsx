import { Hono } from 'hono';
import type { Context } from 'hono';
import { listMembers } from '../people/index.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import type { Problem } from '../platform/problem.ts';
import { onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addContactReport } from './add-contact-report.ts';
import { confirmContactReport } from './confirm-contact-report.ts';
import { discardContactReport } from './discard-contact-report.ts';
import { restoreContactReport } from './restore-contact-report.ts';
import { ContactFormPage, ContactListPage, ContactPage } from './pages/contact-pages.tsx';
import { valuesOf, type Values } from './form-values.ts';
import { after, fieldsOf, flashOf, today } from './shared-routes.tsx';
import { contactChoices, listContactReports, showContactReport } from './views.ts';
import { wordsOfReply } from './words-of-reply.ts';

const back = { href: '/log/contacts', label: 'Contact reports' };
const MOST_MEMBERS = 500;
type Named = Context<AppEnv, '/log/contacts/:id'>;

const contactInput = (form: Form) => ({
  officialId: text(form, 'officialId') ?? '',
  billId: text(form, 'billId') ?? null,
  stance: text(form, 'stance') ?? null,
  method: text(form, 'method') ?? null,
  onDate: text(form, 'onDate') ?? '',
  note: text(form, 'note') ?? '',
});

/** Contact reports: what waits, what is confirmed, the form, and one report. */
export const contactRoutes = new Hono<AppEnv>();

contactRoutes.get('/log/contacts', async (c) => {
  const { world, who, frame } = c.var;
  const state = c.req.query('state') === 'confirmed' ? 'confirmed' : 'draft';
  const alertId = c.req.query('alert') || null;
  const list = await listContactReports(world, who, { state, alertId, after: c.req.query('after') });
  if (!list.ok) return respondProblem(c, list.problem);
  return c.html(
    <ContactListPage
      frame={frame}
      flash={flashOf(c)}
      state={state}
      alertId={alertId}
      reports={list.value.data}
      next={list.value.nextCursor}
      undo={c.req.query('done') === 'discarded' ? (c.req.query('undo') ?? null) : null}
    />,
  );
});

const contactForm = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const { world, who, frame } = c.var;
  const [choices, members] = await Promise.all([
    contactChoices(world, who, {}),
    listMembers(world, who, { limit: MOST_MEMBERS }),
  ]);
  if (!choices.ok) return respondProblem(c, choices.problem, back);
  return c.html(
    <ContactFormPage
      frame={frame}
      title="Report a contact"
      action="/log/contacts"
      id={values.id ?? world.ids.next()}
      values={values}
      choices={choices.value}
      members={members.ok ? members.value.data : []}
      maySpeak={who.kind === 'staff' && who.role !== 'regional_president'}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
};
contactRoutes.get('/log/contacts/new', onlyFor(addContactReport), (c) =>
  contactForm(
    c,
    {
      onDate: today(c),
      officialId: c.req.query('official'),
      billId: c.req.query('bill'),
      memberId: c.req.query('member'),
    },
    null,
  ),
);
contactRoutes.post('/log/contacts', async (c) => {
  const form = formOf(await c.req.formData());
  const input = { ...contactInput(form), id: text(form, 'id'), memberId: text(form, 'memberId') ?? null };
  const result = await addContactReport(
    c.var.world,
    c.var.who,
    input as Parameters<typeof addContactReport>[2],
  );
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, '/log/contacts?state=confirmed&done=contact', back)
    : contactForm(c, valuesOf(form), result.problem);
});

const contactPage = async (c: Named, values: Values | null, problem: Problem | null) => {
  const { world, who, frame } = c.var;
  const shown = await showContactReport(world, who, { id: c.req.param('id') });
  if (!shown.ok) return respondProblem(c, shown.problem, back);
  const report = shown.value;
  const said = report.replyId ? await wordsOfReply(world, report.replyId) : null;
  if (report.state !== 'draft')
    return c.html(<ContactPage frame={frame} flash={flashOf(c)} report={report} said={said} />);
  const choices = await contactChoices(world, who, {});
  if (!choices.ok) return respondProblem(c, choices.problem, back);
  return c.html(
    <ContactFormPage
      frame={frame}
      title="Confirm a contact"
      action={`/log/contacts/${report.id}/confirmation`}
      values={
        values ?? {
          officialId: report.officialId,
          billId: report.billId,
          stance: report.stance,
          method: report.method,
          onDate: report.onDate,
          note: report.note,
        }
      }
      choices={choices.value}
      problems={fieldsOf(problem)}
      draft={{ id: report.id, said, report }}
    />,
    problem ? 422 : 200,
  );
};
contactRoutes.get('/log/contacts/:id', (c) => contactPage(c, null, null));
contactRoutes.post('/log/contacts/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = text(form, 'asItStands') ? { id } : { ...contactInput(form), id };
  const result = await confirmContactReport(
    c.var.world,
    c.var.who,
    input as Parameters<typeof confirmContactReport>[2],
  );
  const thread = text(form, 'thread');
  const to = thread ? `/inbox/${encodeURIComponent(thread)}` : '/log/contacts?done=contact';
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, to, back)
    : contactPage(c as unknown as Named, valuesOf(form), result.problem);
});
contactRoutes.post('/log/contacts/:id/discard', async (c) => {
  const id = c.req.param('id');
  const result = await discardContactReport(c.var.world, c.var.who, { id });
  return after(c, result, `/log/contacts?done=discarded&undo=${encodeURIComponent(id)}`, back);
});
contactRoutes.post('/log/contacts/:id/restoration', async (c) =>
  after(
    c,
    await restoreContactReport(c.var.world, c.var.who, { id: c.req.param('id') }),
    '/log/contacts?done=restored',
    back,
  ),
);
