import * as z from 'zod';
import type { HumanCheck, Settings } from '../../platform/world.ts';

const VERIFY = 'https://challenges.cloudflare.com/turnstile/v0/siteverify';
/** A person waits for the answer; beyond this they are asked to press once more instead. */
const TIMEOUT_MS = 4_000;
const verdict = z.object({ success: z.boolean() });

type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Asks the vendor whether the value that its script put into a form was earned by a person. One try: no answer, or one
 * that cannot be read, is no proof. The reader's address is not told to them.
 * @param fetcher stands in for the network in tests
 * @returns null where the settings are not there
 */
export const turnstile = (
  { turnstile: keys }: Pick<Settings, 'turnstile'>,
  fetcher: Fetcher = (url, init) => fetch(url, init),
): HumanCheck | null =>
  keys && {
    siteKey: keys.siteKey,
    async passed(proof) {
      if (!proof) return false;
      try {
        const response = await fetcher(VERIFY, {
          method: 'POST',
          body: new URLSearchParams({ secret: keys.secret, response: proof }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        return verdict.safeParse(await response.json()).data?.success === true;
      } catch {
        return false;
      }
    },
  };
