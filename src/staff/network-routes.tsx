import { Hono, type Context } from 'hono';
import { formOf, text, ticked, type Form } from '../platform/form.ts';
import { showPhone } from '../platform/phone.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { fieldErrors, respondProblem, type AppEnv } from '../ui/index.ts';
import { networkSettings, saveNetworkSettings } from './network-settings.ts';
import { NetworkPage } from './pages/network.tsx';
import { flashOf } from './pages/settings-page.tsx';
import { phoneOf } from './queries.ts';
import { setStaffPhone } from './set-staff-phone.ts';

type C = Context<AppEnv>;

const DONE = {
  saved: 'The network is saved.',
  phone: 'Your phone is saved.',
  'no-phone': 'Your phone is removed. You get mail only.',
};

const page = async (c: C, again?: { problem: Problem; form: Form }) => {
  const { world, who, frame } = c.var;
  const settings = await networkSettings(world);
  const saved = await world.db.first(phoneOf, { staffId: who.id });
  const typed =
    again && Object.fromEntries(Object.entries(networkInput(again.form)).filter(([, v]) => v !== ''));
  return c.html(
    <NetworkPage
      frame={frame}
      role={who.kind === 'staff' ? who.role : 'board'}
      settings={again?.form.networkName === undefined ? settings : { ...settings, ...typed }}
      phone={again ? (text(again.form, 'phone') ?? null) : saved && showPhone(saved.phone)}
      errors={again && fieldErrors(again.problem)}
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

networkRoutes.get('/settings', (c) => page(c));

networkRoutes.post('/settings', async (c) => {
  const form = formOf(await c.req.formData());
  const done = await saveNetworkSettings(c.var.world, c.var.who, networkInput(form));
  if (done.ok) return c.redirect('/settings?done=saved', 303);
  return done.problem.kind === 'invalid'
    ? page(c, { problem: done.problem, form })
    : respondProblem(c, done.problem);
});

networkRoutes.post('/settings/phone', async (c) => {
  const form = formOf(await c.req.formData());
  const phone = text(form, 'phone') ?? null;
  const done = await setStaffPhone(c.var.world, c.var.who, { staffId: c.var.who.id, phone });
  if (done.ok) return c.redirect(`/settings?done=${done.value.phone ? 'phone' : 'no-phone'}`, 303);
  return done.problem.kind === 'invalid'
    ? page(c, { problem: done.problem, form })
    : respondProblem(c, done.problem);
});
