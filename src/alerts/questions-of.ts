import type { RowOf } from '../platform/statement.ts';
import { readAs, type Read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { questionRows } from './queries.ts';
import type { Outcome, QuestionKind } from './question.ts';

/** One choice of a question. */
export interface QuestionOption {
  id: string;
  no: number;
  label: string;
  outcome: Outcome;
  /** Other words that mean it. */
  synonyms: string[];
}
/** One question of an alert. */
export interface Question {
  id: string;
  no: number;
  prompt: string;
  kind: QuestionKind;
  options: QuestionOption[];
  /** Asked only of those who chose this option of that question, both by number; null where of everybody. */
  after: { question: number; option: number } | null;
  least: number | null;
  most: number | null;
  unit: string | null;
  lowLabel: string | null;
  highLabel: string | null;
}

export type QuestionOfAlert = Question & { alertId: string };

const questionFrom = ({
  afterQuestion,
  afterOption,
  options,
  ...question
}: RowOf<typeof questionRows>): QuestionOfAlert => ({
  ...question,
  after:
    afterQuestion === null || afterOption === null ? null : { question: afterQuestion, option: afterOption },
  options: (JSON.parse(options) as QuestionOption[]).toSorted((a, b) => a.no - b.no),
});

/** The questions of several alerts, to be asked together with other reads. */
export const questionsRead = (alertIds: string[]): Read<QuestionOfAlert> =>
  readAs(questionRows, { alertIds }, (rows) => rows.map(questionFrom));

/** The questions of several alerts, each alert's in its order. */
export const questionsOfAlerts = async (world: World, alertIds: string[]): Promise<QuestionOfAlert[]> =>
  alertIds.length === 0 ? [] : (await world.db.all(questionRows, { alertIds })).map(questionFrom);

const own = (row: QuestionOfAlert): Question => {
  const { alertId: _, ...question } = row;
  return question;
};

/** The questions of one alert in order, to be asked together with other reads. */
export const ownQuestionsRead = (alertId: string): Read<Question> =>
  readAs(questionRows, { alertIds: [alertId] }, (rows) => rows.map((row) => own(questionFrom(row))));

/** The questions of an alert in order. */
export const questionsOf = async (world: World, alertId: string): Promise<Question[]> =>
  (await questionsOfAlerts(world, [alertId])).map(own);
