import type { Question } from '../alerts/index.ts';
import { chosenIn, type Kept } from './answer-value.ts';

/** A member's current answer to one question. */
export interface Current extends Kept {
  questionId: string;
}

/** The questions that are for a member, in order: those asked of everybody, and those that follow what they chose. */
export const questionsFor = (questions: readonly Question[], answers: readonly Current[]): Question[] =>
  questions.filter(({ after }) => {
    if (!after) return true;
    const before = questions.find(({ no }) => no === after.question);
    const option = before?.options.find(({ no }) => no === after.option);
    const answer = answers.find(({ questionId }) => questionId === before?.id);
    return option !== undefined && answer !== undefined && chosenIn(answer).includes(option.id);
  });

/** The question to ask next: the first for this member that they have not answered. */
export const nextQuestion = (questions: readonly Question[], answers: readonly Current[]): Question | null =>
  questionsFor(questions, answers).find(({ id }) => !answers.some(({ questionId }) => questionId === id)) ??
  null;
