import { listsOfficials, questionWords, type Question } from '../alerts/index.ts';
import type { Change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { keptOf, leftOpen, type Value } from './answer-value.ts';
import { detailWords } from './detail-words.ts';
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
  /** It was asked before what was left open of the officials; "did not say" is an answer. */
  detailAsked: boolean;
  memberId: string;
  contactPointId: string;
  channel: 'sms' | 'email';
  /** Ids of the mails that this one stands under, where the answer came by mail. */
  answersMail?: Extract<Told['words'], { email: string }>['answersMail'];
}

/**
 * What asks the member's next question, by the way the answer came: where the officials stand that they named, or how
 * well they know them; else the next question that is for them. Nothing where all is answered. Each is asked once.
 */
export const askNext = async (world: World, answered: Answered): Promise<Change[]> => {
  const { value, questionId } = answered;
  const now = [
    ...answered.answers.filter((one) => one.questionId !== questionId),
    { questionId, ...keptOf(value) },
  ];
  const unclear = 'officials' in value && !answered.detailAsked ? leftOpen(value.kind, value.officials) : [];
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
  const named = own
    .map((one, at) => ({ ...one, no: at + 1 }))
    .filter(({ officialId }) => unclear.some((one) => one.officialId === officialId));
  if (named.length > 0) return send(`${questionId}.stance`, detailWords(value.kind, named));
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
