import type * as z from 'zod';
import { statesFor } from '../alerts/index.ts';
import { must } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { openSentOut, sentOut } from './launch-queries.ts';
import type { moveTally } from './result-queries.ts';

/** Alerts of which nothing is left to send are open: only answers are still to come. */
export const settleAlerts = async (world: World): Promise<Record<string, number>> => {
  const alerts = await world.db.all(sentOut, {});
  for (const { id } of alerts) await settle(world, id);
  return { opened: alerts.length };
};

/**
 * The same as soon as the last of an alert is recorded, without a look at the others. Where it fails a clock does it.
 * @param moved the counts that a record changed
 */
export const settleEmptied = async (world: World, moved: z.output<typeof moveTally.row>[]): Promise<void> => {
  const open = moved.filter(
    ({ sourceKind, state }) => sourceKind === 'alert' && (state === 'planned' || state === 'waiting'),
  );
  for (const [id, counts] of Map.groupBy(open, (one) => one.sourceId)) {
    if (counts.some(({ count }) => count > 0)) continue;
    try {
      await settle(world, id);
    } catch (error) {
      world.log.fault('alert.not_settled', error, { id });
    }
  }
};

/** Opens one alert, unless something of it is left to send. */
const settle = (world: World, id: string) =>
  world.db.commit(
    {
      who: { kind: 'clock', id: 'delivery.settle' },
      action: 'alert.settle',
      subject: { kind: 'alert', id },
      detail: { to: 'open' },
    },
    [must(openSentOut, { id, from: statesFor('settle') })],
  );
