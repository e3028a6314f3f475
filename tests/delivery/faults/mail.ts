import { mailError, readMail, type MailPayload } from '../../exchange/mail-rules.ts';
import { signSvix } from '../../exchange/signatures.ts';
import { TEST_SETTINGS } from '../../support/settings.ts';
import type { Fate, Post } from './carrier.ts';
import type { Process } from './process.ts';

const KEY_LIFETIME_MS = 24 * 3_600_000;

/** One mail that the provider took. */
export interface TakenMail extends MailPayload {
  id: string;
  key: string;
  at: number;
  /** Events still to come, in order. */
  course: string[];
}

/** A mail provider in memory with Resend's protocol: keys kept for a day, events signed as Svix signs them. */
export const openFakeMail = (now: () => number, mark: string) => {
  const taken: TakenMail[] = [];
  const keys = new Map<string, { payload: string; at: number; id: string }>();
  let events = 0;
  const mail = {
    taken,
    /** What befalls the request for this address; null: it goes well. */
    script: (_asked: { no: number; to: string }): Fate | null => null,
    beforeAnswer: async (_mail: TakenMail): Promise<void> => {},
    asked: 0,
    /** Events that wait to be posted. */
    events: [] as Post[],

    event(one: TakenMail, type: string, more: { id?: string; at?: number; secret?: string } = {}): Post {
      const id = more.id ?? `msg_${mark}_${(events += 1)}`;
      const body = JSON.stringify({
        type,
        created_at: new Date(now()).toISOString(),
        data: {
          email_id: one.id,
          to: one.to,
          subject: one.subject,
          tags: Object.fromEntries((one.tags ?? []).map(({ name, value }) => [name, value])),
          ...(type === 'email.bounced' ? { bounce: { type: 'Permanent', subType: 'General' } } : {}),
        },
      });
      const headers = signSvix(more.secret ?? TEST_SETTINGS.MAIL_WEBHOOK_SECRET, id, more.at ?? now(), body);
      return { path: '/hooks/mail', body, headers: { 'content-type': 'application/json', ...headers } };
    },
    /** Takes every mail to the end of its way; its events then wait. */
    run(): void {
      for (const one of taken)
        for (const type of one.course.splice(0)) mail.events.push(mail.event(one, type));
    },
    fetcher:
      (process: Process) =>
      (_url: string, init: RequestInit = {}): Promise<Response> =>
        process.outside('mail.post', () => create(init)),
  };

  const create = async (init: RequestInit): Promise<Response> => {
    const payload = String(init.body);
    const key = new Headers(init.headers).get('idempotency-key') ?? '';
    const read = readMail(JSON.parse(payload));
    if ('error' in read) return read.error;
    const fate = mail.script({ no: (mail.asked += 1), to: read.mail.to[0] ?? '' });
    if (fate?.kind === '429') {
      const answer = mailError(429, 'rate_limit_exceeded', 'Too many requests.');
      if (fate.retryAfter !== undefined) answer.headers.set('retry-after', String(fate.retryAfter));
      return answer;
    }
    if (fate?.kind === 'refuse') return mailError(422, 'validation_error', 'The mail is refused.');
    if ((fate?.kind === 'hang' || fate?.kind === '5xx') && !fate.accepted) return broken(fate.kind);
    const known = keys.get(key);
    if (known && known.at > now() - KEY_LIFETIME_MS)
      return known.payload === payload
        ? Response.json({ id: known.id })
        : mailError(409, 'invalid_idempotent_request', 'Same key, different payload.');
    const id = `mail-${mark}-${taken.length + 1}`;
    const one: TakenMail = {
      ...read.mail,
      id,
      key,
      at: now(),
      course: ['email.sent', ...(fate?.kind === 'end' ? ['email.bounced'] : ['email.delivered'])],
    };
    taken.push(one);
    keys.set(key, { payload, at: now(), id });
    await mail.beforeAnswer(one);
    if (fate?.kind === 'hang' || fate?.kind === '5xx') return broken(fate.kind);
    return Response.json({ id });
  };
  const broken = (kind: 'hang' | '5xx'): Response => {
    if (kind === 'hang') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    return mailError(500, 'internal_server_error', 'An unexpected error occurred.');
  };
  return mail;
};
