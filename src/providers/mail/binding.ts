import type { MailPort, Outcome, OutgoingMail, Settings } from '../../platform/world.ts';

/** The error codes of the platform's mail service that say nothing was taken and later may do. */
const LATER = ['E_RATE_LIMIT_EXCEEDED', 'E_DAILY_LIMIT_EXCEEDED', 'E_SENDING_RATE_LIMITED'];
/** Its own faults: whether the mail went is not said. */
const UNCLEAR = ['E_INTERNAL_SERVER_ERROR', 'E_UNKNOWN'];

// Locally the binding accepts what production refuses (Email Service docs, headers), so the rule stands here.
const ALLOWED_HEADER =
  /^(?:in-reply-to|references|list-[a-z-]+|precedence|auto-submitted|reply-by|expires|x-[a-z0-9-]+)$/i;
const LONGEST_VALUE_BYTES = 2048;
const LARGEST_MAIL_BYTES = 5 * 1024 * 1024;

/**
 * The platform's `send_email` binding: for sign-in codes and small networks. It keeps no idempotency keys, so
 * an unclear answer stays unknown.
 */
export const bindingMail = (binding: SendEmail, settings: Pick<Settings, 'mail'>): MailPort => ({
  keepsKeys: false,
  async send(mail) {
    const fault = faultOf(mail);
    if (fault) return { kind: 'refused', ...fault };
    try {
      const { messageId } = await binding.send({
        from: { name: mail.fromName, email: settings.mail.fromAddress },
        to: mail.to,
        ...(mail.replyTo ? { replyTo: mail.replyTo } : {}),
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: mail.headers,
      });
      return { kind: 'accepted', providerId: messageId, segments: null };
    } catch (error) {
      return outcomeOf(error);
    }
  },
});

const bytes = (text: string) => new TextEncoder().encode(text).length;

const faultOf = (mail: OutgoingMail): { code: string; reason: string } | null => {
  const [name, value] =
    Object.entries(mail.headers).find(
      ([name, value]) =>
        !ALLOWED_HEADER.test(name) || /[\r\n]/.test(value) || bytes(value) > LONGEST_VALUE_BYTES,
    ) ?? [];
  if (name !== undefined && value !== undefined)
    return { code: 'E_HEADER_NOT_ALLOWED', reason: `The mail service does not take the header ${name}.` };
  if (bytes(mail.text) + bytes(mail.html) > LARGEST_MAIL_BYTES)
    return { code: 'E_CONTENT_TOO_LARGE', reason: 'The mail is larger than 5 MB.' };
  return null;
};

const outcomeOf = (error: unknown): Outcome => {
  const code =
    typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
      ? error.code
      : '';
  const reason = error instanceof Error ? error.message : 'The mail service gave no reason.';
  if (LATER.includes(code)) return { kind: 'retry', code, afterMs: null };
  if (code === '' || UNCLEAR.includes(code)) return { kind: 'unknown', reason: code || 'no answer' };
  return { kind: 'refused', code, reason };
};
