import { Hono, type Context } from 'hono';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import { showPhone } from '../platform/phone.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { roleProblem } from '../platform/verb.ts';
import { fieldErrors, respondProblem, type AppEnv } from '../ui/index.ts';
import { networkSettings, saveNetworkSettings, setWeeklyBudget } from './network-settings.ts';
import { NetworkPage, PhonePage } from './pages/network.tsx';
import { flashOf } from './pages/settings-page.tsx';
import { setStaffPhone } from './set-staff-phone.ts';
import { ownPhone } from './views.ts';

type C = Context<AppEnv>;

const DONE = {
  saved: 'The network is saved.',
  budget: 'The budget is saved. It holds from the next alert.',
  phone: 'Your phone is saved.',
  'no-phone': 'Your phone is removed. You get mail only.',
};

const networkPage = async (c: C, again?: { problem: Problem; values: Record<string, unknown> }) => {
  const { world, who, frame } = c.var;
  const settings = await networkSettings(world);
  const typed = again && Object.fromEntries(Object.entries(again.values).filter(([, v]) => v !== ''));
  return c.html(
    <NetworkPage
      frame={frame}
      mayWrite={roleProblem(who, saveNetworkSettings) === null}
      mayBudget={roleProblem(who, setWeeklyBudget) === null}
      settings={{ ...settings, ...typed }}
      errors={again && fieldErrors(again.problem)}
      flash={flashOf(DONE, c.req.query('done'))}
    />,
    again ? PROBLEM_STATUS[again.problem.kind] : 200,
  );
};

const phonePage = async (c: C, again?: { problem: Problem; phone: string | null }) => {
  const { world, who, frame } = c.var;
  const saved = await ownPhone(world, who.id);
  return c.html(
    <PhonePage
      frame={frame}
      phone={again ? again.phone : saved && showPhone(saved)}
      error={again && fieldErrors(again.problem).phone}
      flash={flashOf(DONE, c.req.query('done'))}
    />,
    again ? PROBLEM_STATUS[again.problem.kind] : 200,
  );
};

const networkInput = (form: Form) => ({
  networkName: text(form, 'networkName') ?? '',
  shortName: text(form, 'shortName') ?? '',
  mailFromName: text(form, 'mailFromName') ?? '',
  state: (text(form, 'state') ?? '').toUpperCase(),
  zone: text(form, 'zone') ?? '',
  postalAddress: text(form, 'postalAddress') ?? '',
  helpText: text(form, 'helpText') ?? '',
  selfApproval: ticked(form, 'selfApproval'),
  countProbableMail: ticked(form, 'countProbableMail'),
});

export const networkRoutes = new Hono<AppEnv>();

networkRoutes.get('/settings/network', (c) => networkPage(c));

networkRoutes.post('/settings/network', async (c) => {
  const values = networkInput(formOf(await c.req.formData()));
  const done = await saveNetworkSettings(c.var.world, c.var.who, values);
  if (done.ok) return c.redirect('/settings/network?done=saved', 303);
  return done.problem.kind === 'invalid'
    ? networkPage(c, { problem: done.problem, values })
    : respondProblem(c, done.problem);
});

networkRoutes.post('/settings/network/budget', async (c) => {
  const typed = text(formOf(await c.req.formData()), 'weeklyBudget');
  const weeklyBudget = typed === undefined ? null : Number(typed);
  const done = await setWeeklyBudget(c.var.world, c.var.who, { weeklyBudget });
  if (done.ok) return c.redirect('/settings/network?done=budget', 303);
  return done.problem.kind === 'invalid'
    ? networkPage(c, { problem: done.problem, values: { weeklyBudget: typed } })
    : respondProblem(c, done.problem);
});

networkRoutes.get('/settings/phone', (c) => phonePage(c));

networkRoutes.post('/settings/phone', async (c) => {
  const phone = text(formOf(await c.req.formData()), 'phone') ?? null;
  const done = await setStaffPhone(c.var.world, c.var.who, { staffId: c.var.who.id, phone });
  if (done.ok) return c.redirect(`/settings/phone?done=${done.value.phone ? 'phone' : 'no-phone'}`, 303);
  return done.problem.kind === 'invalid'
    ? phonePage(c, { problem: done.problem, phone })
    : respondProblem(c, done.problem);
});
