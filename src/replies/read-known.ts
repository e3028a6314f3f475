import type { Stand } from './answer-value.ts';
import { plainWords } from './plain-words.ts';
import { readOfficials, type Own } from './read-officials.ts';

const NONE =
  /^(?:0|zero|none|no ?one|nobody|neither|not any|no|none of (?:them|these|those)|(?:i )?(?:don't|dont|do not) know (?:any|any of them|either|either of them|them))$/;
/** "1 but not 2", "hardly know 1": whom they mean is for a person to say. */
const NEGATED = /\b(?:not|never|hardly|barely|except|only|no|dont)\b|n't\b/;

/**
 * Reads which of their own officials a member knows well: "1 and 3", "Kestrelman", "none". A number that was not
 * offered, a question, a stance or a "not" leave it to staff.
 * @returns the officials (none where they know none) and the words where something was said beside them, or null
 */
export const readKnown = (text: string, own: readonly Own[]): { officials: Stand[]; note: string } | null => {
  const said = plainWords(text);
  if (NONE.test(said)) return { officials: [], note: '' };
  if (NEGATED.test(said)) return null;
  const read = readOfficials(text, own);
  return read?.officials.every(({ stance }) => stance === null) ? read : null;
};
