import type { FieldProblem } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import type { Audience } from './audience.ts';
import { unknownReferences } from './queries.ts';

interface Naming {
  organizationId: string;
  issueId: string | null;
  billId: string | null;
  talkingPointsId: string | null;
  audience: Audience;
}

/** The fields of a draft that name something which does not exist, with what to do. */
export const referenceProblems = async (world: World, naming: Naming): Promise<FieldProblem[]> => {
  const { organizationId, issueId, billId, talkingPointsId, audience } = naming;
  const unknown = await world.db.all(unknownReferences, {
    named: {
      organizationId,
      issueId,
      billId,
      talkingPointsId,
      'audience.answered.alertId': audience.answered?.alertId ?? null,
    },
    audience,
  });
  return unknown.map(({ field, id }) => ({
    field,
    message: `"${id}" is not known here. Choose one from the list.`,
  }));
};
