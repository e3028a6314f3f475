import { fieldsIn, hasLooseBraces, MERGE_FIELDS, unknownFields } from '../alerts/index.ts';
import type { FieldProblem } from '../platform/problem.ts';

/** Fields that an answer of staff may hold: all but the link, since an answer has no page of its own. */
export const ANSWER_FIELDS = MERGE_FIELDS.filter((field) => field !== 'link');

/** What is wrong with the merge fields of words that staff wrote. */
export const fieldProblemsOf = (field: string, words: string): FieldProblem[] => {
  const [unknown] = unknownFields(words);
  const known = ANSWER_FIELDS.map((name) => `{{${name}}}`).join(', ');
  if (unknown !== undefined)
    return [{ field, message: `There is no field {{${unknown}}}. There are ${known}.` }];
  if (fieldsIn(words).includes('link'))
    return [
      { field, message: `An answer has no page of its own, so {{link}} leads nowhere. There are ${known}.` },
    ];
  if (hasLooseBraces(words))
    return [{ field, message: `A brace is left over. Fields are written ${known}.` }];
  return [];
};
