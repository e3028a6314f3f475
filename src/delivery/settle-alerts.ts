import type * as z from 'zod';
import { statesFor } from '../alerts/index.ts';
import { change, must } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { markSentOut, moveAlert, sentOut } from './launch-queries.ts';
import type { moveTally } from './result-queries.ts';

/**
 * Alerts of which nothing is left to send are open: only answers are still to come.
 * @param only this alert; null: whichever it is true of
 */
export const settleAlerts = async (
  world: World,
  only: string | null = null,
): Promise<Record<string, number>> => {
  const alerts = await world.db.all(sentOut, { id: only });
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

/**
 * The same as soon as a page is recorded that took the last of an alert, without a look at the others. Where it
 * fails a clock does it.
 * @param moved the counts that the page changed
 */
export const settleEmptied = async (world: World, moved: z.output<typeof moveTally.row>[]): Promise<void> => {
  const emptied = moved.filter(
    ({ sourceKind, state, count }) =>
      sourceKind === 'alert' && count === 0 && (state === 'planned' || state === 'waiting'),
  );
  for (const id of new Set(emptied.map(({ sourceId }) => sourceId)))
    try {
      await settleAlerts(world, id);
    } catch (error) {
      world.log.fault('alert.not_settled', error, { id });
    }
};
