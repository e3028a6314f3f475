import { addressOf } from './mail-rules.ts';
import type { Mail } from './ledger.ts';

// RFC 2047, for names and subjects outside ASCII.
const word = (value: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?utf-8?B?${Buffer.from(value).toString('base64')}?=`;

const plain = (html: string): string =>
  html
    .replace(/<(style|script|head)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/tr|\/h\d|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(
      /&(nbsp|lt|gt|quot|amp);/g,
      (_, name: string) => ({ nbsp: ' ', lt: '<', gt: '>', quot: '"', amp: '&' })[name]!,
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim();

export const mailDate = (at: number): string => new Date(at).toUTCString().replace('GMT', '+0000');

/** A reply as a person's mail program writes it: the words, then the original quoted below. */
export function composeReply(
  original: Mail,
  person: { name: string; email: string },
  body: string,
  at: number,
  messageId: string,
): string {
  const to = original.replyTo[0] ?? original.from;
  const quoted = (original.text ?? plain(original.html ?? '')).split(/\r?\n/).map((line) => `> ${line}`);
  const references = [headerOf(original, 'references'), original.messageId].filter(Boolean).join(' ');
  const lines = [
    `From: ${person.name ? `${word(person.name)} ` : ''}<${person.email}>`,
    `To: <${addressOf(to)}>`,
    `Subject: ${word(/^re:/i.test(original.subject) ? original.subject : `Re: ${original.subject}`)}`,
    `Date: ${mailDate(at)}`,
    `Message-ID: ${messageId}`,
    `In-Reply-To: ${original.messageId}`,
    `References: ${references}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    ...body.split(/\r?\n/),
    '',
    `On ${new Date(original.createdAt).toUTCString()}, ${original.from} wrote:`,
    ...quoted,
    '',
  ];
  return lines.join('\r\n');
}

function headerOf(mail: Mail, name: string): string | undefined {
  return Object.entries(mail.headers).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** What the receiving server found when it checked the sender. `missing` writes nothing at all. */
export type AuthOutcome = 'pass' | 'fail' | 'none' | 'missing';

/**
 * Puts the receiving server's Authentication-Results on top, above any that the mail brought along,
 * and adds Message-ID and Date where the sender left them out.
 */
export function stamp(
  raw: Buffer,
  has: { messageId: boolean; date: boolean },
  facts: {
    authservId: string;
    domain: string;
    mailFrom: string;
    auth: AuthOutcome;
    at: number;
    messageId: string;
  },
): Buffer {
  const { authservId, domain, mailFrom, auth } = facts;
  const top: string[] = [];
  if (auth !== 'missing') {
    top.push(
      `Authentication-Results: ${authservId}; dkim=${auth} header.d=${domain}; spf=${auth} smtp.mailfrom=${mailFrom}; dmarc=${auth} header.from=${domain}`,
    );
  }
  if (!has.messageId) top.push(`Message-ID: ${facts.messageId}`);
  if (!has.date) top.push(`Date: ${mailDate(facts.at)}`);
  return Buffer.concat([Buffer.from(top.map((line) => `${line}\r\n`).join('')), raw]);
}
