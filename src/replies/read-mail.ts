import PostalMime, { type Address, type Attachment } from 'postal-mime';
import { parseEmail } from '../platform/email-address.ts';
import type { MailShape } from './machine-mail.ts';
import { plainSubject, writtenWords } from './mail-words.ts';

/** A mail as the verbs take it. */
export interface ReadMail extends MailShape {
  messageId: string | null;
  /** The sender's own words; the whole text where nothing stood above the quoted part. */
  words: string;
  inline: boolean;
}

const LONGEST_SUBJECT = 300;
const decode = (part: Attachment): string =>
  typeof part.content === 'string' ? part.content : new TextDecoder().decode(part.content);
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
    text: (mail.text ?? '').slice(0, 100_000),
    deliveryStatus: status ? decode(status) : null,
    hasFeedbackReport: part('message/feedback-report') !== undefined,
    messageId: mail.messageId ?? null,
    words: written.words,
    inline: written.inline,
  };
};
