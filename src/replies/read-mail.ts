import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { parseEmail } from '../platform/email-address.ts';
import type { MailShape } from './machine-mail.ts';
import { plainSubject, writtenWords } from './mail-words.ts';

/** A mail as the verbs take it. */
export interface ReadMail extends MailShape {
  messageId: string | null;
  /** The sender's own words; the whole text where nothing stood above the quoted part. */
  words: string;
  /** Their answer stands below or between what they quoted: `words` is then the whole text. */
  inline: boolean;
  /** The words without anything quoted, also where `words` is the whole. */
  own: string;
  /** Message-Ids that the mail says it answers. */
  answers: string[];
  /** The Message-Ids of its thread for what answers it, its own last; null where it has none. */
  thread: string | null;
}

const LONGEST_SUBJECT = 300;
const decode = (part: Attachment): string =>
  typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
/**
 * The delivery status of a report whose parts are lost, as relays that cut and join mails leave it.
 * Source: two of forty reports of the test set have no part that a parser finds.
 */
const looseStatus = (raw: Uint8Array): { status: string; words: string } | null => {
  const text = new TextDecoder().decode(raw.slice(0, 100_000));
  if (!/^content-type: *multipart\/report/im.test(text)) return null;
  const at = text.search(/^(?:original|final)-recipient:/im);
  if (at === -1) return null;
  const [status = ''] = text.slice(at).split(/\r?\n\r?\n|\r?\n--/);
  return { status, words: text.slice(Math.max(0, text.search(/\r?\n\r?\n/)), at) };
};
const MOST_ANSWERED = 20;
const idsIn = (...values: (string | undefined)[]): string[] =>
  values
    .flatMap((value) => (value ?? '').slice(0, 5_000).match(/<[^<>\s]{1,300}>/g) ?? [])
    .slice(0, MOST_ANSWERED);
const addressIn = (from: Address | undefined): string => {
  const read = parseEmail(from?.address ?? from?.group?.[0]?.address ?? '');
  return read.ok ? read.address : '';
};

/**
 * Parses a raw mail of any shape.
 * @returns null where the parser refuses it (parts nested or headers swollen beyond its limits)
 */
export const readMail = async (raw: Uint8Array, envelopeFrom: string): Promise<ReadMail | null> => {
  const mail = await PostalMime.parse(raw, { maxNestingDepth: 50, forceRfc822Attachments: true }).catch(
    () => null,
  );
  if (!mail) return null;
  const part = (type: string) => mail.attachments.find(({ mimeType }) => mimeType === type);
  const status = part('message/delivery-status') ?? part('message/global-delivery-status');
  const report = part('message/feedback-report');
  const loose = status ? null : looseStatus(raw);
  const written = writtenWords({
    text: mail.text ?? null,
    html: mail.html ?? null,
    name: mail.from?.name ?? '',
  });
  return {
    headers: mail.headers,
    envelopeFrom: envelopeFrom.trim(),
    from: addressIn(mail.from),
    subject: plainSubject(mail.subject ?? '').slice(0, LONGEST_SUBJECT),
    text: (loose?.words ?? mail.text ?? '').slice(0, 100_000),
    deliveryStatus: status ? decode(status) : (loose?.status ?? null),
    feedbackReport: report ? decode(report) : null,
    messageId: mail.messageId ?? null,
    ...written,
    thread: mail.messageId
      ? [...idsIn(mail.references).slice(-5), ...idsIn(mail.messageId)].join(' ') || null
      : null,
    answers: idsIn(mail.inReplyTo, mail.references),
  };
};
