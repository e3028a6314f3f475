import { Hono, type Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { formOf, text } from '../platform/form.ts';
import { PROBLEM_STATUS, type Problem } from '../platform/problem.ts';
import { ONCE_MORE, signShown, wasRead } from '../platform/read-first.ts';
import { SYSTEM } from '../platform/who.ts';
import { fieldErrors, type AppEnv } from '../ui/index.ts';
import { acceptInvitation, invitationOf } from './accept-invitation.ts';
import { networkSettings } from './network-settings.ts';
import { InvitationPage } from './pages/invitation.tsx';
import { CodePage, DeadLinkPage, LinkPage, SignInPage } from './pages/sign-in.tsx';
import { ROLE_WORDS } from './role.ts';
import { cookieName, localPath } from './sign-in-rules.ts';
import {
  oneTimeSignInLink,
  requestSignIn,
  signInWithCode,
  signInWithLink,
  signOut,
  type SignedIn,
} from './sign-in.ts';
import { whoFromRequest } from './who-from-request.ts';

/** Remembers between two pages which address the code went to, so that it stands in no address bar or log. */
const ASKED_COOKIE = 'sign_in_address';
const ASKED_SECONDS = 20 * 60;

type C = Context<AppEnv>;
const networkOf = async (c: C) => (await networkSettings(c.var.world)).networkName;
const overHttps = (c: C) => c.var.world.settings.publicUrl.startsWith('https://');
const nextOf = (c: C) => localPath(c.req.query('next'));
const limitIn = (problem: Problem) => (problem.kind === 'limited' ? problem.message : undefined);

const welcome = (c: C, signedIn: SignedIn, next: string) => {
  for (const cookie of signedIn.cookies) c.header('set-cookie', cookie, { append: true });
  deleteCookie(c, ASKED_COOKIE, { path: '/sign-in' });
  return c.redirect(next, 303);
};

/** What people reach before they are known: sign-in, sign-out, invitations. */
export const signInRoutes = new Hono<AppEnv>();

for (const path of ['/sign-in', '/sign-in/*', '/invitations/*'])
  signInRoutes.use(path, async (c, next) => {
    await next();
    c.header('cache-control', 'no-store');
  });

signInRoutes.get('/sign-in', async (c) => {
  const next = nextOf(c);
  if (await whoFromRequest(c.var.world, c.req.raw)) return c.redirect(next, 303);
  const flash =
    c.req.query('done') === 'signed-out' ? { kind: 'done' as const, text: 'You are signed out.' } : undefined;
  return c.html(<SignInPage network={await networkOf(c)} next={next} flash={flash} />);
});

signInRoutes.post('/sign-in', async (c) => {
  const form = formOf(await c.req.formData());
  const next = localPath(text(form, 'next'));
  const email = text(form, 'email') ?? '';
  const asked = await requestSignIn(c.var.world, c.req.raw, { email, next });
  if (!asked.ok) {
    const { problem } = asked;
    const page = (
      <SignInPage
        network={await networkOf(c)}
        next={next}
        email={email}
        error={fieldErrors(problem).email}
        limit={limitIn(problem)}
      />
    );
    return c.html(page, PROBLEM_STATUS[problem.kind]);
  }
  c.executionCtx.waitUntil(asked.value.sent);
  setCookie(c, ASKED_COOKIE, asked.value.email, {
    path: '/sign-in',
    httpOnly: true,
    sameSite: 'Lax',
    secure: overHttps(c),
    maxAge: ASKED_SECONDS,
  });
  return c.redirect(`/sign-in/code?next=${encodeURIComponent(next)}`, 303);
});

signInRoutes.get('/sign-in/code', async (c) =>
  c.html(<CodePage network={await networkOf(c)} next={nextOf(c)} email={getCookie(c, ASKED_COOKIE) ?? ''} />),
);

signInRoutes.post('/sign-in/code', async (c) => {
  const form = formOf(await c.req.formData());
  const next = localPath(text(form, 'next'));
  const email = text(form, 'email') ?? '';
  const done = await signInWithCode(c.var.world, c.req.raw, { email, code: text(form, 'code') ?? '' });
  if (done.ok) return welcome(c, done.value, next);
  const { problem } = done;
  const errors = fieldErrors(problem);
  const page = (
    <CodePage
      network={await networkOf(c)}
      next={next}
      email={errors.email ? '' : email}
      error={errors.code}
      emailError={errors.email}
      limit={limitIn(problem)}
    />
  );
  return c.html(page, PROBLEM_STATUS[problem.kind]);
});

const linkPage = async (c: C, next: string, again: boolean) =>
  c.html(
    <LinkPage
      network={await networkOf(c)}
      action={c.req.path}
      next={next}
      shown={await signShown(c.var.world, c.req.path, again)}
      say={again ? ONCE_MORE : 'The link works once. Press Continue to go on.'}
    />,
  );

signInRoutes.get('/sign-in/link/:token', (c) => linkPage(c, nextOf(c), false));

signInRoutes.post('/sign-in/link/:token', async (c) => {
  const form = formOf(await c.req.formData());
  if (!(await wasRead(c.var.world, c.req.path, text(form, 'shown'))))
    return linkPage(c, localPath(text(form, 'next')), true);
  const done = await signInWithLink(c.var.world, c.req.raw, c.req.param('token'));
  if (done.ok) return welcome(c, done.value, localPath(text(form, 'next')));
  const { kind, message } = done.problem;
  return c.html(<DeadLinkPage network={await networkOf(c)} message={message} />, PROBLEM_STATUS[kind]);
});

signInRoutes.post('/sign-out', async (c) => {
  await signOut(c.var.world, c.req.raw);
  const name = cookieName(c.var.world.settings.publicUrl);
  deleteCookie(c, name, { path: '/', secure: overHttps(c) });
  return c.redirect('/sign-in?done=signed-out', 303);
});

const NO_INVITATION =
  'This invitation was used or taken back, or its time is over. Ask whoever invited you for a new one; if you have accepted it already, sign in.';

const invitationPage = async (c: C, again: boolean) => {
  const network = await networkOf(c);
  const invitation = await invitationOf(c.var.world, c.req.param('token') ?? '');
  if (!invitation) return c.html(<DeadLinkPage network={network} message={NO_INVITATION} />, 404);
  const { name, email, role } = invitation;
  const words = ROLE_WORDS[role];
  return c.html(
    <InvitationPage
      network={network}
      action={c.req.path}
      name={name}
      email={email}
      role={words.name}
      may={words.may}
      shown={await signShown(c.var.world, c.req.path, again)}
      say={again ? ONCE_MORE : null}
    />,
  );
};

signInRoutes.get('/invitations/:token', (c) => invitationPage(c, false));

signInRoutes.post('/invitations/:token', async (c) => {
  const { world } = c.var;
  const form = formOf(await c.req.formData());
  if (!(await wasRead(world, c.req.path, text(form, 'shown')))) return invitationPage(c, true);
  const accepted = await acceptInvitation(world, SYSTEM, { token: c.req.param('token') });
  if (!accepted.ok) {
    const message = accepted.problem.kind === 'missing' ? NO_INVITATION : accepted.problem.message;
    const page = <DeadLinkPage network={await networkOf(c)} message={message} />;
    return c.html(page, PROBLEM_STATUS[accepted.problem.kind]);
  }
  const link = await oneTimeSignInLink(world, accepted.value.staffId);
  const token = link.ok ? (link.value.split('/').at(-1) ?? '') : '';
  const done = await signInWithLink(world, c.req.raw, token);
  return done.ok ? welcome(c, done.value, '/') : c.redirect('/sign-in', 303);
});
