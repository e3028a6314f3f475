import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { leaveThem, waitingOf } from './unconfirmed-queries.ts';

/** Leaves messages that nobody could confirm as they are. They stay unconfirmed and are not asked about again. */
export const leaveUnconfirmed = verb({
  name: 'delivery.leave',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    alertId: z.string(),
    ids: z.array(z.int().positive()).min(1, 'Choose at least one message.').max(200),
  }),
  async run(world, who, { alertId, ids }) {
    const waiting = (await world.db.all(waitingOf, { alertId, ids })).map((one) => one.id);
    const done =
      waiting.length > 0 &&
      (await world.db.commit(
        {
          who,
          action: 'delivery.leave',
          subject: { kind: 'alert', id: alertId },
          detail: { deliveries: waiting.map(String), count: waiting.length },
        },
        [must(leaveThem, { alertId, ids: waiting })],
      ));
    return done
      ? ok({ left: waiting.length })
      : conflict('None of these waits for a decision any more. Open the list again to see how they stand.');
  },
});
