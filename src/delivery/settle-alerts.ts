import { statesFor } from '../alerts/index.ts';
import { change, must } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { markSentOut, moveAlert, sentOut } from './launch-queries.ts';

/** Alerts of which nothing is left to send are open: only answers are still to come. */
export const settleAlerts = async (world: World): Promise<Record<string, number>> => {
  const alerts = await world.db.all(sentOut, {});
  for (const { id } of alerts) {
    await world.db.commit(
      {
        who: { kind: 'clock', id: 'delivery.settle' },
        action: 'alert.settle',
        subject: { kind: 'alert', id },
        detail: { to: 'open' },
      },
      [
        must(moveAlert, { id, from: statesFor('settle'), to: 'open', reason: null, closedAt: null }),
        change(markSentOut, { id }),
      ],
    );
  }
  return { opened: alerts.length };
};
