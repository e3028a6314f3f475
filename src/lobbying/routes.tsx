import { Hono } from 'hono';
import type { Context } from 'hono';
import { addDays, localDate } from '../platform/days.ts';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import { parseCents } from '../platform/money.ts';
import type { Problem, Result } from '../platform/problem.ts';
import { listOrganizations, membersAt } from '../people/index.ts';
import { parsePhone } from '../platform/phone.ts';
import type { World } from '../platform/world.ts';
import { listStaff } from '../staff/index.ts';
import { respondProblem, type AppEnv, type FieldProblem } from '../ui/index.ts';
import { addActivity } from './add-activity.ts';
import { addContactReport } from './add-contact-report.ts';
import { addExpense } from './add-expense.ts';
import { classifyActivity, confirmActivity } from './change-activity.ts';
import { confirmContactReport } from './confirm-contact-report.ts';
import { confirmExpense } from './confirm-expense.ts';
import { discardContactReport } from './discard-contact-report.ts';
import { addLobbyist } from './lobbyists.ts';
import { ContactFormPage, ContactListPage, ContactPage } from './pages/contact-pages.tsx';
import { ActivityFormPage, ActivityPage, ExpenseFormPage, ExpensePage } from './pages/entry-pages.tsx';
import { FilersPage } from './pages/filers-page.tsx';
import { LogPage } from './pages/log-page.tsx';
import { removeActivity } from './remove-activity.ts';
import { removeExpense } from './remove-expense.ts';
import { setFiler } from './set-filer.ts';
import {
  contactChoices,
  listActivities,
  listContactReports,
  listExpenses,
  listFilers,
  showActivity,
  showContactReport,
  showExpense,
} from './views.ts';
import { wordsOfReply } from './words-of-reply.ts';

const DONE: Record<string, string> = {
  activity: 'Logged.',
  expense: 'Logged.',
  contact: 'The contact is in the log.',
  discarded: 'The draft was put away.',
  confirmed: 'Confirmed.',
  classed: 'Decided, with your reason.',
  removed: 'Removed from the log.',
  filer: 'Added. Due dates appear under Filings.',
  lobbyist: 'Named.',
};
const flashOf = (c: Context<AppEnv>) => {
  const words = DONE[c.req.query('done') ?? ''];
  return words ? ({ kind: 'done', text: words } as const) : null;
};
const fields = (problem: Problem | null): FieldProblem[] =>
  problem?.kind === 'invalid'
    ? (problem.fields ?? []).map((one) => ({ name: one.field, label: '', message: one.message }))
    : [];
const valuesOf = (form: Form) => Object.fromEntries(Object.keys(form).map((key) => [key, text(form, key)]));
const back = { href: '/log', label: 'Log' };
const today = (c: Context<AppEnv>) => localDate(c.var.world.clock.now(), c.var.frame.zone);

export const lobbyingRoutes = new Hono<AppEnv>();

lobbyingRoutes.get('/log', async (c) => {
  const { world, who, frame } = c.var;
  const to = c.req.query('to') || today(c);
  const from = c.req.query('from') || addDays(today(c), -30);
  const [activities, expenses, drafts] = await Promise.all([
    listActivities(world, who, { from, to, after: c.req.query('after') }),
    listExpenses(world, who, { from, to }),
    listContactReports(world, who, { state: 'draft', limit: 8 }),
  ]);
  if (!activities.ok) return respondProblem(c, activities.problem);
  if (!expenses.ok) return respondProblem(c, expenses.problem);
  return c.html(
    <LogPage
      frame={frame}
      flash={flashOf(c)}
      from={from}
      to={to}
      activities={activities.value.data}
      expenses={expenses.value.data}
      drafts={drafts.ok ? drafts.value.data : []}
      next={activities.value.nextCursor}
    />,
  );
});

