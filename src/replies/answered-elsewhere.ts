import type { QuestionOfAlert } from '../alerts/index.ts';
import { readAs, type Read } from '../platform/together.ts';
import { keptIn, type Kept } from './answer-value.ts';
import { answerInWords } from './answer-words.ts';
import { currentWithoutReply } from './queries.ts';
import type { RowOf } from '../platform/statement.ts';

const MOST = 100;

/** A current answer that no message in the thread tells of: given on the member's page, or written down by staff. */
export interface AnsweredElsewhere {
  at: number;
  alertId: string;
  alertTitle: string;
  door: 'web' | 'staff';
  /** "3 cannot" */
  words: string;
}
export type KeptElsewhere = Omit<RowOf<typeof currentWithoutReply>, keyof Kept> & Kept;

/** The current answers of a member that stand in no message, newest first. */
export const elsewhereRead = (memberId: string): Read<KeptElsewhere> =>
  readAs(currentWithoutReply, { memberId, limit: MOST }, (rows) =>
    rows.map((row) => ({ ...row, ...keptIn(row) })),
  );

/** Such answers in words. @param questions of their alerts @param names of the officials whom they name, by id */
export const elsewhereInWords = (
  rows: readonly KeptElsewhere[],
  questions: readonly QuestionOfAlert[],
  names: ReadonlyMap<string, string>,
): AnsweredElsewhere[] =>
  rows.flatMap((row) => {
    const question = questions.find(({ id }) => id === row.questionId);
    if (!question) return [];
    const words = answerInWords(question, { ...row, text: null }, names);
    const no = question.options.find(({ id }) => id === row.optionId)?.no;
    const { at, alertId, alertTitle, door } = row;
    return [{ at, alertId, alertTitle, door, words: [no, words].filter(Boolean).join(' ') }];
  });
