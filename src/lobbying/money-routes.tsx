import { Hono } from 'hono';
import type { Context } from 'hono';
import { yearOf } from '../platform/days.ts';
import { fileOf, formOf, list, text, ticked, type Form } from '../platform/form.ts';
import { parseCents } from '../platform/money.ts';
import { invalid, type Problem } from '../platform/problem.ts';
import { onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { personSaid } from './activity-form.ts';
import { addAttachment, removeAttachment } from './attachments.ts';
import { addCompensation, removeCompensation } from './compensation.ts';
import { entryChoices } from './entry-choices.ts';
import { addDues, removeDues } from './dues.ts';
import { listCompensation, listDues, showAttachment } from './log-views.ts';
import { DuesPage, PayPage } from './pages/money-pages.tsx';
import { valuesOf, whole, type Values } from './form-values.ts';
import { after, AS_PERSON, fieldsOf, flashOf, LOG, today } from './shared-routes.tsx';

/** Pay of lobbyists, dues and gifts, and the files beside rows. */
export const moneyRoutes = new Hono<AppEnv>();

/** Amounts of a form in cents, or what is wrong with one. An empty one that may be empty is null. */
const amounts = (form: Form, names: Record<string, boolean>) => {
  const cents: Record<string, number | null> = {};
  for (const [name, needed] of Object.entries(names)) {
    const written = text(form, name);
    if (written === undefined && !needed) cents[name] = null;
    else {
      const read = parseCents(written ?? '');
      if (!read.ok) return invalid([{ field: name, message: read.reason }]);
      cents[name] = read.cents;
    }
  }
  return { ok: true as const, value: cents };
};
const yearBefore = (c: Context<AppEnv>) => ({
  from: c.req.query('from') || `${yearOf(today(c)) - 1}-01-01`,
  to: c.req.query('to') || today(c),
});

const paidPerson = (form: Form) => {
  const { staffId, lobbyistId } = personSaid(text(form, 'person'));
  return { staffId, lobbyistId };
};
const payPage = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const { world, who } = c.var;
  const [rows, choices] = await Promise.all([
    listCompensation(world, who, yearBefore(c)),
    entryChoices(c.var.world, c.var.who, today(c), {}),
  ]);
  if (!rows.ok) return respondProblem(c, rows.problem, LOG);
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  return c.html(
    <PayPage
      frame={c.var.frame}
      flash={flashOf(c)}
      id={values.id ?? world.ids.next()}
      values={values}
      problems={fieldsOf(problem, AS_PERSON)}
      rows={rows.value}
      people={choices.value.people}
    />,
    problem ? 422 : 200,
  );
};
moneyRoutes.get('/log/pay', onlyFor(addCompensation), (c) => payPage(c, {}, null));
moneyRoutes.post('/log/pay', async (c) => {
  const form = formOf(await c.req.formData());
  const read = amounts(form, { pay: true, benefits: false });
  if (!read.ok) return payPage(c, valuesOf(form), read.problem);
  const hours = whole(text(form, 'hours'));
  const result = await addCompensation(c.var.world, c.var.who, {
    id: text(form, 'id'),
    ...paidPerson(form),
    fromOn: text(form, 'fromOn') ?? '',
    toOn: text(form, 'toOn') ?? '',
    payCents: read.value.pay ?? 0,
    benefitCents: read.value.benefits ?? 0,
    counted: list(form, 'counted'),
    totalMinutes: hours === null ? null : hours * 60,
    allLobbying: ticked(form, 'allLobbying'),
    note: text(form, 'note') ?? '',
  } as Parameters<typeof addCompensation>[2]);
  if (result.ok) return c.redirect('/log/pay?done=pay', 303);
  return result.problem.kind === 'invalid'
    ? payPage(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, LOG);
});
moneyRoutes.post('/log/pay/:id/removal', async (c) => {
  const form = formOf(await c.req.formData());
  const input = { id: c.req.param('id'), amends: ticked(form, 'amends') };
  return after(c, await removeCompensation(c.var.world, c.var.who, input), '/log/pay?done=removed');
});

