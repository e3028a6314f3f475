import type { Question } from '../alerts/index.ts';
import { howKnown, STANCE_SHORT } from '../legislature/index.ts';
import { readAs } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { chosenIn, type Kept, type Stand } from './answer-value.ts';
import { officialNames } from './queries.ts';

/** Those whom answers name, each once. */
const officialsIn = (answers: readonly Pick<Kept, 'officials'>[]): string[] => [
  ...new Set(answers.flatMap(({ officials }) => (officials ?? []).map((one) => one.officialId))),
];

/** Names of the officials that answers name, to be asked together with other reads: each with its id. */
export const namesRead = (answers: readonly Pick<Kept, 'officials'>[]) =>
  readAs(officialNames, { ids: officialsIn(answers) }, (rows) =>
    rows.map(({ id, name }) => [id, name] as const),
  );

/** Names of the officials that answers name, by id. */
export const namesFor = async (
  world: World,
  answers: readonly Pick<Kept, 'officials'>[],
): Promise<Map<string, string>> =>
  new Map(officialsIn(answers).length > 0 ? (await world.db.together(namesRead(answers)))[0] : []);

/** An official as an answer names them: "Boyd Aldercott: leaning oppose", "Ada Kestrelman: have met". */
export const standInWords = (
  name: string,
  { stance, strength = null, kind = null }: Omit<Stand, 'officialId'>,
) => {
  const said = stance ? STANCE_SHORT[stance] : howKnown({ strength, kind }).toLowerCase();
  return said ? `${name}: ${said}` : name;
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
      .map((one) => standInWords(names.get(one.officialId) ?? 'An official', one))
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
