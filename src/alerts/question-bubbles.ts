import { segmentsOf } from '../platform/sms-text.ts';
import { asked } from './compose.ts';
import { questionWords } from './question-words.ts';
import type { QuestionInput } from './question.ts';
import type { Question } from './questions-of.ts';

/** Two names of usual length, for the question about a member's own officials. */
const SOMEBODY = ['Sen. Boyd Aldercott', 'Rep. Ada Kestrelman'];

/** A later question as a phone will show it, and when it is asked. */
export interface Bubble {
  no: number;
  text: string;
  segments: number;
  characters: number;
  /** "After answer 2 to question 1" */
  when: string;
}

/** The texts of the questions behind the first one, at their usual length. */
export const bubblesOf = (questions: readonly (QuestionInput | Question)[], shortName: string): Bubble[] =>
  questions.slice(1).flatMap((question, place) => {
    if (question.prompt.trim() === '') return [];
    const text = `${shortName}: ${questionWords(asked(question as Question), SOMEBODY)}`;
    const { segments, characters } = segmentsOf(text);
    const { after } = question;
    const when = after
      ? `After answer ${after.option} to question ${after.question}`
      : 'After the question before it';
    return [{ no: place + 2, text, segments, characters, when }];
  });
