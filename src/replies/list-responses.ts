import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { questionsOf } from '../alerts/index.ts';
import { keptIn, type Kept, type KeptRow } from './answer-value.ts';
import { answerInWords, namesFor } from './answer-words.ts';
import { chosenIn } from './answer-value.ts';
import { answersOf, responseRows, responsesOfMember } from './queries.ts';

const MOST = 200;

/** A person of an alert, the answer to one question of it, and the answers to all in words. */
export interface ResponseRow extends Omit<RowOf<typeof responseRows>, 'answers'> {
  answers: { questionId: string; questionNo: number; words: string }[];
}

/**
 * The people of an alert and their current answers, by key. Without `unanswered` and `option` everybody who was
 * asked; both are about the question given, else about the first. A regional president sees their own region.
 */
export const responsesOf = view({
  name: 'response.list',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president'],
  input: z.strictObject({
    alertId: z.string(),
    regionId: z.string().nullish(),
    option: z.int().min(1).max(9).nullish(),
    question: z.int().min(1).max(6).default(1),
    unanswered: z.boolean().default(false),
    cursor: z.string().nullish(),
    limit: z.int().min(1).max(MOST).default(50),
  }),
  async run(world, who, input) {
    const rows = await world.db.all(responseRows, {
      alertId: input.alertId,
      after: input.cursor ?? '',
      regionId: regionOf(who) ?? input.regionId ?? null,
      questionNo: input.question,
      optionNo: input.option ?? null,
      unanswered: input.unanswered,
      limit: input.limit + 1,
    });
    const questions = await questionsOf(world, input.alertId);
    const page = cutPage(rows, input.limit, (row) => row.memberId);
    const given = page.data.map(({ answers, ...row }) => ({
      row,
      answers: (JSON.parse(answers) as GivenRow[]).map((one) => ({ ...one, ...keptIn(one) })),
    }));
    const names = await namesFor(
      world,
      given.flatMap(({ answers }) => answers),
    );
    const data = given.map(({ row, answers }): ResponseRow => ({
      ...row,
      answers: questions.flatMap((question) => {
        const answer = answers.find(({ questionId }) => questionId === question.id);
        return answer
          ? [
              {
                questionId: question.id,
                questionNo: question.no,
                words: answerInWords(question, answer, names),
              },
            ]
          : [];
      }),
    }));
    return ok({ data, nextCursor: page.nextCursor });
  },
});

interface GivenRow extends KeptRow {
  questionId: string;
  text: string | null;
}

/**
 * A member's current answer to an alert, with all that came before it: of the first question, and in `answers` of
 * each. Null where nothing was answered. An answer that is not one choice has `no` 0 and no outcome.
 */
export const responseOf = async (world: World, alertId: string, memberId: string) => {
  const [rows, questions] = await Promise.all([
    world.db.all(responsesOfMember, { alertIds: [alertId], memberId }),
    questionsOf(world, alertId),
  ]);
  if (rows.length === 0) return null;
  const history = await world.db.all(answersOf, { alertId, memberId });
  const answers = rows.map((row) => ({ ...row, ...keptIn(row) }));
  const past = history.map((row) => ({ ...row, ...keptIn(row) }));
  const names = await namesFor(world, [...answers, ...past]);
  const shown = <T extends Kept & { questionId: string; text: string | null }>(answer: T) => {
    const question = questions.find(({ id }) => id === answer.questionId);
    const chosen = chosenIn(answer);
    const option = chosen.length === 1 ? question?.options.find(({ id }) => id === chosen[0]) : undefined;
    return {
      ...answer,
      questionNo: question?.no ?? 0,
      no: option?.no ?? 0,
      label: question ? answerInWords(question, answer, names) : '',
      outcome: option?.outcome ?? null,
    };
  };
  const all = answers.map(shown);
  const first = all.find(({ questionNo }) => questionNo === 1) ?? null;
  return first || all[0]
    ? {
        ...(first ?? { ...(all[0] as (typeof all)[number]), no: 0, label: '', outcome: null }),
        answers: all,
        history: past.map(shown),
      }
    : null;
};
