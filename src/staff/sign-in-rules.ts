/** How long a browser stays signed in. */
export const SIGN_IN_DAYS = 14;
/** How long a mailed code or link works. */
export const CODE_MINUTES = 15;
/** Wrong codes that an address may give within `CODE_MINUTES`; also codes that may be asked for. */
export const CODE_TRIES = 5;
/** The same for one place on the internet, where a whole office may sit behind one address. */
export const PLACE_TRIES = 40;

export const COOKIE_NAME = 'sign_in';

/** The cookie as browsers know it: the prefix makes them refuse it over plain http. */
export const cookieName = (publicUrl: string): string =>
  publicUrl.startsWith('https://') ? `__Secure-${COOKIE_NAME}` : COOKIE_NAME;

/** Where to go after signing in: a path of ours, or home for anything that could lead elsewhere. */
export const localPath = (next: string | undefined): string => {
  if (!next?.startsWith('/') || /^\/[/\\]|[\p{Cc}\\]/u.test(next)) return '/';
  const here = 'https://here.invalid';
  const url = URL.canParse(next, here) ? new URL(next, here) : null;
  return url?.origin === here ? `${url.pathname}${url.search}` : '/';
};
