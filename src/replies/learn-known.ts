import { learnRelationships } from '../legislature/index.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { keptIn } from './answer-value.ts';
import { officialsAsked } from './officials-asked.ts';
import { answerById, responsesOfMember } from './queries.ts';

/**
 * Makes relationships of a member's answer to "which of your officials do you know": of the current one, however
 * late or often the job runs.
 */
export const learnKnown = async (
  world: World,
  body: Record<string, string | number | null>,
): Promise<unknown> => {
  const answer = await world.db.first(answerById, { id: String(body.answerId) });
  if (!answer) return null;
  const { alertId, memberId, questionId } = answer;
  const responses = await world.db.all(responsesOfMember, { alertIds: [alertId], memberId });
  const current = responses.find((one) => one.questionId === questionId);
  const known =
    current &&
    keptIn(current).officials?.map(({ officialId, strength = null, kind = null }) => ({
      officialId,
      strength,
      kind,
    }));
  if (!current || !known) return null;
  const offered = (await officialsAsked(world, alertId, memberId)).map(({ officialId }) => officialId);
  return learnRelationships(world, SYSTEM, { memberId, alertId, at: current.at, offered, known });
};
