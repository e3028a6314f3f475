import { segmentsOf } from '../platform/sms-text.ts';
import { composeSms } from './compose.ts';
import type { Asked } from './question-words.ts';
import { memberLink, renderSms } from './merge.ts';

const SAMPLE = {
  first_name: 'Alexandria',
  last_name: 'Featherstone',
  title: 'Superintendent',
  district: 'Example Elementary',
  region: 'Example',
};

/** A text as it goes out, with a sample member's names in it. */
export const sampleText = (
  draft: { smsText: string; question: Asked | null },
  shortName: string,
  publicUrl: string,
): string =>
  renderSms(composeSms(draft, draft.question, shortName), {
    ...SAMPLE,
    link: memberLink(publicUrl, 'k7Qm2xV9tR', 'sms'),
  });

/** "143 characters, 1 segment": what a text takes with a sample member's names, while it is being written. */
export const sizeInWords = (
  draft: { smsText: string; question: Asked | null },
  shortName: string,
  publicUrl: string,
): string => {
  if (draft.smsText.trim() === '')
    return 'The sender’s name, the link and the numbers to reply are added for you.';
  const { characters, segments, notGsm } = segmentsOf(sampleText(draft, shortName, publicUrl));
  const size = `${characters} characters with names, link and numbers, ${segments} ${segments === 1 ? 'segment' : 'segments'}.`;
  return notGsm.length > 0
    ? `${size} ${notGsm.join(' ')} makes it longer: plain letters would save segments.`
    : size;
};
