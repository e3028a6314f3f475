import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { alertRows } from './queries.ts';
import { ALERT_STATES, wasLaunched } from './states.ts';

const LAST = '~';

/** Alerts in certain states, newest first. A regional president sees those that are or were out. */
export const listAlerts = view({
  name: 'alert.list',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'],
  input: z.strictObject({
    states: z.array(z.enum(ALERT_STATES, 'This is not a state of an alert.')).default([...ALERT_STATES]),
    cursor: z.string().default(LAST),
    limit: z.int().min(1).max(200).default(50),
  }),
  async run(world, who, { states, cursor, limit }) {
    const regional = who.kind === 'staff' && who.role === 'regional_president';
    const rows = await world.db.all(alertRows, {
      states: regional ? states.filter(wasLaunched) : states,
      before: cursor,
      now: world.clock.now(),
      limit: limit + 1,
    });
    return ok(cutPage(rows, limit, (row) => row.id));
  },
});
