import type { Question } from '../alerts/index.ts';
import { STANCE_SHORT } from '../legislature/index.ts';
import type { World } from '../platform/world.ts';
import { chosenIn, type Kept } from './answer-value.ts';
import { officialNames } from './queries.ts';

/** Names of the officials that answers name, by id. */
export const namesFor = async (
  world: World,
  answers: readonly Pick<Kept, 'officials'>[],
): Promise<Map<string, string>> => {
  const ids = [
    ...new Set(answers.flatMap(({ officials }) => (officials ?? []).map((one) => one.officialId))),
  ];
  const rows = ids.length > 0 ? await world.db.all(officialNames, { ids }) : [];
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** An answer in words: "have contacted", "12 students", "4 of 5", "Boyd Aldercott: leaning oppose". */
export const answerInWords = (
  question: Pick<Question, 'kind' | 'options' | 'most' | 'unit'>,
  answer: Kept & { text: string | null },
  names: ReadonlyMap<string, string>,
): string => {
  if (answer.officials?.length === 0) return 'None of them';
  if (answer.officials)
    return answer.officials
      .map(({ officialId, stance }) => {
        const name = names.get(officialId) ?? 'An official';
        return stance ? `${name}: ${STANCE_SHORT[stance]}` : name;
      })
      .join('; ');
  if (answer.number !== null)
    return question.kind === 'scale'
      ? `${answer.number} of ${question.most ?? ''}`
      : `${answer.number.toLocaleString('en-US')}${question.unit ? ` ${question.unit}` : ''}`;
  const chosen = chosenIn(answer);
  if (chosen.length > 0)
    return question.options
      .filter(({ id }) => chosen.includes(id))
      .map(({ label }) => label)
      .join(', ');
  return answer.text ?? 'Words that were erased';
};
