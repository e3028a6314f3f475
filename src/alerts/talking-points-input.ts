import * as z from 'zod';

export const LEVELS = ['state', 'federal'] as const;

export const title = z
  .string('Give the talking points a title.')
  .trim()
  .min(1, 'Give the talking points a title, such as the bill and what we ask.')
  .max(150, 'Keep the title to 150 characters.');
export const body = z
  .string()
  .max(40_000, 'Keep talking points to 40,000 characters: members read them on a phone.');
export const level = z.enum(LEVELS, 'Choose the state legislature or Congress.');
export const changeNote = z.string().trim().max(300, 'Keep the note to 300 characters.').default('');
