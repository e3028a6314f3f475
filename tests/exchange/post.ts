import PostalMime from 'postal-mime';
import type { Caller } from './caller.ts';
import { newUuid, now, wait } from './clock.ts';
import type { Faults } from './faults.ts';
import { step, type Ledger, type Mail } from './ledger.ts';
import { addressOf } from './mail-rules.ts';
import { composeReply, stamp, type AuthOutcome } from './mime.ts';
import type { Settings } from './options.ts';

// wrangler dev's own entrance to email(); the older /cdn-cgi/handler/email leads here too.
const ENTRANCE = '/cdn-cgi/local/email';
// A sending server tries again after a temporary failure; in minutes, shortened here.
const RETRY_AFTER_MS = [250, 1000];

export interface Posted {
  mail: Mail;
  /** `delivered`, `rejected` for good by the Worker, or `failed` after every try. */
  outcome: 'delivered' | 'rejected' | 'failed';
  reason: string | null;
}

export interface Envelope {
  from?: string;
  to?: string;
  auth?: AuthOutcome;
}

function rejection(body: string): string | null {
  try {
    return (JSON.parse(body) as { rejectReason?: string }).rejectReason ?? null;
  } catch {
    return null;
  }
}

/** Makes the functions by which a person mails: raw MIME, or a reply to a mail received. */
export function openPost(settings: Settings, ledger: Ledger, faults: Faults, caller: Caller) {
  async function personMails(raw: Buffer, envelope: Envelope): Promise<Posted> {
    const parsed = await PostalMime.parse(raw);
    const author = parsed.from?.address?.toLowerCase() ?? '';
    const from = envelope.from ?? author;
    const to = envelope.to ?? parsed.to?.[0]?.address ?? '';
    const at = now();
    const id = newUuid();
    const messageId = parsed.messageId ?? `<${id}@${author.split('@')[1] ?? 'mail.example'}>`;
    const stamped = stamp(
      raw,
      { messageId: Boolean(parsed.messageId), date: Boolean(parsed.date) },
      {
        authservId: settings.authservId,
        domain: author.split('@')[1] ?? '',
        mailFrom: from.split('@')[1] ?? '',
        auth: envelope.auth ?? 'pass',
        at,
        messageId,
      },
    );
    const mail: Mail = {
      id,
      direction: 'inbound',
      from: author || from,
      to: [to],
      cc: [],
      bcc: [],
      replyTo: [],
      subject: parsed.subject ?? '',
      text: parsed.text ?? null,
      html: parsed.html ?? null,
      headers: Object.fromEntries((parsed.headers ?? []).map(({ key, value }) => [key, value])),
      tags: [],
      messageId,
      createdAt: at,
      lastEvent: 'sent',
      steps: [],
      idempotencyKey: null,
      raw: stamped.toString('utf8'),
    };
    ledger.addMail(mail);
    const posted = await deliver(mail, stamped, from || '<>', to);
    mail.lastEvent = posted.outcome;
    ledger.changed();
    return posted;
  }

  async function deliver(mail: Mail, stamped: Buffer, from: string, to: string): Promise<Posted> {
    if (to === '')
      return { mail, outcome: 'failed', reason: 'The mail names nobody in To. Add a To header or ?to=.' };
    const query = new URLSearchParams({ from, to, format: 'json' });
    const url = `${settings.workerUrl}${ENTRANCE}?${query}`;
    let reason = '';
    for (const pause of [0, ...RETRY_AFTER_MS]) {
      await wait(pause);
      const fault = faults.strike('inbound', addressOf(from) ?? from);
      if (fault && ['hang', 'refuse', '5xx', '429', 'error'].includes(fault.kind)) {
        reason = `lost by a fault (${fault.kind})`;
        step(mail, 'deferred').told = reason;
        continue;
      }
      if (fault?.kind === 'delay') await wait(fault.ms);
      const result = await caller.post(url, { 'content-type': 'message/rfc822' }, stamped);
      const taken = step(mail, 'offered');
      taken.told = result.status ?? result.failed;
      const again = fault && ['duplicate', 'accept-then-hang', '5xx-after-accept'].includes(fault.kind);
      if (again) await caller.post(url, { 'content-type': 'message/rfc822' }, stamped);
      const rejected = rejection(result.body);
      if (rejected !== null) return { mail, outcome: 'rejected', reason: rejected };
      if (result.status !== null && result.status < 300) return { mail, outcome: 'delivered', reason: null };
      if (result.status === 400) return { mail, outcome: 'rejected', reason: result.body };
      reason =
        result.status === null
          ? result.failed
          : `The Worker answered ${result.status}. ${result.body.slice(0, 300)}`;
    }
    return { mail, outcome: 'failed', reason };
  }

  function personReplies(
    original: Mail,
    body: string,
    person: { name: string; email: string },
  ): Promise<Posted> {
    const messageId = `<${newUuid()}@${person.email.split('@')[1] ?? 'mail.example'}>`;
    return personMails(Buffer.from(composeReply(original, person, body, now(), messageId)), {});
  }

  return { personMails, personReplies };
}
