import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import type { FieldProblem } from '../platform/problem.ts';
import { hasLooseBraces, unknownFields } from './merge.ts';
import { hasBrokenField } from './points-facts.ts';

export const LEVELS = ['state', 'federal'] as const;

export const title = z
  .string('Give the talking points a title.')
  .trim()
  .min(1, 'Give the talking points a title, such as the bill and what we ask.')
  .max(150, 'Keep the title to 150 characters.');
export const body = z
  .string()
  .max(40_000, 'Keep talking points to 40,000 characters: members read them on a phone.')
  .refine((text) => !hasBrokenField(text), {
    error: 'A field is left open. Write it with two braces on each side, such as {{enrollment}}.',
  });
export const short = z
  .string()
  .trim()
  .max(600, 'Keep the short form to 600 characters: it goes out as a text message.');
export const level = z.enum(LEVELS, 'Choose the state legislature or Congress.');
export const expiresOn = z.string().refine(isDate, 'Write the day as 2027-02-09.').nullable();
export const changeNote = z.string().trim().max(300, 'Keep the note to 300 characters.').default('');

/** What is wrong in a short form: it goes into texts, which know the fields of a member but no figures. */
export const shortProblems = (text: string): FieldProblem[] => {
  const unknown = unknownFields(text)[0];
  if (unknown !== undefined)
    return [
      {
        field: 'short',
        message: `A text message cannot hold {{${unknown}}}. Figures of a district stand in the words; here, write without.`,
      },
    ];
  return hasLooseBraces(text)
    ? [{ field: 'short', message: 'A brace is left over. A field is written {{district}}.' }]
    : [];
};
