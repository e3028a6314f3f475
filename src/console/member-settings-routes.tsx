import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Child } from 'hono/jsx';
import { setOwnHours, showOwnHours } from '../delivery/index.ts';
import {
  addContactPoint,
  currentConsentText,
  leaveMember,
  removeContactPoint,
  returnMember,
} from '../people/index.ts';
import { formOf, text, type Form } from '../platform/form.ts';
import type { Problem, Result } from '../platform/problem.ts';
import type { Who } from '../platform/who.ts';
import { numberToText, reopenNumber } from '../replies/index.ts';
import { networkSettings } from '../staff/index.ts';
import { flashFrom, type AppEnv, type FlashMessage } from '../ui/index.ts';
import { hoursIn } from './member-hours-routes.tsx';
import { openSettings } from './open-settings.ts';
import { NowherePage } from './pages/member-plain.tsx';
import { AskCodePage, LeavePage, SettingsPage } from './pages/member-settings.tsx';
import { sendCode } from './send-code.ts';
import { setChannel } from './set-channel.ts';
import {
  askedByPerson,
  isOpen,
  openPass,
  OPEN_SECONDS,
  settingsVisit,
  signAsking,
  type SettingsVisit,
} from './settings-visit.ts';
import { verifyContactPoint } from './verify-contact-point.ts';

/** A member's own settings: opened by a code that was just sent to them, in this browser, for half an hour. */
export const settingsRoutes = new Hono<AppEnv>();

type C = Context<AppEnv>;
const COOKIE = 'settings';

const flashOf = flashFrom({
  open: 'Open for half an hour in this browser.',
  sent: 'Sent. It may take a minute.',
  added: 'Added. It is used once you have typed the code that we sent there.',
  verified: 'Proved. It is used from now on.',
  first: 'This one is used first from now on.',
  stopped: 'Stopped. Nothing is sent there any more.',
  started: 'It is used again.',
  removed: 'Removed.',
  hours: 'Your hours are set.',
  left: 'You have left the network. No alert reaches you any more.',
  returned: 'You are back in the network.',
  closed: 'Closed. Another code opens it again.',
});

const show = (c: C, page: Child, status: 200 | 404 | 422 | 429 = 200) => {
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'same-origin');
  c.header('x-robots-tag', 'noindex, nofollow');
  return c.html(page as never, status);
};
const asMember = ({ memberId }: SettingsVisit): Who => ({ kind: 'member', id: memberId });
const home = ({ token }: SettingsVisit, done: string) => `/me/${token}?done=${done}`;
const said = (problem: Problem): FlashMessage => ({
  kind: 'problem',
  text:
    problem.rule === 'consent.moved'
      ? 'You have stopped messages at your first one. Open it again or remove it; then choose another.'
      : (problem.fields?.[0]?.message ?? problem.message),
});

const askPage = async (c: C, visit: SettingsVisit, flash: FlashMessage | null) => {
  const { world } = c.var;
  const { networkName } = await networkSettings(world);
  return show(
    c,
    <AskCodePage
      network={networkName}
      token={visit.token}
      ways={[
        ...new Set(visit.points.filter(({ state }) => state === 'active').map(({ channel }) => channel)),
      ]}
      isSent={c.req.query('done') === 'sent' || c.req.path.endsWith('/open')}
      startTo={await numberToText(world)}
      form={await signAsking(world, visit.memberId)}
      flash={flash}
    />,
    flash?.kind === 'problem' ? 422 : 200,
  );
};

const settingsPage = async (c: C, visit: SettingsVisit, flash: FlashMessage | null) => {
  const { world } = c.var;
  const { networkName } = await networkSettings(world);
  const hours = await showOwnHours(world, asMember(visit), { id: visit.memberId });
  return show(
    c,
    <SettingsPage
      network={networkName}
      visit={visit}
      hours={hours.ok ? hours.value : null}
      consent={await currentConsentText(world, networkName)}
      startTo={await numberToText(world)}
      flash={flash}
    />,
    flash?.kind === 'problem' ? 422 : 200,
  );
};

/** Opens the settings that an address leads to, for whoever has typed a code; asks for one otherwise. */
const visited = async (c: C, act: (visit: SettingsVisit) => Promise<Response>, whenShut?: typeof act) => {
  const visit = await settingsVisit(c.var.world, c.req.param('token') ?? '');
  if (!visit) {
    const { networkName } = await networkSettings(c.var.world);
    return show(c, <NowherePage network={networkName} />, 404);
  }
  if (await isOpen(c.var.world, visit.memberId, getCookie(c, COOKIE))) return act(visit);
  return whenShut ? whenShut(visit) : askPage(c, visit, null);
};

settingsRoutes.get('/me/:token', (c) =>
  visited(
    c,
    (visit) => settingsPage(c, visit, flashOf(c)),
    (visit) => askPage(c, visit, flashOf(c)),
  ),
);

const askForCode = async (c: C, visit: SettingsVisit) => {
  const form = formOf(await c.req.formData());
  const way = text(form, 'way');
  const point = visit.points.find(({ channel, state }) => channel === way && state === 'active');
  if (!point || !(await askedByPerson(c.var.world, visit.memberId, text(form, 'csrf'))))
    return askPage(c, visit, { kind: 'problem', text: 'Nothing was sent. Please press once more.' });
  const done = await sendCode(c.var.world, asMember(visit), { contactPointId: point.id, purpose: 'open' });
  return done.ok ? c.redirect(home(visit, 'sent'), 303) : askPage(c, visit, said(done.problem));
};
settingsRoutes.post('/me/:token/code', (c) =>
  visited(
    c,
    (visit) => askForCode(c, visit),
    (visit) => askForCode(c, visit),
  ),
);

