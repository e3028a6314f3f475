import * as z from 'zod';
import { formatIso } from '../../platform/days.ts';
import type { ListedSms, Outcome, Settings, SmsDetail, SmsPort } from '../../platform/world.ts';

/** Twilio's server may take 26 s over a create that succeeds; a shorter limit would make good sends ambiguous. */
const TIMEOUT_MS = 30_000;
const PAGE_SIZE = 1000;
const MOST_PAGES = 20;
/** This sender's queue of ten hours is full: Twilio took nothing. */
const QUEUE_FULL = '21611';

const refusal = z.object({ code: z.number().nullish(), message: z.string().nullish() });
const resource = z.object({
  sid: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  body: z.string().nullable(),
  status: z.string(),
  direction: z.string(),
  date_created: z.string().nullable(),
  error_code: z.number().nullable(),
  num_segments: z.string().nullable(),
  price: z.string().nullable(),
  num_media: z.string().nullish(),
  subresource_uris: z.object({ media: z.string().nullish() }).nullish(),
});
/** What the answer to a create is read for: of all fields these two, since it is read for every text. */
const created = resource.pick({ sid: true, num_segments: true });
const listing = z.object({ messages: z.array(resource), next_page_uri: z.string().nullish() });

type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Twilio's Messages resource. Every call is one request: nothing here repeats a create, since Twilio has no
 * key by which it would know the second from the first.
 * @param fetcher stands in for the network in tests
 */
export const twilioSms = (
  settings: Pick<Settings, 'twilio'>,
  fetcher: Fetcher = (url, init) => fetch(url, init),
): SmsPort => {
  const { accountSid, authTokens, messagingServiceSid, apiBase } = settings.twilio;
  const account = `${apiBase}/2010-04-01/Accounts/${accountSid}`;
  const authorization = `Basic ${btoa(`${accountSid}:${authTokens[0] ?? ''}`)}`;
  const call = (url: string, init: RequestInit = {}) =>
    fetcher(url, {
      ...init,
      headers: { accept: 'application/json', authorization, ...init.headers },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  const messages = `${account}/Messages.json`;
  const headers = {
    accept: 'application/json',
    authorization,
    'content-type': 'application/x-www-form-urlencoded',
  };
  const sender = `&MessagingServiceSid=${encodeURIComponent(messagingServiceSid)}`;

  return {
    async send({ to, body, callbackUrl, validitySeconds }) {
      const form = `To=${encodeURIComponent(to)}${sender}&Body=${encodeURIComponent(body.toWellFormed())}&StatusCallback=${encodeURIComponent(callbackUrl)}&ValidityPeriod=${validitySeconds}`;
      try {
        const signal = AbortSignal.timeout(TIMEOUT_MS);
        const response = await fetcher(messages, { method: 'POST', headers, body: form, signal });
        return outcomeOf(response, await response.text());
      } catch (error) {
        return { kind: 'unknown', reason: error instanceof Error ? error.name : 'no answer' };
      }
    },

    async list({ to, sentAfter = 0, sentBefore = Infinity }) {
      const found: ListedSms[] = [];
      // Twilio knows no filter by creation; one by sending leaves out what is not sent yet.
      const sent: Record<string, string> =
        sentBefore === Infinity ? {} : { 'DateSent>': moment(sentAfter), 'DateSent<': moment(sentBefore) };
      const asked = new URLSearchParams({ ...(to ? { To: to } : {}), ...sent, PageSize: String(PAGE_SIZE) });
      let next: string | null = `${account}/Messages.json?${asked.toString()}`;
      for (let page = 0; next !== null && page < MOST_PAGES; page += 1) {
        const answer = listing.parse(await read(await call(next)));
        const messages = answer.messages.map(detailOf);
        found.push(...messages.filter(({ createdAt }) => createdAt >= sentAfter && createdAt < sentBefore));
        const older = messages.some((one) => one.createdAt < sentAfter);
        next = answer.next_page_uri && !older ? new URL(answer.next_page_uri, apiBase).toString() : null;
      }
      // Half a list would pass for the whole: a sweep would take what it did not see for seen.
      if (next !== null)
        throw new Error(`Twilio lists more than ${MOST_PAGES * PAGE_SIZE} texts of that time.`);
      return found;
    },

    async message(providerId) {
      const response = await call(`${account}/Messages/${encodeURIComponent(providerId)}.json`);
      return response.status === 404 ? null : detailOf(resource.parse(await read(response)));
    },
  };
};

/** What an answer to a create means. Only a 4xx proves that nothing was taken; a 5xx may follow a success. */
const outcomeOf = (response: Response, body: string): Outcome => {
  if (response.ok) {
    const made = created.safeParse(parsed(body));
    if (!made.success) return { kind: 'unknown', reason: `answer ${response.status} was not understood` };
    return { kind: 'accepted', providerId: made.data.sid, segments: segmentsOf(made.data.num_segments) };
  }
  const { code, message } = refusal.safeParse(parsed(body)).data ?? {};
  const named = String(code ?? `HTTP ${response.status}`);
  if (response.status === 429 || named === QUEUE_FULL) {
    return { kind: 'retry', code: named, afterMs: afterMs(response.headers.get('retry-after')) };
  }
  if (response.status >= 400 && response.status < 500)
    return { kind: 'refused', code: named, reason: message ?? 'The carrier gave no reason.' };
  return { kind: 'unknown', reason: `HTTP ${response.status}` };
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

const read = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw new Error(`Twilio answered ${response.status} to a question about messages.`);
  return response.json();
};

const moment = (ms: number): string => formatIso(ms).replace(/\.\d+Z$/, 'Z');

const afterMs = (header: string | null): number | null =>
  header !== null && /^\d{1,5}$/.test(header) ? Number(header) * 1000 : null;

/** Through a messaging service the count is "0" until the carrier has it. */
const segmentsOf = (text: string | null): number | null => Number(text ?? 0) || null;

const detailOf = (one: z.output<typeof resource>): SmsDetail => ({
  providerId: one.sid,
  from: one.from ?? '',
  to: one.to ?? '',
  body: one.body ?? '',
  status: one.status,
  direction: one.direction,
  createdAt: one.date_created === null ? 0 : Date.parse(one.date_created),
  errorCode: one.error_code === null ? null : String(one.error_code),
  segments: segmentsOf(one.num_segments),
  priceMicros: microsOf(one.price),
  mediaList: Number(one.num_media ?? 0) > 0 ? (one.subresource_uris?.media ?? one.sid) : null,
});

/** "-0.00830" → 8300, without passing through a fraction; Twilio writes what it charges as a negative number. */
const microsOf = (price: string | null): number | null => {
  const [, whole, part = ''] = /^-?(\d+)(?:\.(\d{1,12}))?$/.exec(price ?? '') ?? [];
  return whole === undefined ? null : Number(whole) * 1_000_000 + Number(part.padEnd(6, '0').slice(0, 6));
};
