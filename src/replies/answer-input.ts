import * as z from 'zod';
import { questionsOf } from '../alerts/index.ts';
import { OFFICIAL_STANCES, relationshipFields } from '../legislature/index.ts';
import { invalid, ok, type Result } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import type { Value } from './answer-value.ts';
import { officialsAsked } from './officials-asked.ts';

/** An answer as a page or the API gives it: one field by the kind of the question. */
export const answerFields = {
  /** Left out where the option tells it, or for the first question. */
  questionId: z.string().optional(),
  optionId: z.string().optional(),
  optionIds: z.array(z.string()).max(9).optional(),
  number: z.number('Write a number.').optional(),
  text: z.string().trim().max(2_000, 'Keep it to 2,000 characters.').optional(),
  officials: z
    .array(
      z.strictObject({
        officialId: z.string(),
        /** Where they stand; of officials that the member spoke with. */
        stance: z.enum(OFFICIAL_STANCES).nullable().default(null),
        /** How well the member knows them, 1 to 3, and how; of officials that they know. */
        strength: relationshipFields.strength.nullish(),
        kind: relationshipFields.kind.nullish(),
      }),
    )
    .max(9)
    .optional(),
  note: z.string().trim().max(1_000, 'Keep the note to 1,000 characters.').default(''),
};
export type AnswerInput = z.output<z.ZodObject<typeof answerFields>>;

const wrong = (field: string, message: string) => invalid([{ field, message }]);

/** What an input answers to which question of an alert, or what is wrong with it. `note` holds the words to keep. */
export const valueFrom = async (
  world: World,
  alertId: string,
  memberId: string,
  input: AnswerInput,
): Promise<Result<{ questionId: string; value: Value; note: string }>> => {
  const questions = await questionsOf(world, alertId);
  const question = input.questionId
    ? questions.find(({ id }) => id === input.questionId)
    : (questions.find(({ options }) => options.some(({ id }) => id === input.optionId)) ?? questions[0]);
  if (!question) return wrong('questionId', 'This alert does not ask that.');
  const answer = (value: Value, note = input.note) => ok({ questionId: question.id, value, note });
  const { kind, options, most } = question;
  if (kind === 'choice')
    return input.optionId && options.some(({ id }) => id === input.optionId)
      ? answer({ kind, optionId: input.optionId })
      : wrong('optionId', 'Choose one of the answers.');
  if (kind === 'many') {
    const optionIds = [...new Set(input.optionIds ?? (input.optionId ? [input.optionId] : []))];
    return optionIds.length > 0 && optionIds.every((one) => options.some(({ id }) => id === one))
      ? answer({ kind, optionIds })
      : wrong('optionIds', 'Choose at least one of the answers.');
  }
  if (kind === 'text') return input.text ? answer({ kind }, input.text) : wrong('text', 'Write your answer.');
  if (kind === 'number' || kind === 'scale') {
    const { number } = input;
    const least = kind === 'scale' ? 1 : question.least;
    const fits =
      number !== undefined &&
      (least === null || number >= least) &&
      (most === null || number <= most) &&
      (kind === 'number' || Number.isInteger(number));
    if (fits) return answer({ kind, number });
    const bounds = [least === null ? '' : `from ${least}`, most === null ? '' : `up to ${most}`].filter(
      Boolean,
    );
    return wrong('number', `Write a number${bounds.length > 0 ? ` ${bounds.join(' ')}` : ''}.`);
  }
  const own = await officialsAsked(world, alertId, memberId);
  const officials = (input.officials ?? []).filter(
    (one, at, all) => all.findIndex(({ officialId }) => officialId === one.officialId) === at,
  );
  const said = kind === 'known' ? input.officials !== undefined : officials.length > 0;
  return said && officials.every((one) => own.some(({ officialId }) => officialId === one.officialId))
    ? answer({
        kind,
        officials: officials.map(({ officialId, stance, strength = null, kind: how = null }) =>
          kind === 'known' ? { officialId, stance: null, strength, kind: how } : { officialId, stance },
        ),
      })
    : wrong(
        'officials',
        kind === 'known'
          ? 'Choose for each of them whether you know them, and how well.'
          : 'Choose at least one of your officials.',
      );
};