const typed = async (c: C, visit: SettingsVisit) => {
  const { world } = c.var;
  const code = text(formOf(await c.req.formData()), 'code') ?? '';
  const done = await openSettings(world, asMember(visit), { code });
  if (!done.ok) return askPage(c, visit, said(done.problem));
  setCookie(c, COOKIE, await openPass(world, visit.memberId), {
    path: `/me/${visit.token}`,
    httpOnly: true,
    sameSite: 'Lax',
    secure: world.settings.publicUrl.startsWith('https:'),
    maxAge: OPEN_SECONDS,
  });
  return c.redirect(home(visit, 'open'), 303);
};
settingsRoutes.post('/me/:token/open', (c) =>
  visited(
    c,
    (visit) => typed(c, visit),
    (visit) => typed(c, visit),
  ),
);

/** An act of whoever has the settings open: done, or its problem on the page. */
const posted =
  (done: string, act: (c: C, visit: SettingsVisit, form: Form) => Promise<Result<unknown>>) => (c: C) =>
    visited(c, async (visit) => {
      const result = await act(c, visit, formOf(await c.req.formData()));
      if (result.ok) return c.redirect(home(visit, done), 303);
      return settingsPage(c, visit, said(result.problem));
    });
const pointId = (c: C) => c.req.param('point') ?? '';

settingsRoutes.post(
  '/me/:token/points',
  posted('added', async (c, visit, form) => {
    const address = text(form, 'address') ?? '';
    const added = await addContactPoint(c.var.world, asMember(visit), {
      memberId: visit.memberId,
      channel: address.includes('@') ? 'email' : 'sms',
      address,
    });
    if (!added.ok) return added;
    const point = visit.points.find(({ id }) => id === added.value.id);
    return point?.state === 'active'
      ? added
      : sendCode(c.var.world, asMember(visit), { contactPointId: added.value.id, purpose: 'verify' });
  }),
);
settingsRoutes.post(
  '/me/:token/points/:point/code',
  posted('sent', (c, visit) =>
    sendCode(c.var.world, asMember(visit), { contactPointId: pointId(c), purpose: 'verify' }),
  ),
);
settingsRoutes.post(
  '/me/:token/points/:point/proof',
  posted('verified', (c, visit, form) =>
    verifyContactPoint(c.var.world, asMember(visit), {
      contactPointId: pointId(c),
      code: text(form, `code-${pointId(c)}`) ?? '',
    }),
  ),
);
settingsRoutes.post(
  '/me/:token/points/:point/first',
  posted('first', (c, visit) => {
    const point = visit.points.find(({ id, state }) => id === pointId(c) && state === 'active');
    return addContactPoint(c.var.world, asMember(visit), {
      memberId: visit.memberId,
      channel: point?.channel ?? 'email',
      address: point?.address ?? '',
      isPublic: point?.isPublic === 1,
      isPrimary: true,
    });
  }),
);
settingsRoutes.post(
  '/me/:token/points/:point/stop',
  posted('stopped', (c, visit) =>
    setChannel(c.var.world, asMember(visit), { contactPointId: pointId(c), on: false }),
  ),
);
settingsRoutes.post(
  '/me/:token/points/:point/start',
  posted('started', (c, visit, form) =>
    visit.points.find(({ id }) => id === pointId(c))?.channel === 'sms'
      ? reopenNumber(c.var.world, asMember(visit), {
          contactPointId: pointId(c),
          version: text(form, 'version') ?? '',
        })
      : setChannel(c.var.world, asMember(visit), { contactPointId: pointId(c), on: true }),
  ),
);
settingsRoutes.post(
  '/me/:token/points/:point/removal',
  posted('removed', (c, visit) =>
    removeContactPoint(c.var.world, asMember(visit), { memberId: visit.memberId, id: pointId(c) }),
  ),
);
settingsRoutes.post(
  '/me/:token/hours',
  posted('hours', (c, visit, form) =>
    setOwnHours(c.var.world, asMember(visit), { id: visit.memberId, ...hoursIn(form) }),
  ),
);
settingsRoutes.post(
  '/me/:token/leave',
  posted('left', (c, visit) => leaveMember(c.var.world, asMember(visit), { id: visit.memberId })),
);
settingsRoutes.post(
  '/me/:token/return',
  posted('returned', (c, visit) => returnMember(c.var.world, asMember(visit), { id: visit.memberId })),
);

settingsRoutes.get('/me/:token/leave', (c) =>
  visited(c, async (visit) => {
    const { networkName } = await networkSettings(c.var.world);
    return show(c, <LeavePage network={networkName} token={visit.token} />);
  }),
);
settingsRoutes.post('/me/:token/close', (c) =>
  visited(c, async (visit) => {
    setCookie(c, COOKIE, '', { path: `/me/${visit.token}`, httpOnly: true, maxAge: 0 });
    return c.redirect(home(visit, 'closed'), 303);
  }),
);
