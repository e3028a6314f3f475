import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { dropLearned, learnRelationship } from './queries.ts';

const ids = z.array(z.string()).max(20);

/**
 * Keeps what a member told a survey: of the officials who were offered, they know these well, and what an earlier
 * survey said of the others is over. Never changes what staff wrote, nor brings back what staff took off. Safe twice.
 */
export const learnRelationships = verb({
  name: 'relationship.learn',
  by: ['system'],
  input: z.strictObject({
    memberId: z.string(),
    alertId: z.string(),
    /** When the member answered, ms UTC. */
    at: z.int(),
    offered: ids,
    known: ids,
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
        change(dropLearned, { memberId, offered, known, at, now: world.clock.now() }),
        ...known.map((officialId) =>
          change(learnRelationship, { id: world.ids.next(), memberId, officialId, alertId, at }),
        ),
      ],
    );
    return ok({ known: known.length });
  },
});
