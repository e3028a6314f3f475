import type { OutgoingMail } from '../platform/world.ts';
import { CODE_MINUTES } from './sign-in-rules.ts';

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A short letter: paragraphs, and one link. */
const letter = (lines: string[], link: string): Pick<OutgoingMail, 'text' | 'html'> => ({
  text: `${lines.join('\n\n')}\n\n${link}\n`,
  html: `${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}\n<p><a href="${escaped(link)}">${escaped(link)}</a></p>\n`,
});

/** The mail that carries a sign-in code and the link that does the same. */
export const signInMail = (m: {
  to: string;
  fromName: string;
  code: string;
  link: string;
  key: string;
}): OutgoingMail => ({
  to: m.to,
  fromName: m.fromName,
  replyTo: null,
  subject: `${m.code} is your sign-in code`,
  ...letter(
    [
      `Your code to sign in to ${m.fromName} is ${m.code}.`,
      `It works for ${CODE_MINUTES} minutes, once. If you did not ask for it, you can ignore this mail: nobody can sign in without it. Never pass it on.`,
      'Or open this link and press Continue:',
    ],
    m.link,
  ),
  headers: {},
  idempotencyKey: m.key,
});

/** The mail that asks somebody to join the staff. */
export const invitationMail = (m: {
  to: string;
  name: string;
  fromName: string;
  inviter: string;
  role: string;
  days: number;
  link: string;
  key: string;
}): OutgoingMail => ({
  to: m.to,
  fromName: m.fromName,
  replyTo: null,
  subject: `${m.inviter} asks you to join ${m.fromName}`,
  ...letter(
    [
      `${m.name},`,
      `${m.inviter} asks you to join ${m.fromName} as ${m.role}. There is no password: you sign in with a code sent to this address.`,
      `Open this link within ${m.days} days and press Accept. If you do not know what this is about, ignore this mail.`,
    ],
    m.link,
  ),
  headers: {},
  idempotencyKey: m.key,
});
