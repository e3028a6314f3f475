import { parseEmail } from '../platform/email-address.ts';
import { invalid, limited, missing, ok, type Result } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { keyedHash } from '../platform/tokens.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from './network-settings.ts';
import {
  countTry,
  deleteCodesOf,
  deleteSignIn,
  deleteTries,
  signInByToken,
  staffByEmail,
  staffById,
} from './queries.ts';
import { signInMail } from './sign-in-mail.ts';
import { CODE_MINUTES, CODE_TRIES, PLACE_TRIES } from './sign-in-rules.ts';
import { tokenOf } from './who-from-request.ts';

/** A person who has just signed in, and the cookies that keep them so. */
export interface SignedIn {
  staffId: string;
  cookies: string[];
}

const WINDOW_MS = CODE_MINUTES * 60_000;
const WAIT = `Wait ${CODE_MINUTES} minutes, or use the link in the newest mail.`;

/** The library takes long to start and is needed by nobody who is already signed in. */
const auth = async (world: World, onLink?: (token: string) => void) =>
  (await import('./auth.ts')).authOf(world, onLink).api;

const tryKey = (world: World, kind: string, value: string) =>
  keyedHash(world.settings.authSecret, `${kind}:${value}`);

/** Counts one try under each name; true while all are within what is allowed. Known and unknown addresses alike. */
const within = async (world: World, what: string, email: string | null, request: Request) => {
  const place = request.headers.get('cf-connecting-ip');
  const counted: [string, string, number][] = [];
  if (email !== null) counted.push([`${what}:email`, email, CODE_TRIES]);
  if (place !== null) counted.push([`${what}:place`, place, PLACE_TRIES]);
  let good = true;
  for (const [kind, value, most] of counted) {
    const key = await tryKey(world, kind, value);
    const row = await world.db.first(countTry, { key, now: world.clock.now(), windowMs: WINDOW_MS });
    good &&= (row?.count ?? 1) <= most;
  }
  return good;
};

/**
 * Takes a wish to sign in. The answer is the same for every address, known or not; the mail is sent by
 * the promise handed back, which the caller lets run after it has answered, so that time tells nothing.
 * @param next a local path to go to after signing in
 */
export const requestSignIn = async (
  world: World,
  request: Request,
  input: { email: string; next: string },
): Promise<Result<{ email: string; sent: Promise<void> }>> => {
  const email = parseEmail(input.email);
  if (!email.ok) return invalid([{ field: 'email', message: email.reason }]);
  if (!(await within(world, 'ask', email.address, request)))
    return limited(`Too many codes were asked for. ${WAIT}`);
  const sent = sendCode(world, email.address, input.next).catch((error: unknown) =>
    world.log.fault('sign-in.mail', error),
  );
  return ok({ email: email.address, sent });
};

const sendCode = async (world: World, email: string, next: string): Promise<void> => {
  const person = await world.db.first(staffByEmail, { email });
  if (!person) return;
  const link = await linkFor(world, email);
  const code = await (await auth(world)).createVerificationOTP({ body: { email, type: 'sign-in' } });
  const { mailFromName } = await networkSettings(world);
  const outcome = await world.mail.send(
    signInMail({
      to: email,
      fromName: mailFromName,
      code,
      link: next === '/' ? link : `${link}?next=${encodeURIComponent(next)}`,
      key: `sign-in-${world.ids.next()}`,
    }),
  );
  if (outcome.kind !== 'accepted') world.log.info('sign-in.mail', { outcome: outcome.kind });
};

const linkFor = async (world: World, email: string): Promise<string> => {
  let token = '';
  const api = await auth(world, (made) => void (token = made));
  await api.signInMagicLink({ body: { email }, headers: new Headers() });
  return `${world.settings.publicUrl}/sign-in/link/${token}`;
};

/**
 * A link that signs a person in once, within 15 minutes, after they press Continue on its page.
 * For the command line that starts a network; people ask for theirs by mail.
 */
export const oneTimeSignInLink = async (world: World, staffId: string): Promise<Result<string>> => {
  const person = await world.db.first(staffById, { id: staffId });
  return person?.role ? ok(await linkFor(world, person.email)) : missing('That person of the staff');
};

/** Signs in with the six digits of a mail. */
export const signInWithCode = async (
  world: World,
  request: Request,
  input: { email: string; code: string },
): Promise<Result<SignedIn>> => {
  const wrong = invalid([
    {
      field: 'code',
      message: 'This code is not right, or its time is over. Use the newest mail, or ask for a new code.',
    },
  ]);
  const email = parseEmail(input.email);
  if (!email.ok) return invalid([{ field: 'email', message: email.reason }]);
  if (!(await within(world, 'try', email.address, request))) return limited(`Too many wrong codes. ${WAIT}`);
  const code = input.code.replaceAll(/[\s-]/g, '');
  if (!/^\d{6}$/.test(code)) return invalid([{ field: 'code', message: 'The code has six digits.' }]);
  if (!(await world.db.first(staffByEmail, { email: email.address }))) return wrong;
  const api = await auth(world);
  const answer = await api
    .signInEmailOTP({
      body: { email: email.address, otp: code },
      headers: request.headers,
      returnHeaders: true,
    })
    .catch(refusal);
  return answer ? begun(world, answer.response.token, answer.headers) : wrong;
};

/** Signs in with the secret of a link: only ever after a person pressed the button on its page. */
export const signInWithLink = async (
  world: World,
  request: Request,
  token: string,
): Promise<Result<SignedIn>> => {
  if (!(await within(world, 'link', null, request))) return limited(`Too many tries. ${WAIT}`);
  const api = await auth(world);
  const answer = await api
    .magicLinkVerify({ query: { token }, headers: request.headers, returnHeaders: true })
    .catch(refusal);
  if (answer) return begun(world, answer.response.token, answer.headers);
  return invalid(
    [{ field: 'token', message: 'This link was used already, or its time is over.' }],
    'This link was used already, or its time is over. Ask for a new one.',
  );
};

/** The library says no by throwing an answer; anything else is a fault of ours. */
const refusal = (error: unknown): null => {
  if (error instanceof Error && error.name === 'APIError') return null;
  throw error;
};

const begun = async (world: World, token: string, headers: Headers): Promise<Result<SignedIn>> => {
  const signIn = await world.db.first(signInByToken, { token });
  const person = signIn && (await world.db.first(staffById, { id: signIn.staffId }));
  if (!signIn || !person?.role) return missing('That person of the staff');
  const { email } = signIn;
  const keys = await Promise.all(['ask:email', 'try:email'].map((kind) => tryKey(world, kind, email)));
  await world.db.commit(
    {
      who: { kind: 'staff', id: person.id, name: person.name, role: person.role },
      action: 'sign-in.begin',
      subject: { kind: 'sign-in', id: signIn.id },
    },
    [change(deleteCodesOf, { email }), change(deleteTries, { keys })],
  );
  return ok({ staffId: person.id, cookies: headers.getSetCookie() });
};

/** Signs this browser out, and nothing where it was not signed in. */
export const signOut = async (world: World, request: Request): Promise<void> => {
  const token = await tokenOf(world, request);
  const signIn = token && (await world.db.first(signInByToken, { token }));
  const person = signIn && (await world.db.first(staffById, { id: signIn.staffId }));
  if (!signIn || !person) return;
  await world.db.commit(
    {
      who: { kind: 'staff', id: person.id, name: person.name, role: person.role ?? 'staff' },
      action: 'sign-in.end',
      subject: { kind: 'sign-in', id: signIn.id },
    },
    [change(deleteSignIn, { id: signIn.id })],
  );
};
