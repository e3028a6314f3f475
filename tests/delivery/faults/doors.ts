import type { Deployment } from './deployment.ts';
import { answersOnPage, mailsUs, type Someone } from './people.ts';

export type AnswerDoor = 'sms' | 'email' | 'web';

/** A member answers through one of the three doors, where they were sent something that opens it. */
export const answerOf = async (
  d: Deployment,
  one: Someone,
  door: AnswerDoor,
  words: string,
  twice: boolean,
): Promise<void> => {
  const mail = d.mail.taken.findLast((sent) => sent.to[0] === one.email);
  const text = d.carrier.asked.findLast((sent) => sent.to === one.phone && sent.text !== null);
  if (door === 'sms') {
    const { post } = d.carrier.personTexts(one.phone, words);
    await d.post(post);
    if (twice) await d.post(post);
  } else if (door === 'email' && mail) await mailsUs(d, one.email, mail.reply_to?.[0] ?? '', words);
  else if (door === 'web') {
    const sent = text?.body ?? mail?.text;
    if (sent) await answersOnPage(d, sent, words.startsWith('2') ? 2 : 1);
  }
};
