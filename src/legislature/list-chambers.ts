import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { OFFICIAL_READERS } from './list-officials.ts';
import { chambersWithSeats, feeds } from './queries.ts';

/** Chambers with their seats counted, and of which day and source the data are. */
export const listChambers = view({
  name: 'chamber.list',
  by: OFFICIAL_READERS,
  input: z.strictObject({}),
  run: async (world) =>
    ok({ data: await world.db.all(chambersWithSeats, {}), feeds: await world.db.all(feeds, {}) }),
});
