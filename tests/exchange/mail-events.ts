import type { Caller } from './caller.ts';
import { newSid, now, wait } from './clock.ts';
import type { Fault, Faults } from './faults.ts';
import { step, type Ledger, type Mail, type Step } from './ledger.ts';
import { addressOf } from './mail-rules.ts';
import type { Settings } from './options.ts';
import { signSvix } from './signatures.ts';

// Svix tries again after 5 seconds, 5 minutes and longer; shortened, so that a person sees the third try.
const RETRY_AFTER_MS = [200, 1000];

/** What happens to a mail, by the address it goes to: `bounce…@` and `complain…@` are our test mailboxes. */
function course(mail: Mail): string[] {
  const mailbox = addressOf(mail.to[0] ?? '') ?? '';
  if (mailbox.startsWith('bounce')) return ['email.sent', 'email.bounced'];
  if (mailbox.startsWith('complain')) return ['email.sent', 'email.delivered', 'email.complained'];
  return ['email.sent', 'email.delivered'];
}

function eventBody(mail: Mail, type: string, at: number): string {
  const data = {
    created_at: new Date(mail.createdAt).toISOString(),
    email_id: mail.id,
    message_id: mail.messageId,
    from: mail.from,
    to: mail.to,
    subject: mail.subject,
    tags: Object.fromEntries(mail.tags.map(({ name, value }) => [name, value])),
    headers: Object.entries(mail.headers).map(([name, value]) => ({ name, value })),
    ...(type === 'email.bounced'
      ? {
          bounce: {
            type: 'Permanent',
            subType: 'General',
            message: "The recipient's mail server answered that there is no such mailbox.",
            diagnosticCode: ['smtp; 550 5.1.1 no such mailbox'],
          },
        }
      : {}),
  };
  return JSON.stringify({ type, created_at: new Date(at).toISOString(), data });
}

/** Makes the function that takes an accepted mail through its events, each posted signed to the Worker. */
export function openMailEvents(settings: Settings, ledger: Ledger, faults: Faults, caller: Caller) {
  const url = `${settings.publicUrl}/hooks/mail`;
  let open = true;

  async function post(mail: Mail, taken: Step) {
    const id = newSid('msg_');
    const body = eventBody(mail, taken.status, taken.at);
    const send = async () => {
      const headers = signSvix(settings.mailWebhookSecret, id, now(), body);
      const result = await caller.post(
        url,
        { 'content-type': 'application/json', 'user-agent': 'Svix-Webhooks/1', ...headers },
        body,
      );
      taken.told = result.status ?? result.failed;
      ledger.changed();
      return result.status !== null && result.status < 300;
    };
    const insist = async () => {
      if (await send()) return;
      for (const pause of RETRY_AFTER_MS) {
        await wait(pause);
        if (!open || (await send())) return;
      }
    };
    return { send, insist };
  }

  async function run(mail: Mail, fault: Fault | null) {
    const later: (() => Promise<unknown>)[] = [];
    let held: (() => Promise<unknown>) | null = null;
    for (const type of course(mail)) {
      await wait(settings.statusDelayMs);
      if (!open || ledger.mails.get(mail.id) !== mail) return;
      mail.lastEvent = type.replace('email.', '');
      const taken = step(mail, type);
      ledger.changed();
      const { send, insist } = await post(mail, taken);
      const strike = faults.strike('event', addressOf(mail.to[0] ?? '') ?? '');
      switch (strike?.kind) {
        case 'hang':
        case 'refuse':
        case '5xx':
        case '429':
        case 'error':
          taken.told = `lost by a fault (${strike.kind})`;
          continue;
        case 'delay':
          void wait(strike.ms).then(() => (open ? insist() : undefined));
          continue;
        case 'reorder':
          held = insist;
          continue;
      }
      if (fault?.kind === 'reorder') {
        later.unshift(insist);
        continue;
      }
      await insist();
      const twice =
        [fault?.kind, strike?.kind].some((kind) => kind === 'duplicate') ||
        strike?.kind === 'accept-then-hang' ||
        strike?.kind === '5xx-after-accept';
      if (twice) await send();
      await held?.();
      held = null;
    }
    for (const late of [...later, ...(held ? [held] : [])]) await late();
  }

  return {
    run: (mail: Mail, fault: Fault | null): void => void run(mail, fault),
    stop: () => void (open = false),
  };
}
