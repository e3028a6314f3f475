import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { KEPT_MS } from './idempotency.ts';
import { forgetRequestsBefore } from './queries.ts';

/** Clocks of the API: answers kept for idempotency keys go after 24 hours. */
export const apiClocks = {
  quarter: {
    'idempotency.forget': async (world: World) => {
      const [done] = await world.db.record([
        change(forgetRequestsBefore, { before: world.clock.now() - KEPT_MS }),
      ]);
      return { forgotten: done?.changed ?? 0 };
    },
  },
};
