import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { KIND_NAMES, KINDS, type KindName } from './kinds.ts';
import { floorRows, openHold, retentionRows } from './retention-queries.ts';

export const DAY_MS = 86_400_000;

/** The fewest days of each kind today, each with the source of the longest. */
export const floorsOf = async (world: World): Promise<Map<KindName, { days: number; source: string }>> => {
  const today = localDate(world.clock.now(), (await networkSettings(world)).zone);
  const rows = await world.db.all(floorRows, { today });
  return new Map(
    KIND_NAMES.map((kind) => [
      kind,
      rows
        .filter((row) => row.kind === kind)
        .reduce((most, row) => (row.days > most.days ? row : most), { days: 1, source: '' }),
    ]),
  );
};

/** Each kind that may go after a time: whether it does, the fewest days, and how much has gone; and the hold, if any. */
export const listRetention = view({
  name: 'retention.list',
  by: ['owner', 'director'],
  input: z.strictObject({}),
  async run(world) {
    const [floors, rows, hold] = [
      await floorsOf(world),
      await world.db.all(retentionRows, {}),
      await world.db.first(openHold, {}),
    ];
    const kinds = KIND_NAMES.map((kind) => {
      const { title, what, things, proposed } = KINDS[kind];
      const row = rows.find((one) => one.kind === kind);
      return {
        kind,
        title,
        what,
        things,
        proposed,
        floor: floors.get(kind) ?? { days: 1, source: '' },
        days: row?.days ?? null,
        ranAt: row?.ranAt ?? null,
        removed: row?.removed ?? 0,
      };
    });
    return ok({ kinds, hold });
  },
});