const duesPage = async (c: Context<AppEnv>, values: Values, problem: Problem | null) => {
  const { world, who } = c.var;
  const [rows, choices] = await Promise.all([
    listDues(world, who, { ...yearBefore(c), after: c.req.query('after'), limit: 200 }),
    entryChoices(c.var.world, c.var.who, today(c), {}),
  ]);
  if (!choices.ok) return respondProblem(c, choices.problem, LOG);
  if (!rows.ok) return respondProblem(c, rows.problem, LOG);
  return c.html(
    <DuesPage
      frame={c.var.frame}
      flash={flashOf(c)}
      id={values.id ?? world.ids.next()}
      values={values}
      problems={fieldsOf(problem)}
      rows={rows.value.data}
      issues={choices.value.issues}
    />,
    problem ? 422 : 200,
  );
};
moneyRoutes.get('/log/dues', onlyFor(addDues), (c) => duesPage(c, { receivedOn: today(c) }, null));
moneyRoutes.post('/log/dues', async (c) => {
  const form = formOf(await c.req.formData());
  const read = amounts(form, { amount: true, notice: false });
  if (!read.ok) return duesPage(c, valuesOf(form), read.problem);
  const result = await addDues(c.var.world, c.var.who, {
    id: text(form, 'id'),
    receivedOn: text(form, 'receivedOn') ?? '',
    amountCents: read.value.amount ?? 0,
    noticeCents: read.value.notice,
    kind: text(form, 'kind'),
    payer: text(form, 'payer') ?? '',
    payerKind: text(form, 'payerKind'),
    payerAddress: text(form, 'payerAddress') ?? null,
    earmarked: ticked(form, 'earmarked'),
    issueId: text(form, 'issueId') ?? null,
    earmark: text(form, 'earmark') ?? '',
    note: text(form, 'note') ?? '',
  } as Parameters<typeof addDues>[2]);
  if (result.ok) return c.redirect('/log/dues?done=dues', 303);
  return result.problem.kind === 'invalid'
    ? duesPage(c, valuesOf(form), result.problem)
    : respondProblem(c, result.problem, LOG);
});
moneyRoutes.post('/log/dues/:id/removal', async (c) => {
  const form = formOf(await c.req.formData());
  const input = { id: c.req.param('id'), amends: ticked(form, 'amends') };
  return after(c, await removeDues(c.var.world, c.var.who, input), '/log/dues?done=removed');
});

const PLACES: Record<string, (id: string) => string> = {
  activity: (id) => `/log/activities/${id}`,
  expense: (id) => `/log/expenses/${id}`,
  compensation: () => '/log/pay',
  dues: () => '/log/dues',
};
moneyRoutes.post('/log/attachments', async (c) => {
  const data = await c.req.formData();
  const form = formOf(data);
  const file = await fileOf(data, 'file');
  const kind = text(form, 'subjectKind') ?? '';
  const place = PLACES[kind]?.(text(form, 'subjectId') ?? '') ?? '/log';
  const result = await addAttachment(c.var.world, c.var.who, {
    subjectKind: kind,
    subjectId: text(form, 'subjectId') ?? '',
    kind: text(form, 'kind'),
    name: file?.name.slice(-200) ?? '',
    file: file?.bytes,
  } as Parameters<typeof addAttachment>[2]);
  return result.ok
    ? c.redirect(`${place}?done=file`, 303)
    : respondProblem(
        c,
        result.problem.kind === 'invalid'
          ? { ...result.problem, message: result.problem.fields?.[0]?.message ?? result.problem.message }
          : result.problem,
        { href: place, label: 'Back to the row' },
      );
});
moneyRoutes.get('/log/attachments/:id', async (c) => {
  const file = await showAttachment(c.var.world, c.var.who, { id: c.req.param('id') });
  if (!file.ok) return respondProblem(c, file.problem, LOG);
  const { bytes, type, name } = file.value;
  return c.body(bytes as Uint8Array<ArrayBuffer>, 200, {
    'content-type': type,
    'content-disposition': `inline; filename="${name.replaceAll(/[^\w .()-]/g, '_')}"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
});
moneyRoutes.post('/log/attachments/:id/removal', async (c) => {
  const result = await removeAttachment(c.var.world, c.var.who, { id: c.req.param('id') });
  return after(
    c,
    result,
    result.ok
      ? `${PLACES[result.value.subjectKind]?.(result.value.subjectId) ?? '/log'}?done=removed`
      : '/log',
  );
});
