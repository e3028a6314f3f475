import * as z from 'zod';
import type { FieldProblem } from '../platform/problem.ts';
import { normalised, reservedStart, suggestionFor } from './reserved-words.ts';

/** What choosing an option means for the chain: spoke with the official, will, cannot, needs help, or none of these. */
export const OUTCOMES = ['contacted', 'will', 'cannot', 'help', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OptionInput = z.strictObject({
  no: z
    .int('Number the choices from 1 to 9.')
    .min(1, 'Number the choices from 1 to 9.')
    .max(9, 'Number the choices from 1 to 9.'),
  label: z
    .string('Write the choice.')
    .trim()
    .min(1, 'Write the choice, or leave the whole line empty.')
    .max(40, 'Keep a choice to 40 characters, so that the text stays short.'),
  outcome: z.enum(OUTCOMES, 'Choose what this answer means.').default('other'),
});

/** One choice question with numbered options. */
export const QuestionInput = z.strictObject({
  prompt: z
    .string('Write the question.')
    .trim()
    .min(1, 'Write the question as it stands on the member’s page.')
    .max(200, 'Keep the question to 200 characters.'),
  options: z
    .array(OptionInput)
    .min(2, 'A question needs at least two choices.')
    .max(9, 'A question takes at most nine choices.'),
});
export type QuestionInput = z.output<typeof QuestionInput>;
export type Option = z.output<typeof OptionInput>;

/** Labels that carriers would act on, and numbers or labels given twice. Fields are named `question.options.N.…`. */
export const questionProblems = (question: QuestionInput): FieldProblem[] =>
  question.options.flatMap((option, at) => {
    const field = (name: string) => `question.options.${at}.${name}`;
    const earlier = question.options.slice(0, at);
    const word = reservedStart(option.label);
    const problems: FieldProblem[] = [];
    if (word)
      problems.push({
        field: field('label'),
        message: `"${word.toUpperCase()}" belongs to the phone carriers: a member who texts it would not be counted. ${suggestionFor(word)}`,
      });
    if (/[{}]/.test(option.label))
      problems.push({
        field: field('label'),
        message: 'A choice is the same for everybody: leave out the braces.',
      });
    if (earlier.some((one) => normalised(one.label) === normalised(option.label)))
      problems.push({ field: field('label'), message: 'Another choice says the same. Word them apart.' });
    if (earlier.some((one) => one.no === option.no))
      problems.push({ field: field('no'), message: `Two choices have the number ${option.no}.` });
    return problems;
  });
