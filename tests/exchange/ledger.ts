import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { now } from './clock.ts';
import { addressOf } from './mail-rules.ts';
import type { Person } from './options.ts';

export type TextStatus =
  | 'accepted'
  | 'queued'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'undelivered'
  | 'failed'
  | 'canceled'
  | 'received';

/** One status a message had, and what came of telling the Worker. */
export interface Step {
  status: string;
  at: number;
  /** HTTP status of the webhook, or why it did not arrive; null when nobody asked to be told. */
  told: number | string | null;
}

/** One text message, either way. Times are milliseconds. */
export interface Text {
  sid: string;
  direction: 'inbound' | 'outbound-api' | 'outbound-reply';
  /** Who made it: the network by the API, the carrier itself, or a person on a phone. */
  by: 'network' | 'carrier' | 'person';
  from: string;
  to: string;
  body: string;
  media: { url: string; type: string }[];
  status: TextStatus;
  service: string | null;
  segments: number;
  priceMicros: number | null;
  errorCode: number | null;
  errorMessage: string | null;
  statusCallback: string | null;
  validitySeconds: number;
  createdAt: number;
  updatedAt: number;
  sentAt: number | null;
  steps: Step[];
  /** Inbound: how each try at the webhook ended. */
  webhook: { url: string; status: number | null; failed: string | null; at: number }[];
  optOutType: 'STOP' | 'START' | 'HELP' | null;
}

/** One mail, either way. */
export interface Mail {
  id: string;
  direction: 'outbound' | 'inbound';
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  text: string | null;
  html: string | null;
  headers: Record<string, string>;
  tags: { name: string; value: string }[];
  messageId: string;
  createdAt: number;
  lastEvent: string;
  steps: Step[];
  idempotencyKey: string | null;
  /** Inbound: the MIME as handed to the Worker. */
  raw: string | null;
}

interface State {
  texts: Text[];
  mails: Mail[];
  stopped: string[];
  seen: [string, number][];
  mailKeys: [string, MailKey][];
  book: Person[];
}

/** What a mail request with an idempotency key was answered. */
export interface MailKey {
  payload: string;
  at: number;
  answer: object;
}

export interface Ledger {
  texts: Map<string, Text>;
  mails: Map<string, Mail>;
  /** Numbers that texted STOP to the service. */
  stopped: Set<string>;
  /** When each person's phone (`text:` and number) or mailbox (`mail:` and address) was last looked at. */
  seen: Map<string, number>;
  mailKeys: Map<string, MailKey>;
  /** People told by PUT. They outlive a forgetting: they are the phone book, not the traffic. */
  book: Person[];
  addText(text: Text): void;
  addMail(mail: Mail): void;
  /** Texts from or to a number, oldest first. */
  textsOf(number: string): Text[];
  /** Mails from or to an address, oldest first. */
  mailsOf(address: string): Mail[];
  /** Every number and every address that a message came from or went to. */
  met(): { numbers: Iterable<string>; addresses: Iterable<string> };
  /** Tells the open pages and saves soon. */
  changed(): void;
  listen(listener: () => void): () => void;
  forget(): void;
  close(): void;
}

const SAVE_AFTER_MS = 400;
const TELL_AFTER_MS = 60;

/** Opens the ledger of everything that passed, restored from `stateFile` when there is one. */
export function openLedger(stateFile: string | undefined): Ledger {
  const byNumber = new Map<string, Text[]>();
  const byAddress = new Map<string, Mail[]>();
  const listeners = new Set<() => void>();
  let saving: ReturnType<typeof setTimeout> | null = null;
  let telling: ReturnType<typeof setTimeout> | null = null;

  const ledger: Ledger = {
    texts: new Map(),
    mails: new Map(),
    stopped: new Set(),
    seen: new Map(),
    mailKeys: new Map(),
    book: [],
    addText(text) {
      ledger.texts.set(text.sid, text);
      for (const number of new Set([text.from, text.to])) file(byNumber, number, text);
      ledger.changed();
    },
    addMail(mail) {
      ledger.mails.set(mail.id, mail);
      const mailboxes = mail.direction === 'inbound' ? [mail.from] : [...mail.to, ...mail.cc, ...mail.bcc];
      for (const address of new Set(mailboxes.map((mailbox) => addressOf(mailbox) ?? mailbox)))
        file(byAddress, address, mail);
      ledger.changed();
    },
    textsOf: (number) => byNumber.get(number) ?? [],
    mailsOf: (address) => byAddress.get(address.toLowerCase()) ?? [],
    met: () => ({ numbers: byNumber.keys(), addresses: byAddress.keys() }),
    changed() {
      if (stateFile) saving ??= setTimeout(save, SAVE_AFTER_MS);
      if (listeners.size > 0) {
        telling ??= setTimeout(() => {
          telling = null;
          for (const listener of listeners) listener();
        }, TELL_AFTER_MS);
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    forget() {
      const { texts, mails, stopped, seen, mailKeys } = ledger;
      for (const kept of [texts, mails, stopped, seen, mailKeys, byNumber, byAddress]) kept.clear();
      ledger.changed();
    },
    close() {
      if (telling) clearTimeout(telling);
      if (saving) save();
    },
  };

  function save() {
    if (saving) clearTimeout(saving);
    saving = null;
    const state: State = {
      texts: [...ledger.texts.values()],
      mails: [...ledger.mails.values()],
      stopped: [...ledger.stopped],
      seen: [...ledger.seen],
      mailKeys: [...ledger.mailKeys],
      book: ledger.book,
    };
    // Written beside and renamed, so that a stop in the middle leaves the old file whole.
    writeFileSync(`${stateFile}.new`, JSON.stringify(state));
    renameSync(`${stateFile}.new`, stateFile!);
  }

  const kept = stateFile ? restore(stateFile) : null;
  if (kept) {
    for (const text of kept.texts) ledger.addText(text);
    for (const mail of kept.mails) ledger.addMail(mail);
    for (const number of kept.stopped) ledger.stopped.add(number);
    for (const [key, at] of kept.seen) ledger.seen.set(key, at);
    for (const [key, used] of kept.mailKeys) ledger.mailKeys.set(key, used);
    ledger.book = kept.book;
  }
  return ledger;
}

function file<T>(under: Map<string, T[]>, key: string, item: T) {
  const filed = under.get(key);
  if (filed) filed.push(item);
  else under.set(key, [item]);
}

function restore(stateFile: string): State | null {
  let content: string;
  try {
    content = readFileSync(stateFile, 'utf8');
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw problem;
  }
  try {
    return JSON.parse(content) as State;
  } catch {
    throw new Error(
      `The exchange cannot read its saved messages in ${stateFile}. Delete that file to begin again.`,
    );
  }
}

/** Notes a new status of a message; the step is answered so that the webhook's outcome can be added. */
export function step(of: Text | Mail, status: string): Step {
  const taken: Step = { status, at: now(), told: null };
  of.steps.push(taken);
  return taken;
}
