import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { dropLearned, learnRelationship } from './queries.ts';
import { RELATIONSHIP_KINDS } from './relationship-kinds.ts';

const MOST = 20;

/**
 * Keeps what a member told a survey: of the officials who were offered they know these, so well and in this way, and
 * what an earlier survey said of the others is over. What they did not say stays as it was; at first it is an
 * acquaintance of the middle step. Never changes what staff wrote, nor brings back what staff took off. Safe twice.
 */
export const learnRelationships = verb({
  name: 'relationship.learn',
  by: ['system'],
  input: z.strictObject({
    memberId: z.string(),
    alertId: z.string(),
    /** When the member answered, ms UTC. */
    at: z.int(),
    offered: z.array(z.string()).max(MOST),
    known: z
      .array(
        z.strictObject({
          officialId: z.string(),
          strength: z.int().min(1).max(3).nullable(),
          kind: z.enum(RELATIONSHIP_KINDS).nullable(),
        }),
      )
      .max(MOST),
  }),
  async run(world, who, { memberId, alertId, at, offered, known }) {
    await world.db.commit(
      {
        who,
        action: 'relationship.learn',
        subject: { kind: 'member', id: memberId },
        detail: { alertId, known: known.length },
      },
      [
        change(dropLearned, {
          memberId,
          offered,
          known: known.map(({ officialId }) => officialId),
          at,
          now: world.clock.now(),
        }),
        ...known.map((one) =>
          change(learnRelationship, { id: world.ids.next(), memberId, ...one, alertId, at }),
        ),
      ],
    );
    return ok({ known: known.length });
  },
});