const contactForm = async (
  c: Context<AppEnv>,
  values: Record<string, string | null | undefined>,
  problem: Problem | null,
) => {
  const choices = await contactChoices(c.var.world, c.var.who, {});
  if (!choices.ok) return respondProblem(c, choices.problem, back);
  return c.html(
    <ContactFormPage
      frame={c.var.frame}
      title="Report a contact"
      action="/log/contacts"
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      problems={fields(problem)}
    />,
    problem ? 422 : 200,
  );
};

lobbyingRoutes.get('/log/contacts', async (c) => {
  const state = c.req.query('state') === 'confirmed' ? 'confirmed' : 'draft';
  const list = await listContactReports(c.var.world, c.var.who, { state, after: c.req.query('after') });
  if (!list.ok) return respondProblem(c, list.problem, back);
  return c.html(
    <ContactListPage
      frame={c.var.frame}
      flash={flashOf(c)}
      state={state}
      reports={list.value.data}
      next={list.value.nextCursor}
    />,
  );
});
lobbyingRoutes.get('/log/contacts/new', (c) =>
  contactForm(
    c,
    { onDate: today(c), officialId: c.req.query('official'), billId: c.req.query('bill') },
    null,
  ),
);
lobbyingRoutes.post('/log/contacts', async (c) => {
  const form = formOf(await c.req.formData());
  const values = valuesOf(form);
  const result = await addContactReport(c.var.world, c.var.who, contactInput(form));
  if (result.ok) return c.redirect('/log/contacts?state=confirmed&done=contact', 303);
  return result.problem.kind === 'invalid'
    ? contactForm(c, values, result.problem)
    : respondProblem(c, result.problem, back);
});
const contactInput = (form: Form) =>
  ({
    id: text(form, 'id'),
    officialId: text(form, 'officialId') ?? '',
    billId: text(form, 'billId') ?? null,
    stance: text(form, 'stance') ?? null,
    method: text(form, 'method') ?? null,
    onDate: text(form, 'onDate') ?? '',
    note: text(form, 'note') ?? '',
  }) as Parameters<typeof addContactReport>[2];

const contactPage = async (
  c: Context<AppEnv, '/log/contacts/:id'>,
  values: Record<string, string | undefined> | null,
  problem: Problem | null,
) => {
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
      problems={fields(problem)}
      draft={{ id: report.id, said, report }}
    />,
    problem ? 422 : 200,
  );
};
lobbyingRoutes.get('/log/contacts/:id', (c) => contactPage(c, null, null));
lobbyingRoutes.post('/log/contacts/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const result = await confirmContactReport(c.var.world, c.var.who, {
    ...contactInput(form),
    id: c.req.param('id'),
  } as Parameters<typeof confirmContactReport>[2]);
  if (result.ok) return c.redirect('/log/contacts?done=contact', 303);
  return result.problem.kind === 'invalid'
    ? contactPage(c as unknown as Context<AppEnv, '/log/contacts/:id'>, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, back);
});
lobbyingRoutes.post('/log/contacts/:id/discard', async (c) =>
  after(
    c,
    await discardContactReport(c.var.world, c.var.who, { id: c.req.param('id') }),
    '/log/contacts?done=discarded',
  ),
);

const after = (c: Context<AppEnv>, result: Result<unknown>, to: string) =>
  result.ok ? c.redirect(to, 303) : respondProblem(c, result.problem, back);
const whole = (value: string | undefined) => (value === undefined ? null : Number(value));

