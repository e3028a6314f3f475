import * as z from 'zod';
import { sameText } from '../../platform/tokens.ts';

/** An event older or younger than this is refused, so that an old one cannot be played again. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Whether the mail provider signed this event (the Svix scheme: HMAC-SHA256 of id, time and body).
 * @param secret `whsec_` and base64, as the provider shows it
 * @param now ms UTC
 */
export const isFromMailProvider = async (
  secret: string,
  headers: { id?: string; timestamp?: string; signature?: string },
  body: string,
  now: number,
): Promise<boolean> => {
  const { id, timestamp, signature } = headers;
  if (!id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now - Number(timestamp) * 1000) > TOLERANCE_MS) return false;
  const bytes = Uint8Array.from(atob(secret.replace(/^whsec_/, '')), (c) => c.charCodeAt(0));
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const text = new TextEncoder().encode(`${id}.${timestamp}.${body}`);
  const expected = btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.sign('HMAC', key, text))));
  // Several signatures stand side by side while the secret is being rotated.
  return signature.split(' ').some((one) => sameText(one, `v1,${expected}`));
};

const tags = z.union([
  z.record(z.string(), z.string()),
  z
    .array(z.object({ name: z.string(), value: z.string() }))
    .transform((list) => Object.fromEntries(list.map(({ name, value }) => [name, value]))),
]);
const event = z.object({
  type: z.string(),
  data: z.object({
    email_id: z.string(),
    tags: tags.nullish(),
    bounce: z
      .object({
        type: z.string().nullish(),
        subType: z.string().nullish(),
        message: z.string().nullish(),
      })
      .nullish(),
  }),
});

/** What the mail provider reports about one mail of ours. */
export interface MailEvent {
  /** `email.delivered`, `email.bounced`, `email.complained` … */
  type: string;
  providerId: string;
  /** The key the mail was sent with; null for a mail that carried none. */
  idempotencyKey: string | null;
  /** True where the provider calls the bounce permanent. */
  permanent: boolean;
}

/** Reads an event, or null when it is not about a mail. */
export const readMailEvent = (body: string): MailEvent | null => {
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return null;
  }
  const read = event.safeParse(input);
  if (!read.success) return null;
  const { type, data } = read.data;
  return {
    type,
    providerId: data.email_id,
    idempotencyKey: data.tags?.key ?? null,
    permanent: data.bounce?.type === 'Permanent',
  };
};
