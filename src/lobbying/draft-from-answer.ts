import * as z from 'zod';
import { questionsOf } from '../alerts/index.ts';
import { localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { answerById, keptIn } from '../replies/index.ts';
import { networkSettings } from '../staff/index.ts';
import { alertSubject, lobbyistOf, putReportOfAnswer } from './queries.ts';

/**
 * Makes draft contact reports from an answer to "which of your officials, and where do they stand": one for each
 * official. Safe twice; a later answer rewrites a draft that nobody has confirmed. One official with a stance, told by
 * text or mail in answer to the last question, is asked back with one key. Answers with how many are named.
 */
export const draftFromAnswer = verb({
  name: 'contact_report.draft_from_answer',
  by: ['system'],
  input: z.strictObject({ answerId: z.string() }),
  run: async (world, who, { answerId }) => {
    const answer = await world.db.first(answerById, { id: answerId });
    const officials =
      answer &&
      keptIn({ optionId: null, optionIds: null, number: null, officials: answer.officials }).officials;
    if (!answer || !officials || officials.length === 0) return ok({ drafts: 0 });
    const { zone } = await networkSettings(world);
    const onDate = localDate(answer.at, zone);
    const [only] = officials.length === 1 ? officials : [];
    const [about, lobbyist, questions] = await Promise.all([
      world.db.first(alertSubject, { alertId: answer.alertId }),
      world.db.first(lobbyistOf, { memberId: answer.memberId, staffId: null, on: onDate }),
      questionsOf(world, answer.alertId),
    ]);
    const asksBack =
      only?.stance != null && answer.door !== 'web' && questions.at(-1)?.id === answer.questionId;
    await world.db.commit(
      {
        who,
        action: 'contact_report.draft_from_answer',
        subject: { kind: 'answer', id: answerId },
        detail: { officials: officials.length },
      },
      officials.map(({ officialId, stance }) =>
        change(putReportOfAnswer, {
          id: world.ids.next(),
          memberId: answer.memberId,
          lobbyistId: lobbyist?.id ?? null,
          officialId,
          billId: about?.billId ?? null,
          issueId: about?.issueId ?? null,
          alertId: answer.alertId,
          questionId: answer.questionId,
          // A reply stands behind one report only.
          replyId: officials.length === 1 ? answer.replyId : null,
          stance,
          onDate,
          door: answer.door,
          at: world.clock.now(),
          by: who.id,
        }),
      ),
      asksBack && answer.replyId ? [{ kind: 'contact_report.ask', body: { replyId: answer.replyId } }] : [],
    );
    return ok({ drafts: officials.length });
  },
});
