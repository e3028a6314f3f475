import type * as z from 'zod';
import { FeedFailure } from '../../platform/feeds.ts';

const TIMEOUT_MS = 20_000;
/** A service that asks for patience gets it once, and for no longer. */
const LONGEST_WAIT_MS = 65_000;

/** What an adapter needs of the outside; tests stand in for both. */
export interface Outside {
  fetcher(url: string, init: RequestInit): Promise<Response>;
  sleep(ms: number): Promise<void>;
}
export const OUTSIDE: Outside = {
  fetcher: (url, init) => fetch(url, init),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
};

const waitOf = (response: Response): number => {
  const seconds = Number(response.headers.get('retry-after') ?? '60');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : LONGEST_WAIT_MS;
};

/**
 * Asks a service once; again after it asked for patience, or after a fault of its own. An address that holds a key is
 * in no message.
 * @throws FeedFailure in words for people
 */
export const askJson = async <Schema extends z.ZodType>(
  outside: Outside,
  ask: { service: string; url: string; headers?: Record<string, string>; schema: Schema },
): Promise<z.output<Schema>> => {
  const { service, url, headers, schema } = ask;
  const once = async (): Promise<Response> => {
    try {
      return await outside.fetcher(url, {
        headers: { accept: 'application/json', ...headers },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      throw new FeedFailure(
        error instanceof Error && error.name === 'TimeoutError'
          ? `${service} did not answer within ${TIMEOUT_MS / 1000} seconds.`
          : `${service} could not be reached.`,
      );
    }
  };
  let response = await once();
  if (response.status === 429 && waitOf(response) <= LONGEST_WAIT_MS) {
    await outside.sleep(waitOf(response));
    response = await once();
  } else if (response.status >= 500) {
    await outside.sleep(2_000);
    response = await once();
  }
  if (!response.ok) throw new FeedFailure(refusal(service, response.status));
  const parsed = schema.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  throw new FeedFailure(
    `${service} answered in a shape that is not known here (${parsed.error.issues[0]?.path.join('.') || 'no JSON'}).`,
  );
};

const refusal = (service: string, status: number): string => {
  if (status === 401 || status === 403) return `${service} refused the key (${status}).`;
  if (status === 429) return `${service} answers no more for now: the limit of the key is used up.`;
  return `${service} answered with an error (${status}).`;
};
