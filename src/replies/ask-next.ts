import { listsOfficials, questionWords, type Question } from '../alerts/index.ts';
import { OFFICIAL_STANCES, STANCE_SHORT } from '../legislature/index.ts';
import type { Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { keptOf, type Value } from './answer-value.ts';
import { nextQuestion, type Current } from './flow.ts';
import { officialsAsked } from './officials-asked.ts';
import { tell, type Told } from './tell.ts';

interface Answered {
  alertId: string;
  title: string;
  questions: readonly Question[];
  /** The member's current answers before this one. */
  answers: readonly Current[];
  questionId: string;
  value: Value;
  /** It was asked before where the officials stand; "did not say" is an answer. */
  stanceAsked: boolean;
  memberId: string;
  contactPointId: string;
  channel: 'sms' | 'email';
  /** Ids of the mails that this one stands under, where the answer came by mail. */
  answersMail?: Extract<Told['words'], { email: string }>['answersMail'];
}

const STANCE_CHOICES = [...OFFICIAL_STANCES.map((stance) => STANCE_SHORT[stance]), 'did not say']
  .map((words, at) => `${at + 1} ${words}`)
  .join(', ');

/** The words that ask where officials stand that an answer named without saying it. */
const stanceWords = (names: string[], numbers: number[]): string =>
  names.length === 1
    ? `Where does ${names[0]} stand?\nReply ${STANCE_CHOICES}`
    : `Where does each of them stand? ${names.map((name, at) => `${numbers[at]} ${name}`).join(', ')}\nReply such as ${numbers
        .slice(0, 2)
        .map((no, at) => `${no} ${at === 0 ? 'oppose' : 'undecided'}`)
        .join(', ')}`;

/**
 * What asks the member's next question, by the way the answer came: where the officials stand that they named, else
 * the next question that is for them. Nothing where all is answered. Each is asked once.
 */
export const askNext = async (world: World, answered: Answered): Promise<Change[]> => {
  const { value, questionId } = answered;
  const now = [
    ...answered.answers.filter((one) => one.questionId !== questionId),
    { questionId, ...keptOf(value) },
  ];
  const unclear =
    value.kind === 'officials' && !answered.stanceAsked
      ? value.officials.filter(({ stance }) => stance === null)
      : [];
  const question = nextQuestion(answered.questions, now);
  if (unclear.length === 0 && !question) return [];
  const { shortName } = await networkSettings(world);
  const own =
    unclear.length > 0 || (question && listsOfficials(question.kind))
      ? await officialsAsked(world, answered.alertId, answered.memberId)
      : [];
  const send = (about: string, text: string) =>
    tell(world, {
      kind: 'question',
      about,
      memberId: answered.memberId,
      contactPointId: answered.contactPointId,
      words:
        answered.channel === 'sms'
          ? { sms: `${shortName}: ${text}` }
          : { subject: `Re: ${answered.title}`, email: text, answersMail: answered.answersMail },
    });
  if (unclear.length > 0 && value.kind === 'officials') {
    const named = own
      .map((one, at) => ({ ...one, no: at + 1 }))
      .filter(({ officialId }) => unclear.some((one) => one.officialId === officialId));
    if (named.length > 0)
      return send(
        `${questionId}.stance`,
        stanceWords(
          named.map(({ name }) => name),
          named.map(({ no }) => no),
        ),
      );
  }
  return question
    ? send(
        question.id,
        questionWords(
          question,
          own.map(({ name }) => name),
        ),
      )
    : [];
};
