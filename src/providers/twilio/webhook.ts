import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import * as z from 'zod';

/** A posted form with repeated fields kept, as the signature needs them. */
export type SignedForm = Record<string, string | string[]>;

/** Reads a form-encoded body; a field sent several times becomes a list. */
export const readForm = (body: string): SignedForm => {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(body)) {
    const known = fields.get(name);
    if (Array.isArray(known)) known.push(value);
    else fields.set(name, known === undefined ? value : [known, value]);
  }
  return Object.fromEntries(fields);
};

/**
 * Whether Twilio signed this request. Uses Twilio's own code, which knows the vendor's habits about ports.
 * @param tokens the account's auth tokens; two while they are being rotated
 * @param url the address as configured at Twilio, query included: never the host of the request
 */
export const isFromTwilio = (
  tokens: string[],
  signature: string | undefined,
  url: string,
  form: SignedForm,
): boolean =>
  signature !== undefined &&
  signature !== '' &&
  tokens.some((token) => token !== '' && validateRequest(token, signature, url, form));

const inbound = z.object({
  AccountSid: z.string(),
  MessageSid: z.string().min(1),
  From: z.string().min(1),
  To: z.string().min(1),
  Body: z.string().default(''),
  OptOutType: z.enum(['STOP', 'START', 'HELP']).nullish().catch(null),
  NumMedia: z.coerce.number().int().min(0).max(10).catch(0),
});

/** One text from a person. */
export interface InboundText {
  accountSid: string;
  providerId: string;
  from: string;
  to: string;
  body: string;
  /** What the carrier already did by itself with this word. */
  optOutType: 'STOP' | 'START' | 'HELP' | null;
  media: { url: string; type: string }[];
}

/** The text of an inbound webhook, or null when the form is none. */
export const readInbound = (form: SignedForm): InboundText | null => {
  const read = inbound.safeParse(form);
  if (!read.success) return null;
  const one = read.data;
  return {
    accountSid: one.AccountSid,
    providerId: one.MessageSid,
    from: one.From,
    to: one.To,
    body: one.Body,
    optOutType: one.OptOutType ?? null,
    media: Array.from({ length: one.NumMedia }, (_, no) => ({
      url: String(form[`MediaUrl${no}`] ?? ''),
      type: String(form[`MediaContentType${no}`] ?? ''),
    })),
  };
};

const status = z.object({
  AccountSid: z.string(),
  MessageSid: z.string().min(1),
  MessageStatus: z.string().min(1),
  ErrorCode: z.string().nullish(),
});

/** One report of a carrier about a text of ours. */
export interface StatusReport {
  accountSid: string;
  providerId: string;
  status: string;
  errorCode: string | null;
}

/** The report of a status callback, or null when the form is none. */
export const readStatus = (form: SignedForm): StatusReport | null => {
  const read = status.safeParse(form);
  if (!read.success) return null;
  const { AccountSid, MessageSid, MessageStatus, ErrorCode } = read.data;
  return {
    accountSid: AccountSid,
    providerId: MessageSid,
    status: MessageStatus,
    errorCode: ErrorCode && ErrorCode !== '0' ? ErrorCode : null,
  };
};

/**
 * The answer that sends nothing, as the library's MessagingResponse writes it (compared in a test): replies
 * go through our own outbound path, so that they pass its checks.
 */
export const EMPTY_REPLY = '<?xml version="1.0" encoding="UTF-8"?><Response/>';
