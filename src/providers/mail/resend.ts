import * as z from 'zod';
import type { MailPort, Outcome, OutgoingMail, Settings } from '../../platform/world.ts';

const TIMEOUT_MS = 30_000;
const made = z.object({ id: z.string() });
const refusal = z.object({ name: z.string().nullish(), message: z.string().nullish() });

type Fetcher = (url: string, init: RequestInit) => Promise<Response>;

/**
 * Resend's sending API. A second POST with the same idempotency key never sends a second mail within 24
 * hours, so an unclear answer is asked for once more before it is called unknown.
 * @param fetcher stands in for the network in tests
 */
export const resendMail = (
  settings: Pick<Settings, 'mail'>,
  fetcher: Fetcher = (url, init) => fetch(url, init),
): MailPort => {
  const { apiKey, apiBase, fromAddress } = settings.mail;
  const post = async (mail: OutgoingMail): Promise<Outcome> => {
    try {
      const response = await fetcher(`${apiBase}/emails`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${apiKey}`,
          'content-type': 'application/json',
          'idempotency-key': mail.idempotencyKey,
        },
        body: JSON.stringify({
          from: mailbox(mail.fromName, fromAddress),
          to: [mail.to],
          ...(mail.replyTo ? { reply_to: [mail.replyTo] } : {}),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: mail.headers,
          // Comes back with every event, also with one that overtakes the answer to this request.
          tags: [{ name: 'key', value: mail.idempotencyKey.replaceAll(/[^\w-]/g, '_') }],
        }),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return outcomeOf(response, await response.text());
    } catch (error) {
      return { kind: 'unknown', reason: error instanceof Error ? error.name : 'no answer' };
    }
  };
  return {
    keepsKeys: true,
    async send(mail) {
      const first = await post(mail);
      if (first.kind !== 'unknown') return first;
      const second = await post(mail);
      // To be asked to slow down now says nothing of the first.
      return second.kind === 'retry' ? first : second;
    },
  };
};

const outcomeOf = (response: Response, body: string): Outcome => {
  if (response.ok) {
    const { data } = made.safeParse(parsed(body));
    return data
      ? { kind: 'accepted', providerId: data.id, segments: null }
      : { kind: 'unknown', reason: `answer ${response.status} was not understood` };
  }
  const { name, message } = refusal.safeParse(parsed(body)).data ?? {};
  const code = name ?? `HTTP ${response.status}`;
  if (response.status === 429 || code === 'concurrent_idempotent_requests') {
    const after = response.headers.get('retry-after');
    return { kind: 'retry', code, afterMs: after && /^\d{1,5}$/.test(after) ? Number(after) * 1000 : null };
  }
  // The key was used before with other content: the first mail was taken.
  if (code === 'invalid_idempotent_request') return { kind: 'unknown', reason: code, taken: true };
  if (response.status >= 400 && response.status < 500)
    return { kind: 'refused', code, reason: message ?? 'The mail provider gave no reason.' };
  return { kind: 'unknown', reason: `HTTP ${response.status}` };
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

/** `"Name" <address>`; what could break out of the quotes or the line is left out. */
const mailbox = (name: string, address: string): string =>
  `"${name.replaceAll(/["\\\r\n<>]/g, ' ').trim()}" <${address}>`;