const activityForm = async (
  c: Context<AppEnv>,
  values: Record<string, string | undefined>,
  problem: Problem | null,
) => {
  const choices = await contactChoices(c.var.world, c.var.who, {});
  if (!choices.ok) return respondProblem(c, choices.problem, back);
  return c.html(
    <ActivityFormPage
      frame={c.var.frame}
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      problems={fields(problem)}
    />,
    problem ? 422 : 200,
  );
};
lobbyingRoutes.get('/log/activities/new', (c) => activityForm(c, { onDate: today(c) }, null));
lobbyingRoutes.post('/log/activities', async (c) => {
  const form = formOf(await c.req.formData());
  const result = await addActivity(c.var.world, c.var.who, {
    id: text(form, 'id'),
    onDate: text(form, 'onDate') ?? '',
    kind: text(form, 'kind'),
    method: text(form, 'method') ?? null,
    officialId: text(form, 'officialId') ?? null,
    billId: text(form, 'billId') ?? null,
    position: text(form, 'position') ?? null,
    minutes: whole(text(form, 'minutes')),
    note: text(form, 'note') ?? '',
  } as Parameters<typeof addActivity>[2]);
  if (result.ok) return c.redirect('/log?done=activity', 303);
  return result.problem.kind === 'invalid'
    ? activityForm(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, back);
});
const activityPage = async (c: Context<AppEnv>, id: string, problem: Problem | null) => {
  const shown = await showActivity(c.var.world, c.var.who, { id });
  if (!shown.ok) return respondProblem(c, shown.problem, back);
  return c.html(
    <ActivityPage frame={c.var.frame} flash={flashOf(c)} activity={shown.value} problems={fields(problem)} />,
    problem ? 422 : 200,
  );
};
lobbyingRoutes.get('/log/activities/:id', (c) => activityPage(c, c.req.param('id'), null));
lobbyingRoutes.post('/log/activities/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const result = await confirmActivity(c.var.world, c.var.who, { id, minutes: whole(text(form, 'minutes')) });
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, `/log/activities/${id}?done=confirmed`)
    : activityPage(c, id, result.problem);
});
lobbyingRoutes.post('/log/activities/:id/class', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const result = await classifyActivity(c.var.world, c.var.who, {
    id,
    regime: text(form, 'regime') ?? '',
    class: text(form, 'class') ?? '',
    counts: text(form, 'counts') === 'yes',
    reason: text(form, 'reason') ?? '',
  });
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, `/log/activities/${id}?done=classed`)
    : activityPage(c, id, result.problem);
});
lobbyingRoutes.post('/log/activities/:id/removal', async (c) =>
  after(c, await removeActivity(c.var.world, c.var.who, { id: c.req.param('id') }), '/log?done=removed'),
);

const expenseForm = async (
  c: Context<AppEnv>,
  values: Record<string, string | undefined>,
  problem: Problem | null,
) => {
  const choices = await contactChoices(c.var.world, c.var.who, {});
  if (!choices.ok) return respondProblem(c, choices.problem, back);
  return c.html(
    <ExpenseFormPage
      frame={c.var.frame}
      id={values.id ?? c.var.world.ids.next()}
      values={values}
      choices={choices.value}
      problems={fields(problem)}
    />,
    problem ? 422 : 200,
  );
};
lobbyingRoutes.get('/log/expenses/new', (c) => expenseForm(c, { incurredOn: today(c) }, null));
lobbyingRoutes.post('/log/expenses', async (c) => {
  const form = formOf(await c.req.formData());
  const amount = parseCents(text(form, 'amount') ?? '');
  if (!amount.ok)
    return expenseForm(c, valuesOf(form), {
      kind: 'invalid',
      message: '',
      fields: [{ field: 'amount', message: amount.reason }],
    });
  const result = await addExpense(c.var.world, c.var.who, {
    id: text(form, 'id'),
    incurredOn: text(form, 'incurredOn') ?? '',
    amountCents: amount.cents,
    payee: text(form, 'payee') ?? '',
    purpose: text(form, 'purpose') ?? '',
    mtCategory: text(form, 'mtCategory') ?? null,
    msCategory: text(form, 'msCategory') ?? null,
    officialId: text(form, 'officialId') ?? null,
    place: text(form, 'place') ?? null,
    billId: text(form, 'billId') ?? null,
    personalLiving: ticked(form, 'personalLiving'),
  } as Parameters<typeof addExpense>[2]);
  if (result.ok) return c.redirect('/log?done=expense', 303);
  return result.problem.kind === 'invalid'
    ? expenseForm(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, back);
});
lobbyingRoutes.get('/log/expenses/:id', async (c) => {
  const shown = await showExpense(c.var.world, c.var.who, { id: c.req.param('id') });
  if (!shown.ok) return respondProblem(c, shown.problem, back);
  return c.html(<ExpensePage frame={c.var.frame} flash={flashOf(c)} expense={shown.value} />);
});
lobbyingRoutes.post('/log/expenses/:id/confirmation', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const input = {
    id,
    mtCategory: text(form, 'mtCategory') ?? null,
    msCategory: text(form, 'msCategory') ?? null,
  } as Parameters<typeof confirmExpense>[2];
  return after(c, await confirmExpense(c.var.world, c.var.who, input), `/log/expenses/${id}?done=confirmed`);
});
lobbyingRoutes.post('/log/expenses/:id/removal', async (c) =>
  after(c, await removeExpense(c.var.world, c.var.who, { id: c.req.param('id') }), '/log?done=removed'),
);

