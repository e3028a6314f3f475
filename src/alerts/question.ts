import * as z from 'zod';
import type { FieldProblem } from '../platform/problem.ts';
import { normalised, reservedReply, reservedStart, suggestionFor } from './reserved-words.ts';

/** What choosing an option means for the chain: spoke with the official, will, cannot, needs help, or none of these. */
export const OUTCOMES = ['contacted', 'will', 'cannot', 'help', 'other'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/**
 * What is asked for: one choice, several, free words, a number, a place on a scale, which of the member's own
 * officials and where each of them stands, or which of those they know, how well and how.
 */
export const QUESTION_KINDS = ['choice', 'many', 'text', 'number', 'scale', 'officials', 'known'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];
export const MOST_QUESTIONS = 6;

const SYNONYMS = 'Give a choice at most eight other words, each of at most 30 characters.';
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
  /** Other words that members may send for it. */
  synonyms: z.array(z.string().trim().min(1, SYNONYMS).max(30, SYNONYMS)).max(8, SYNONYMS).default([]),
});

const short = z.string().trim().max(30, 'Keep this to 30 characters.').nullish();

/** One question of an alert; its place in the list is its number. */
export const QuestionInput = z.strictObject({
  prompt: z
    .string('Write the question.')
    .trim()
    .min(1, 'Write the question as it stands on the member’s page.')
    .max(200, 'Keep the question to 200 characters.'),
  kind: z.enum(QUESTION_KINDS, 'Choose what is asked for.').default('choice'),
  /** Only of a choice, or of several. */
  options: z.array(OptionInput).max(9, 'A question takes at most nine choices.').default([]),
  /** Asked only of those who chose this option of an earlier question, both by number. */
  after: z.strictObject({ question: z.int(), option: z.int() }).nullish(),
  /** The least and the most that a number may be; `most` is also where a scale from 1 ends. */
  least: z.number().nullish(),
  most: z.number().nullish(),
  unit: short,
  lowLabel: short,
  highLabel: short,
});
export const QuestionsInput = z
  .array(QuestionInput)
  .max(MOST_QUESTIONS, `Ask at most ${MOST_QUESTIONS} questions.`);
export type QuestionInput = z.output<typeof QuestionInput>;
export type Option = z.output<typeof OptionInput>;

/** Whether a question lists the member's own officials by number. */
export const listsOfficials = (kind: QuestionKind): boolean => kind === 'officials' || kind === 'known';

/** Whether a question has numbered choices. */
export const hasOptions = (kind: QuestionKind): boolean => kind === 'choice' || kind === 'many';

const optionProblems = (question: QuestionInput, at: string): FieldProblem[] =>
  question.options.flatMap((option, place) => {
    const field = (name: string) => `${at}.options.${place}.${name}`;
    const earlier = question.options.slice(0, place);
    const said = (one: Option) => [one.label, ...one.synonyms].map(normalised);
    const problems: FieldProblem[] = [];
    const reserve = (name: string, words: string) => {
      const word = reservedStart(words);
      if (word)
        problems.push({
          field: field(name),
          message: `"${word.toUpperCase()}" belongs to the phone carriers: a member who texts it would not be counted. ${suggestionFor(word)}`,
        });
    };
    reserve('label', option.label);
    for (const synonym of option.synonyms) reserve('synonyms', synonym);
    if (/[{}]/.test(option.label))
      problems.push({
        field: field('label'),
        message: 'A choice is the same for everybody: leave out the braces.',
      });
    if (earlier.some((one) => normalised(one.label) === normalised(option.label)))
      problems.push({ field: field('label'), message: 'Another choice says the same. Word them apart.' });
    if (
      option.synonyms.some((word) => /^\d+$/.test(word)) ||
      option.synonyms.some((word) => earlier.some((one) => said(one).includes(normalised(word)))) ||
      earlier.some((one) => one.synonyms.some((word) => normalised(word) === normalised(option.label)))
    )
      problems.push({
        field: field('synonyms'),
        message: 'Other words for a choice are no numbers, and mean that choice alone.',
      });
    if (earlier.some((one) => one.no === option.no))
      problems.push({ field: field('no'), message: `Two choices have the number ${option.no}.` });
    return problems;
  });

const kindProblems = (question: QuestionInput, at: string): FieldProblem[] => {
  const { kind, options, least, most } = question;
  const problem = (field: string, message: string) => [{ field: `${at}.${field}`, message }];
  if (hasOptions(kind))
    return options.length < 2 ? problem('options', 'A question needs at least two choices.') : [];
  if (options.length > 0) return problem('options', 'Only a question with choices has choices.');
  if (kind === 'scale' && (most == null || !Number.isInteger(most) || most < 2 || most > 10))
    return problem('most', 'Let the scale end between 2 and 10.');
  if (kind === 'number' && least != null && most != null && least >= most)
    return problem('most', 'The most has to be more than the least.');
  return [];
};

const promptProblems = (
  { prompt, unit, lowLabel, highLabel, kind }: QuestionInput,
  place: number,
): FieldProblem[] => {
  const field = `questions.${place}.prompt`;
  const word = reservedReply(prompt);
  return [
    ...([unit, lowLabel, highLabel].some((words) => /[{}]/.test(words ?? '')) ||
    (place > 0 && /[{}]/.test(prompt))
      ? [{ field, message: 'A question is the same for everybody: leave out the braces.' }]
      : []),
    ...(word
      ? [
          {
            field,
            message: `Do not ask members to send ${word.toUpperCase()}: the carriers act on it. How to reply is added for you.`,
          },
        ]
      : []),
    ...(listsOfficials(kind) && place === 0
      ? [
          {
            field: 'questions.0.kind',
            message:
              'The first question goes out in the same words to everybody. Ask about each member’s own officials after it.',
          },
        ]
      : []),
  ];
};

const afterProblems = (questions: readonly QuestionInput[], place: number): FieldProblem[] => {
  const after = questions[place]?.after;
  if (!after) return [];
  const field = `questions.${place}.after`;
  const before = after.question <= place ? questions[after.question - 1] : undefined;
  if (!before || !hasOptions(before.kind))
    return [{ field, message: 'It can only follow a choice of an earlier question.' }];
  return before.options.some(({ no }) => no === after.option)
    ? []
    : [{ field, message: `Question ${after.question} has no choice ${after.option}.` }];
};

/**
 * What is wrong in the questions of a draft: words that carriers would act on, numbers or labels given twice, what a
 * kind lacks, and follow-ups of nothing. Fields are named `questions.N.…`.
 */
export const questionProblems = (questions: readonly QuestionInput[]): FieldProblem[] =>
  questions.flatMap((question, place) => [
    ...promptProblems(question, place),
    ...kindProblems(question, `questions.${place}`),
    ...optionProblems(question, `questions.${place}`),
    ...afterProblems(questions, place),
  ]);
