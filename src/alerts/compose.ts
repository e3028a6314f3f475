import { smartText } from '../platform/sms-text.ts';
import { sha256 } from '../platform/tokens.ts';
import { fieldsIn } from './merge.ts';
import { howToReply, type Asked } from './question-words.ts';

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

/** A question with what only some kinds have left empty. */
export const asked = (question: Partial<Asked> & Pick<Asked, 'prompt'>): Asked => ({
  ...question,
  prompt: question.prompt,
  kind: question.kind ?? 'choice',
  options: question.options ?? [],
  most: question.most ?? null,
  unit: question.unit ?? null,
  lowLabel: question.lowLabel ?? null,
  highLabel: question.highLabel ?? null,
});
/** The question that stands in the alert itself, or null where it asks nothing. */
export const firstAsked = (questions: readonly (Partial<Asked> & Pick<Asked, 'prompt'>)[]): Asked | null =>
  questions[0] ? asked(questions[0]) : null;

/**
 * The text message: the sender's short name, staff's words, the link to the member's page, the numbers to
 * reply, and how to stop. Typographic marks are already plain, so that what is approved is what is sent.
 */
export const composeSms = (
  draft: Pick<Draft, 'smsText'>,
  question: Asked | null,
  shortName: string,
): string => {
  const body = draft.smsText.trim();
  const prefix = `${shortName}: `;
  const named = body.toLowerCase().startsWith(prefix.trimEnd().toLowerCase()) ? body : prefix + body;
  const linked = fieldsIn(body).includes('link') ? named : `${named} {{link}}`;
  return smartText(
    question ? `${linked}\n${howToReply(question)}\nSTOP to end` : `${linked}\nReply STOP to end`,
  );
};

/**
 * The email: staff's words as written, the question with its numbers, the link, and why it came. Plain
 * text is authored; the HTML version is made from it.
 */
export const composeEmail = (
  draft: Pick<Draft, 'emailSubject' | 'emailText'>,
  question: Asked | null,
  sender: Sender,
): { subject: string; text: string } => {
  const asks = question
    ? [
        [question.prompt, ...linesOf(question)].join('\n'),
        question.options.length > 0
          ? `Answer by replying to this email with the number, or on your page:\n{{link}}`
          : `Answer by replying to this email, or on your page:\n{{link}}`,
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

const linesOf = (question: Asked): string[] =>
  question.options.length > 0
    ? question.options.toSorted((a, b) => a.no - b.no).map(({ no, label }) => `${no}. ${label}`)
    : [`${howToReply(question)}.`];

const tidy = (subject: string) => subject.normalize('NFC').replaceAll(/\s+/g, ' ').trim();

/** Both messages of an alert as they will be frozen; a channel that is not used stays empty. */
export const composeWording = (
  alert: Draft & {
    sendSms: boolean;
    sendEmail: boolean;
    questions: readonly (Partial<Asked> & Pick<Asked, 'prompt'>)[];
  },
  sender: Sender,
): Wording => {
  const question = firstAsked(alert.questions);
  const email = composeEmail(alert, question, sender);
  return {
    smsText: alert.sendSms ? composeSms(alert, question, sender.shortName) : '',
    emailSubject: alert.sendEmail ? email.subject : '',
    emailText: alert.sendEmail ? email.text : '',
  };
};

/** What an approval binds: the SHA-256 of the words on every channel. Hex. */
export const wordingHash = (wording: Wording): Promise<string> =>
  sha256(JSON.stringify([wording.smsText, wording.emailSubject, wording.emailText]));