const filersPage = async (
  c: Context<AppEnv>,
  values: Record<string, string | undefined>,
  problem: Problem | null,
) => {
  const { world, who, frame } = c.var;
  const [list, organizations, staff] = await Promise.all([
    listFilers(world, who, {}),
    listOrganizations(world, who, {}),
    listStaff(world, who, {}),
  ]);
  if (!list.ok) return respondProblem(c, list.problem, back);
  return c.html(
    <FilersPage
      frame={frame}
      flash={flashOf(c)}
      {...list.value}
      organizations={organizations.ok ? organizations.value : []}
      staff={staff.ok ? staff.value.staff : []}
      mayChange={who.kind === 'staff' && (who.role === 'owner' || who.role === 'director')}
      problems={fields(problem)}
      values={values}
    />,
    problem ? 422 : 200,
  );
};
lobbyingRoutes.get('/log/filers', (c) => filersPage(c, { fromOn: today(c) }, null));
lobbyingRoutes.post('/log/filers', async (c) => {
  const form = formOf(await c.req.formData());
  const input = {
    organizationId: text(form, 'organizationId') ?? '',
    regime: text(form, 'regime'),
    fromOn: text(form, 'fromOn') ?? '',
  } as Parameters<typeof setFiler>[2];
  const result = await setFiler(c.var.world, c.var.who, input);
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, '/log/filers?done=filer')
    : filersPage(c, valuesOf(form), result.problem);
});
lobbyingRoutes.post('/log/lobbyists', async (c) => {
  const form = formOf(await c.req.formData());
  const phone = text(form, 'phone');
  const memberId = phone === undefined ? null : await memberOfPhone(c.var.world, phone);
  if (memberId === undefined) {
    const message =
      'No member has this number. Add them under Members first, with the number they text from.';
    return filersPage(c, valuesOf(form), { kind: 'invalid', message, fields: [{ field: 'phone', message }] });
  }
  const input = {
    organizationId: text(form, 'organizationId') ?? '',
    memberId,
    regime: text(form, 'regime'),
    name: text(form, 'name') ?? '',
    kind: text(form, 'kind'),
    staffId: text(form, 'staffId') ?? null,
    fromOn: text(form, 'fromOn') ?? '',
  } as Parameters<typeof addLobbyist>[2];
  const result = await addLobbyist(c.var.world, c.var.who, input);
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, '/log/filers?done=lobbyist')
    : filersPage(c, valuesOf(form), result.problem);
});

/** The member who texts from a number; undefined where nobody does. */
const memberOfPhone = async (world: World, phone: string): Promise<string | undefined> => {
  const parsed = parsePhone(phone);
  if (!parsed.ok) return undefined;
  const [member] = await membersAt(world, 'sms', parsed.e164);
  return member?.memberId;
};
