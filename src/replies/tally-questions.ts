import type { Question } from '../alerts/index.ts';
import type { OfficialStance } from '../legislature/index.ts';
import type { World } from '../platform/world.ts';
import { officialNames, tallyByQuestion } from './queries.ts';

/** What was answered to one question. Only what its kind has is filled. */
export interface QuestionTally {
  questionId: string;
  no: number;
  prompt: string;
  kind: Question['kind'];
  /** Of whom it is asked: everybody, or those who chose what it follows. */
  asked: number;
  answered: number;
  options: { optionId: string; no: number; label: string; outcome: string; count: number }[];
  number: { sum: number; average: number; median: number } | null;
  /** Of a scale: each step from 1 with how many chose it. */
  steps: { step: number; count: number }[];
  /** Each official who was named, with how many said that the official stands so, or know them so well. Null: not said. */
  officials: {
    officialId: string;
    name: string;
    stances: { stance: OfficialStance | null; count: number }[];
    strengths: { strength: number | null; count: number }[];
  }[];
}

/** Sum, average and median of values that each occur some times. */
export const numbersOf = (values: readonly { value: number; count: number }[]): QuestionTally['number'] => {
  const sorted = values.filter(({ count }) => count > 0).toSorted((a, b) => a.value - b.value);
  const count = sorted.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return null;
  const sum = sorted.reduce((total, one) => total + one.value * one.count, 0);
  const at = (place: number) => {
    let passed = 0;
    return sorted.find((one) => (passed += one.count) > place)?.value ?? 0;
  };
  return {
    sum,
    average: sum / count,
    median: (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2,
  };
};

/**
 * What was answered to each question of an alert, in order.
 * @param of.asked how many were asked the first; `answered` and `byOption` are what they answered to it
 */
export const tallyQuestions = async (
  world: World,
  of: {
    alertId: string;
    regionId: string | null;
    questions: readonly Question[];
    asked: number;
    answered: number;
    byOption: QuestionTally['options'];
  },
): Promise<QuestionTally[]> => {
  const { alertId, regionId, questions, asked, answered, byOption } = of;
  const [first, ...further] = questions;
  if (!first) return [];
  // Most alerts ask one choice, which is counted already; their pages look again every few seconds.
  if (first.kind === 'choice' && further.length === 0) {
    const { id: questionId, no, prompt, kind } = first;
    return [
      {
        questionId,
        no,
        prompt,
        kind,
        asked,
        answered,
        options: byOption,
        number: null,
        steps: [],
        officials: [],
      },
    ];
  }
  const rows = await world.db.all(tallyByQuestion, { alertId, regionId });
  const ids = [...new Set(rows.filter(({ part }) => part === 'official').map(({ key }) => key))];
  const names = new Map(
    (ids.length > 0 ? await world.db.all(officialNames, { ids }) : []).map(({ id, name }) => [id, name]),
  );
  const countOf = (optionId: string | undefined) =>
    rows.find(({ part, key }) => part === 'option' && key === optionId)?.count ?? 0;
  return questions.map((question) => {
    const own = rows.filter(({ questionId }) => questionId === question.id);
    const numbers = own
      .filter(({ part }) => part === 'number')
      .map(({ key, count }) => ({ value: Number(key), count }));
    const { after } = question;
    const followed = after
      ? questions.find(({ no }) => no === after.question)?.options.find(({ no }) => no === after.option)
      : undefined;
    return {
      questionId: question.id,
      no: question.no,
      prompt: question.prompt,
      kind: question.kind,
      asked: after ? countOf(followed?.id) : asked,
      answered: own.find(({ part }) => part === 'answered')?.count ?? 0,
      options: question.options.map(({ id, no, label, outcome }) => ({
        optionId: id,
        no,
        label,
        outcome,
        count: countOf(id),
      })),
      number: numbersOf(numbers),
      steps:
        question.kind === 'scale'
          ? Array.from({ length: question.most ?? 0 }, (_, place) => ({
              step: place + 1,
              count: numbers.find(({ value }) => value === place + 1)?.count ?? 0,
            }))
          : [],
      officials: [
        ...Map.groupBy(
          own.filter(({ part }) => part === 'official'),
          ({ key }) => key,
        ),
      ].map(([officialId, said]) => ({
        officialId,
        name: names.get(officialId) ?? 'An official',
        stances:
          question.kind === 'known'
            ? []
            : said.map(({ stance, count }) => ({ stance: stance as OfficialStance | null, count })),
        strengths: question.kind === 'known' ? said.map(({ strength, count }) => ({ strength, count })) : [],
      })),
    };
  });
};
