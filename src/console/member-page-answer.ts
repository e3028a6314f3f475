import { listsOfficials, type Alert } from '../alerts/index.ts';
import { OFFICIAL_STANCES, RELATIONSHIP_KINDS } from '../legislature/index.ts';
import { list, text, type Form } from '../platform/form.ts';
import type { World } from '../platform/world.ts';
import {
  officialsAsked,
  questionsFor,
  standInWords,
  type OfficialAsked,
  type responseOf,
  type Stand,
} from '../replies/index.ts';

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
/** How well the member knows an official, from 1 to 3, and how. */
export const knownField = (place: number): string => `known${place + 1}`;
export const howField = (place: number): string => `how${place + 1}`;
export const NOT_KNOWN = '0';

type Said = Omit<Stand, 'officialId'>;

const stanceAt = (form: Form, place: number): Said | null => {
  const said = text(form, stanceField(place));
  const stance = OFFICIAL_STANCES.find((one) => one === said) ?? null;
  return stance || said === NOT_SAID ? { stance } : null;
};
const knownAt = (form: Form, place: number): Said | null => {
  const said = text(form, knownField(place));
  const strength = [1, 2, 3].find((step) => String(step) === said) ?? null;
  const kind = RELATIONSHIP_KINDS.find((one) => one === text(form, howField(place))) ?? null;
  return strength || (kind && said !== NOT_KNOWN) ? { stance: null, strength, kind } : null;
};

/** What a posted form of the page answers to which question, and how it reads; null where it is none of the page's. */
export const answerFrom = (asked: readonly PageQuestion[], form: Form) => {
  const no = Number(text(form, 'question') ?? '1');
  const one = asked.find(({ question }) => question.no === no);
  if (!one) return null;
  const { question, officials } = one;
  const chosen = question.options.filter((option) => list(form, 'answer').includes(String(option.no)));
  const number = text(form, 'number')?.replaceAll(',', '');
  const stands = officials.flatMap(({ officialId, name }, place) => {
    const said = question.kind === 'known' ? knownAt(form, place) : stanceAt(form, place);
    return said ? [{ stand: { officialId, ...said }, words: standInWords(name, said) }] : [];
  });
  const labels = chosen.map(({ label }) => label).join(', ');
  const named = stands.map(({ words }) => words).join('; ');
  const knowsSome = question.kind === 'known' && stands.length > 0;
  const knowsNone =
    question.kind === 'known' &&
    !knowsSome &&
    officials.some((_, place) => text(form, knownField(place)) === NOT_KNOWN);
  const words = text(form, 'text');
  return {
    question,
    input: {
      questionId: question.id,
      ...(question.kind === 'choice' && chosen[0] && { optionId: chosen[0].id }),
      ...(question.kind === 'many' && { optionIds: chosen.map(({ id }) => id) }),
      ...(number && Number.isFinite(Number(number)) && { number: Number(number) }),
      ...(words && { text: words }),
      ...((question.kind === 'officials' || knowsSome || knowsNone) && {
        officials: stands.map(({ stand }) => stand),
      }),
    },
    words: labels || named || number || words || (knowsNone ? 'None of them' : ''),
  };
};
