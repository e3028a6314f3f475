import { setTimeout as pause } from 'node:timers/promises';
import type { Local } from '../local.ts';

/** A form is taken no sooner than a person could have read its page. */
const READ_MS = 4_000;

/** The cookie of the owner, who signs in by the link as a person does. */
export const signedIn = async ({ url, signInLink }: Pick<Local, 'url' | 'signInLink'>): Promise<string> => {
  const page = await (await fetch(signInLink)).text();
  const fields = [...page.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
  await pause(READ_MS);
  const answer = await fetch(signInLink, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value])),
  });
  const cookies = answer.headers.getSetCookie().map((one) => one.split(';')[0]);
  if (answer.status !== 303) throw new Error(`Signing in answered ${answer.status}.`);
  return cookies.join('; ');
};
