import * as z from 'zod';
import { figureName } from '../platform/figure-name.ts';

const AMOUNT = /^[+-]?\$?\d[\d,]*(\.\d+)?%?$/;
const SHEET_ERROR = /^#(n\/a|ref|div\/0|value|name|num|null|spill|calc)\b/i;

/** Why words cannot be a figure, or null where they can. Talking points read a figure in a sentence, and files are opened in spreadsheets. */
export const figureProblem = (value: string): string | null => {
  if (value.length > 200) return 'This is longer than 200 characters.';
  if (SHEET_ERROR.test(value)) return 'This is an error of the spreadsheet and no figure.';
  if (/^[=+\-@]/.test(value) && !AMOUNT.test(value))
    return 'A figure does not begin with =, +, - or @, unless it is an amount such as -4.1% or -$1,200: a spreadsheet would run it.';
  return null;
};

/** What a figure is counted in, read off how it is written. */
export const unitOf = (value: string): 'dollars' | 'percent' | 'count' | 'words' => {
  if (!AMOUNT.test(value)) return 'words';
  return value.includes('$') ? 'dollars' : value.endsWith('%') ? 'percent' : 'count';
};

/** A figure's name as people type it. */
export const figureKey = z
  .string()
  .max(60, 'At most 60 characters.')
  .transform(figureName)
  .refine((name) => name !== '', 'Write what is counted, such as enrollment.')
  .refine((name) => !/[{}|]/.test(name), 'A name has no braces and no bar: talking points use them.')
  .refine(
    (name) => name !== 'district',
    'Talking points put the name of the district there. Choose another name.',
  );

/** A figure's value as people type it. */
export const figureValue = z
  .string()
  .trim()
  .min(1, 'Write the figure as a sentence reads it: 1,240 or $84,000.')
  .superRefine((value, context) => {
    const message = figureProblem(value);
    if (message) context.addIssue({ code: 'custom', message });
  });
