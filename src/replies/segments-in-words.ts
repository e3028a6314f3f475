import { renderSms } from '../alerts/index.ts';
import { segmentsOf } from '../platform/sms-text.ts';

/** Names of common length: what a text with fields takes while nobody is chosen yet. */
const SAMPLE = {
  first_name: 'Alexandria',
  last_name: 'Featherstone',
  title: 'Superintendent',
  district: 'Example Elementary',
  region: 'Example',
};

/** "143 characters, 1 segment as a text". Nothing for no words. */
export const segmentsInWords = (words: string, merge: Parameters<typeof renderSms>[1] = SAMPLE): string => {
  if (words.trim() === '') return '';
  const { characters, segments, notGsm } = segmentsOf(renderSms(words.trim(), merge));
  const size = `As a text: ${characters} characters, ${segments} ${segments === 1 ? 'segment' : 'segments'}.`;
  return notGsm.length > 0
    ? `${size} ${notGsm.join(' ')} makes it longer: plain letters would save segments.`
    : size;
};
