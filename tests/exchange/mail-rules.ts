import * as z from 'zod';

const list = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());

const payload = z.object({
  from: z.string({ error: 'Missing `from` field.' }),
  to: z
    .union([z.string(), z.array(z.string()).min(1).max(50)], { error: 'Missing `to` field.' })
    .transform((one) => [one].flat()),
  subject: z.string({ error: 'Missing `subject` field.' }),
  cc: list.optional(),
  bcc: list.optional(),
  reply_to: list.optional(),
  text: z.string().nullish(),
  html: z.string().nullish(),
  headers: z.record(z.string(), z.string()).optional(),
  tags: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
});

export type MailPayload = z.infer<typeof payload>;

/** An error as Resend's API words it. */
export function mailError(statusCode: number, name: string, message: string): Response {
  return Response.json({ statusCode, name, message }, { status: statusCode });
}

/** `a@b.org` of `Name <a@b.org>`, in lower case; null when there is no address. */
export function addressOf(mailbox: string): string | null {
  const found =
    /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(mailbox)?.[1] ?? /^\s*([^<>\s]+@[^<>\s]+)\s*$/.exec(mailbox)?.[1];
  return found?.toLowerCase() ?? null;
}

const ADDRESS_FORM =
  'The email address needs to follow the `email@example.com` or `Name <email@example.com>` format.';
const TAG = /^[\w-]{1,256}$/;

const refuse = (name: string, message: string) => ({ error: mailError(422, name, message) });

/** Reads one mail to send; answers it, or the error the provider would answer. */
export function readMail(input: unknown): { mail: MailPayload } | { error: Response } {
  const parsed = payload.safeParse(input);
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    const missing = message.startsWith('Missing');
    return refuse(
      missing ? 'missing_required_field' : 'validation_error',
      missing ? message : `Invalid \`${path.join('.')}\` field. ${message}`,
    );
  }
  const mail = parsed.data;
  if (!addressOf(mail.from)) return refuse('invalid_from_address', `Invalid \`from\` field. ${ADDRESS_FORM}`);
  for (const field of ['to', 'cc', 'bcc', 'reply_to'] as const) {
    if (mail[field]?.some((mailbox) => !addressOf(mailbox))) {
      return refuse('validation_error', `Invalid \`${field}\` field. ${ADDRESS_FORM}`);
    }
  }
  if (!mail.text && !mail.html) return refuse('validation_error', 'Missing `html` or `text` field.');
  if (mail.tags?.some(({ name, value }) => !TAG.test(name) || !TAG.test(value))) {
    return refuse(
      'validation_error',
      'Tags should only contain ASCII letters, numbers, underscores, or dashes.',
    );
  }
  if (
    Object.entries(mail.headers ?? {}).some(
      ([name, value]) => !/^[!-9;-~]+$/.test(name) || /[\r\n]/.test(value),
    )
  ) {
    return refuse(
      'validation_error',
      'Invalid `headers` field. Names are ASCII without spaces; values are one line.',
    );
  }
  return { mail };
}
