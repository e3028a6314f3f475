import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { invalid, ok, type Result } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { KIND_NAMES, KINDS, type KindName } from './kinds.ts';
import { DAY_MS, floorsOf } from './list-retention.ts';

export const days = z
  .int('Give whole days.')
  .min(1, 'At least one day.')
  .max(36_600, 'At most a hundred years.');

/** That so many days are not fewer than what must be kept. */
export const enough = async (world: World, kind: KindName, asked: number): Promise<Result<null>> => {
  const floor = (await floorsOf(world)).get(kind);
  return floor && asked < floor.days
    ? invalid([
        {
          field: 'days',
          message: `At least ${floor.days.toLocaleString('en-US')} days, for the reason above.`,
        },
      ])
    : ok(null);
};

/** What would be removed tonight, if what is older than so many days were: how much, and the day before which it came. */
export const showRemoval = view({
  name: 'retention.show',
  by: ['owner', 'director'],
  input: z.strictObject({ kind: z.enum(KIND_NAMES), days }),
  async run(world, _who, { kind, days: asked }) {
    const fine = await enough(world, kind, asked);
    if (!fine.ok) return fine;
    const before = world.clock.now() - asked * DAY_MS;
    const found = await world.db.first(KINDS[kind].count, { before });
    const { zone } = await networkSettings(world);
    return ok({ kind, days: asked, count: found?.n ?? 0, before: localDate(before, zone) });
  },
});
