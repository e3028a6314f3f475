import * as z from 'zod';
import { segmentMicros } from '../delivery/index.ts';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { alertCost } from './alert-cost.ts';
import { estimatedExpenses, measureAlert, settleExpense } from './queries.ts';

/**
 * As the carrier's prices come in, the expenses of closed alerts move from estimate to fact, confirmed ones too:
 * a person confirmed what it was for, the carrier says how much.
 */
export const settleCosts = verb({
  name: 'expense.settle',
  by: ['clock'],
  input: z.strictObject({}),
  run: async (world, who) => {
    const rate = (await segmentMicros(world)) ?? 0;
    let settled = 0;
    for (const { id, alertId, organizationId, amountCents } of await world.db.all(estimatedExpenses, {})) {
      const measured = await world.db.first(measureAlert, { alertId: alertId ?? '', organizationId });
      if (!measured) continue;
      const cost = alertCost(measured, rate);
      if (cost.estimated && cost.amountCents === amountCents) continue;
      await world.db.commit(
        {
          who,
          action: 'expense.settle',
          subject: { kind: 'expense', id },
          detail: { amountCents: cost.amountCents },
        },
        [
          change(settleExpense, {
            id,
            amountCents: cost.amountCents,
            estimated: cost.estimated,
            at: world.clock.now(),
          }),
        ],
      );
      settled += 1;
    }
    return ok({ settled });
  },
});
