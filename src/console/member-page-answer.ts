import { listsOfficials, type Alert } from '../alerts/index.ts';
import { OFFICIAL_STANCES, STANCE_SHORT } from '../legislature/index.ts';
import { list, text, type Form } from '../platform/form.ts';
import type { World } from '../platform/world.ts';
import { officialsAsked, questionsFor, type OfficialAsked, type responseOf } from '../replies/index.ts';

type Question = Alert['questions'][number];
type Response = Awaited<ReturnType<typeof responseOf>>;

/** One question as a member's page asks it: what they answered, and the officials it lists. */
export interface PageQuestion {
  question: Question;
  answer: NonNullable<Response>['answers'][number] | null;
  officials: OfficialAsked[];
}

/** The questions of an alert that are for a member, in order, each with their answer. Reads only. */
export const questionsOnPage = async (
  world: World,
  alert: Alert,
  memberId: string,
  response: Response,
): Promise<PageQuestion[]> => {
  const answers = response?.answers ?? [];
  const questions = questionsFor(alert.questions, answers);
  const officials = questions.some(({ kind }) => listsOfficials(kind))
    ? await officialsAsked(world, alert.id, memberId)
    : [];
  return questions.map((question) => ({
    question,
    answer: answers.find(({ questionId }) => questionId === question.id) ?? null,
    officials: listsOfficials(question.kind) ? officials : [],
  }));
};

/** The field that says where an official stands; empty where the member did not speak with them. */
export const stanceField = (place: number): string => `official${place + 1}`;
export const NOT_SAID = 'unsaid';
/** The boxes of those whom they know, by number, and the one that says none. */
export const KNOWN_FIELD = 'known';
export const KNOWS_NONE = '0';

/** What a posted form of the page answers to which question, and how it reads; null where it is none of the page's. */
export const answerFrom = (asked: readonly PageQuestion[], form: Form) => {
  const no = Number(text(form, 'question') ?? '1');
  const one = asked.find(({ question }) => question.no === no);
  if (!one) return null;
  const { question, officials } = one;
  const chosen = question.options.filter((option) => list(form, 'answer').includes(String(option.no)));
  const number = text(form, 'number')?.replaceAll(',', '');
  const known = list(form, KNOWN_FIELD);
  const stands = officials.flatMap(({ officialId, name }, place) => {
    if (question.kind === 'known')
      return known.includes(String(place + 1)) ? [{ officialId, stance: null, name }] : [];
    const said = text(form, stanceField(place));
    const stance = OFFICIAL_STANCES.find((known) => known === said) ?? null;
    return stance || said === NOT_SAID ? [{ officialId, stance, name }] : [];
  });
  const labels = chosen.map(({ label }) => label).join(', ');
  const named = stands
    .map(({ name, stance }) => (stance ? `${name}: ${STANCE_SHORT[stance]}` : name))
    .join('; ');
  const words = text(form, 'text');
  return {
    question,
    input: {
      questionId: question.id,
      ...(question.kind === 'choice' && chosen[0] && { optionId: chosen[0].id }),
      ...(question.kind === 'many' && { optionIds: chosen.map(({ id }) => id) }),
      ...(number && Number.isFinite(Number(number)) && { number: Number(number) }),
      ...(words && { text: words }),
      ...((question.kind === 'officials' || (question.kind === 'known' && known.length > 0)) && {
        officials: stands.map(({ officialId, stance }) => ({ officialId, stance })),
      }),
    },
    words: labels || named || number || words || (known.includes(KNOWS_NONE) ? 'None of them' : ''),
  };
};
