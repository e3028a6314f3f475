import { smartText } from '../platform/sms-text.ts';
import { sha256 } from '../platform/tokens.ts';
import { fieldsIn } from './merge.ts';

/** What staff wrote. */
export interface Draft {
  smsText: string;
  emailSubject: string;
  emailText: string;
}
/** What goes out, with merge fields still in it. */
export interface Wording {
  smsText: string;
  emailSubject: string;
  emailText: string;
}
/** How the network names itself in messages. */
export interface Sender {
  networkName: string;
  shortName: string;
  postalAddress: string;
}
type Numbered = { no: number; label: string };

const byNumber = (options: Numbered[]) => options.toSorted((a, b) => a.no - b.no);

/**
 * The text message: the sender's short name, staff's words, the link to the member's page, the numbers to
 * reply, and how to stop. Typographic marks are already plain, so that what is approved is what is sent.
 */
export const composeSms = (draft: Pick<Draft, 'smsText'>, options: Numbered[], shortName: string): string => {
  const body = draft.smsText.trim();
  const prefix = `${shortName}: `;
  const named = body.toLowerCase().startsWith(prefix.trimEnd().toLowerCase()) ? body : prefix + body;
  const linked = fieldsIn(body).includes('link') ? named : `${named} {{link}}`;
  const choices = byNumber(options).map(({ no, label }) => `${no} ${label}`);
  return smartText(
    choices.length > 0
      ? `${linked}\nReply ${choices.join(', ')}\nSTOP to end`
      : `${linked}\nReply STOP to end`,
  );
};

/**
 * The email: staff's words as written, the question with its numbers, the link, and why it came. Plain
 * text is authored; the HTML version is made from it.
 */
export const composeEmail = (
  draft: Pick<Draft, 'emailSubject' | 'emailText'>,
  question: { prompt: string; options: Numbered[] } | null,
  sender: Sender,
): { subject: string; text: string } => {
  const asks = question
    ? [
        [question.prompt, ...byNumber(question.options).map(({ no, label }) => `${no}. ${label}`)].join('\n'),
        `Answer by replying to this email with the number, or on your page:\n{{link}}`,
      ]
    : [`Read more on your page:\n{{link}}`];
  const body = draft.emailText.trim();
  const linked = fieldsIn(body).includes('link') && !question;
  return {
    subject: tidy(draft.emailSubject),
    text: [
      body.normalize('NFC'),
      ...(linked ? [] : asks),
      [
        '--',
        `You get this as a member of ${sender.networkName}.`,
        'To get no more of these emails, reply with the word unsubscribe.',
        ...(sender.postalAddress ? [sender.postalAddress] : []),
      ].join('\n'),
    ].join('\n\n'),
  };
};

const tidy = (subject: string) => subject.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** Both messages of an alert as they will be frozen; a channel that is not used stays empty. */
export const composeWording = (
  alert: Draft & {
    sendSms: boolean;
    sendEmail: boolean;
    question: { prompt: string; options: Numbered[] } | null;
  },
  sender: Sender,
): Wording => {
  const email = composeEmail(alert, alert.question, sender);
  return {
    smsText: alert.sendSms ? composeSms(alert, alert.question?.options ?? [], sender.shortName) : '',
    emailSubject: alert.sendEmail ? email.subject : '',
    emailText: alert.sendEmail ? email.text : '',
  };
};

/** What an approval binds: the SHA-256 of the words on every channel. Hex. */
export const wordingHash = (wording: Wording): Promise<string> =>
  sha256(JSON.stringify([wording.smsText, wording.emailSubject, wording.emailText]));
