import { questionsOfAlerts } from '../alerts/index.ts';
import type { World } from '../platform/world.ts';
import { keptIn } from './answer-value.ts';
import { answerInWords, namesFor } from './answer-words.ts';
import { currentWithoutReply } from './queries.ts';

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

/** The current answers of a member that stand in no message, newest first. */
export const answeredElsewhere = async (world: World, memberId: string): Promise<AnsweredElsewhere[]> => {
  const rows = (await world.db.all(currentWithoutReply, { memberId, limit: MOST })).map((row) => ({
    ...row,
    ...keptIn(row),
  }));
  if (rows.length === 0) return [];
  const [questions, names] = await Promise.all([
    questionsOfAlerts(world, [...new Set(rows.map(({ alertId }) => alertId))]),
    namesFor(world, rows),
  ]);
  return rows.flatMap((row) => {
    const question = questions.find(({ id }) => id === row.questionId);
    if (!question) return [];
    const words = answerInWords(question, { ...row, text: null }, names);
    const no = question.options.find(({ id }) => id === row.optionId)?.no;
    const { at, alertId, alertTitle, door } = row;
    return [{ at, alertId, alertTitle, door, words: [no, words].filter(Boolean).join(' ') }];
  });
};
