import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { statesIn } from './hours.ts';
import { hoursRows } from './hours-queries.ts';
import { weekOf } from './hours-words.ts';

/**
 * The hours in which texts go out: for the network and for each state that has its own, as they are today and by
 * which rows, with what persons have set.
 */
export const listHours = view({
  name: 'window.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  async run(world) {
    const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
    const rows = await world.db.all(hoursRows, {});
    const rules = rows.filter((row) => row.setBy === null);
    return ok({
      today,
      network: weekOf(rows, '*', today),
      networkRows: rules.filter((row) => row.state === '*'),
      states: statesIn(rows.filter((row) => row.toOn === null || row.toOn >= today)).map((state) => ({
        state,
        week: weekOf(rows, state, today),
        rows: rules.filter((row) => row.state === state),
      })),
      overrides: rows
        .filter((row) => row.setBy !== null && (row.toOn === null || row.toOn >= row.fromOn))
        .map((row) => ({ ...row, ended: row.toOn !== null && row.toOn < today, begun: row.fromOn <= today })),
    });
  },
});
