import type { Question } from '../alerts/index.ts';
import type { Value } from './answer-value.ts';
import { spoken } from './plain-words.ts';
import { readAnswer } from './read-answer.ts';
import { readMany } from './read-many.ts';
import { readKnown } from './read-known.ts';
import { readNumber } from './read-number.ts';
import type { Own } from './officials-named.ts';
import { readOfficials } from './read-officials.ts';

/** What a message answers to a question, and the words beyond it; the whole message where it answers nothing. */
export interface ReadValue {
  value: Value | null;
  note: string;
}

const nothing = (text: string): ReadValue => ({ value: null, note: spoken(text) });

/**
 * Reads a message as the answer to one question, by its kind. Never anything that the question does not offer.
 * @param own the member's officials in the order of their numbers, for the question about them
 */
export const readValue = (
  text: string,
  question: Pick<Question, 'kind' | 'options' | 'least' | 'most' | 'unit'>,
  own: readonly Own[],
): ReadValue => {
  const { kind, options, least, most, unit } = question;
  if (kind === 'choice') {
    const { option, note } = readAnswer(text, options);
    return { value: option && { kind, optionId: option.id }, note };
  }
  if (kind === 'many') {
    const read = readMany(text, options);
    if (read) return { value: { kind, optionIds: read.options.map(({ id }) => id) }, note: read.note };
    if (/^\W*\d/.test(text)) return nothing(text);
    const { option, note } = readAnswer(text, options);
    return { value: option && { kind, optionIds: [option.id] }, note };
  }
  if (kind === 'number' || kind === 'scale') {
    const scale = kind === 'scale';
    const read = readNumber(text, { least: scale ? 1 : least, most, unit, scale });
    return read ? { value: { kind, number: read.number }, note: read.note } : nothing(text);
  }
  if (kind === 'known') {
    const read = readKnown(text, own);
    return read ? { value: { kind, officials: read.officials }, note: read.note } : nothing(text);
  }
  if (kind === 'officials') {
    const read = readOfficials(text, own);
    return read ? { value: { kind, officials: read.officials }, note: read.note } : nothing(text);
  }
  return spoken(text) === '' ? nothing(text) : { value: { kind: 'text' }, note: '' };
};
