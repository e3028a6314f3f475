import { Hono } from 'hono';
import type { Context } from 'hono';
import { listOrganizations, membersAt } from '../people/index.ts';
import { formOf, text, ticked } from '../platform/form.ts';
import { parsePhone } from '../platform/phone.ts';
import type { Problem } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import { listStaff } from '../staff/index.ts';
import { onlyFor, respondProblem, type AppEnv } from '../ui/index.ts';
import { addLobbyist, endLobbyist } from './lobbyists.ts';
import { FilerFormPage, LobbyistEndPage, LobbyistFormPage } from './pages/filer-forms.tsx';
import { FilersPage } from './pages/filers-page.tsx';
import { setFiler } from './set-filer.ts';
import { valuesOf, type Values } from './form-values.ts';
import { after, fieldsOf, flashOf, LOG, today } from './shared-routes.tsx';
import { listFilers } from './views.ts';

const back = { href: '/log/filers', label: 'Who files and who lobbies' };
const mayChange = (c: Context<AppEnv>) =>
  c.var.who.kind === 'staff' && (c.var.who.role === 'owner' || c.var.who.role === 'director');

/** Who files where and who lobbies for whom: the page, and a form for each change. */
export const filerRoutes = new Hono<AppEnv>();

filerRoutes.get('/log/filers', async (c) => {
  const list = await listFilers(c.var.world, c.var.who, {});
  if (!list.ok) return respondProblem(c, list.problem, LOG);
  return c.html(
    <FilersPage frame={c.var.frame} flash={flashOf(c)} {...list.value} mayChange={mayChange(c)} />,
  );
});

const choicesOf = async (c: Context<AppEnv>) => {
  const { world, who } = c.var;
  const [organizations, staff, filers] = await Promise.all([
    listOrganizations(world, who, {}),
    listStaff(world, who, {}),
    listFilers(world, who, {}),
  ]);
  return {
    regimes: filers.ok ? filers.value.regimes : [],
    organizations: organizations.ok ? organizations.value : [],
    staff: staff.ok ? staff.value.staff : [],
  };
};
const filerForm = async (c: Context<AppEnv>, values: Values, problem: Problem | null) =>
  c.html(
    <FilerFormPage
      frame={c.var.frame}
      {...await choicesOf(c)}
      values={values}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
filerRoutes.get('/log/filers/new', onlyFor(setFiler), (c) => filerForm(c, { fromOn: today(c) }, null));
filerRoutes.post('/log/filers', async (c) => {
  const form = formOf(await c.req.formData());
  const input = {
    organizationId: text(form, 'organizationId') ?? '',
    regime: text(form, 'regime'),
    fromOn: text(form, 'fromOn') ?? '',
    toOn: text(form, 'toOn') ?? null,
  } as Parameters<typeof setFiler>[2];
  const result = await setFiler(c.var.world, c.var.who, input);
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, '/log/filers?done=filer', back)
    : filerForm(c, valuesOf(form), result.problem);
});

const lobbyistForm = async (c: Context<AppEnv>, values: Values, problem: Problem | null) =>
  c.html(
    <LobbyistFormPage
      frame={c.var.frame}
      {...await choicesOf(c)}
      values={values}
      problems={fieldsOf(problem)}
    />,
    problem ? 422 : 200,
  );
filerRoutes.get('/log/lobbyists/new', onlyFor(addLobbyist), (c) =>
  lobbyistForm(c, { fromOn: today(c) }, null),
);
filerRoutes.post('/log/lobbyists', async (c) => {
  const form = formOf(await c.req.formData());
  const phone = text(form, 'phone');
  const memberId = phone === undefined ? null : await memberOfPhone(c.var.world, phone);
  if (memberId === undefined) {
    const message =
      'No member has this number. Add them under Members first, with the number they text from.';
    return lobbyistForm(c, valuesOf(form), {
      kind: 'invalid',
      message,
      fields: [{ field: 'phone', message }],
    });
  }
  const input = {
    organizationId: text(form, 'organizationId') ?? '',
    memberId,
    regime: text(form, 'regime'),
    name: text(form, 'name') ?? '',
    kind: text(form, 'kind'),
    staffId: text(form, 'staffId') ?? null,
    mayByLaw: ticked(form, 'mayByLaw'),
    fromOn: text(form, 'fromOn') ?? '',
  } as Parameters<typeof addLobbyist>[2];
  const result = await addLobbyist(c.var.world, c.var.who, input);
  if (!result.ok && result.problem.rule === 'public_employee')
    return lobbyistForm(c, valuesOf(form), {
      ...result.problem,
      fields: [{ field: 'mayByLaw', message: result.problem.message }],
    });
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, '/log/filers?done=lobbyist', back)
    : lobbyistForm(c, valuesOf(form), result.problem);
});

/** The member who texts from a number; undefined where nobody does. */
const memberOfPhone = async (world: World, phone: string): Promise<string | undefined> => {
  const parsed = parsePhone(phone);
  if (!parsed.ok) return undefined;
  const [member] = await membersAt(world, 'sms', parsed.e164);
  return member?.memberId;
};

const endForm = async (c: Context<AppEnv>, id: string, values: Values, problem: Problem | null) => {
  const list = await listFilers(c.var.world, c.var.who, {});
  if (!list.ok) return respondProblem(c, list.problem, LOG);
  const lobbyist = list.value.lobbyists.find((one) => one.id === id);
  if (!lobbyist)
    return respondProblem(c, { kind: 'missing', message: 'That lobbyist is not named here.' }, back);
  return c.html(
    <LobbyistEndPage frame={c.var.frame} lobbyist={lobbyist} values={values} problems={fieldsOf(problem)} />,
    problem ? 422 : 200,
  );
};
filerRoutes.get('/log/lobbyists/:id/end', (c) => endForm(c, c.req.param('id'), { toOn: today(c) }, null));
filerRoutes.post('/log/lobbyists/:id/end', async (c) => {
  const form = formOf(await c.req.formData());
  const id = c.req.param('id');
  const result = await endLobbyist(c.var.world, c.var.who, { id, toOn: text(form, 'toOn') ?? '' });
  return result.ok || result.problem.kind !== 'invalid'
    ? after(c, result, '/log/filers?done=ended', back)
    : endForm(c, id, valuesOf(form), result.problem);
});
