import { createHash } from 'node:crypto';
import type { Ledger, Mail, Text } from './ledger.ts';
import type { Person, Settings } from './options.ts';

/** A person with what the page shows of them. */
export interface Known {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  unreadTexts: number;
  unreadMails: number;
  /** When a message last came or went; 0 for never. */
  lastAt: number;
}

const idOf = (person: Person): string =>
  createHash('sha256').update([person.name, person.phone, person.email].join('|')).digest('hex').slice(0, 12);

const unread = (messages: readonly (Text | Mail)[], seenAt: number): number => {
  let count = 0;
  for (let i = messages.length - 1; i >= 0 && messages[i]!.createdAt > seenAt; i--) {
    if (messages[i]!.direction !== 'inbound') count += 1;
  }
  return count;
};

/** The people on the page: those in the book, then whoever else a message came from or went to. */
export function openPeople(settings: Settings, ledger: Ledger) {
  const seenAt = (kind: 'text' | 'mail', of: string) => ledger.seen.get(`${kind}:${of}`) ?? 0;

  async function everyone(): Promise<Person[]> {
    const told = await settings.people?.().catch(() => []);
    const book = [...(told ?? []), ...ledger.book];
    const numbers = new Set(book.map(({ phone }) => phone));
    const addresses = new Set(book.map(({ email }) => email?.toLowerCase()));
    const met = ledger.met();
    for (const phone of met.numbers) {
      if (phone !== settings.senderNumber && !numbers.has(phone)) book.push({ name: phone, phone });
    }
    for (const email of met.addresses) {
      if (!addresses.has(email)) book.push({ name: email, email });
    }
    return book;
  }

  /** Everyone, those with the newest messages first, then by name. */
  async function all(): Promise<Known[]> {
    const known = new Map<string, Known>();
    for (const person of await everyone()) {
      const phone = person.phone ?? null;
      const email = person.email?.toLowerCase() ?? null;
      const texts = phone ? ledger.textsOf(phone) : [];
      const mails = email ? ledger.mailsOf(email) : [];
      const id = idOf(person);
      known.set(id, {
        id,
        name: person.name,
        phone,
        email,
        unreadTexts: phone ? unread(texts, seenAt('text', phone)) : 0,
        unreadMails: email ? unread(mails, seenAt('mail', email)) : 0,
        lastAt: Math.max(texts.at(-1)?.createdAt ?? 0, mails.at(-1)?.createdAt ?? 0),
      });
    }
    return [...known.values()].toSorted((a, b) => b.lastAt - a.lastAt || a.name.localeCompare(b.name));
  }

  function look({ phone, email }: Known, at: number) {
    if (phone) ledger.seen.set(`text:${phone}`, at);
    if (email) ledger.seen.set(`mail:${email}`, at);
  }

  return { all, look };
}

export type People = ReturnType<typeof openPeople>;
