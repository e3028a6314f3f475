import { must } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { KIND_NAMES, KINDS, type KindName } from './kinds.ts';
import { DAY_MS, floorsOf } from './list-retention.ts';
import { noteRemoved, openHold, retentionRows } from './retention-queries.ts';

const CLOCK: Who = { kind: 'clock', id: 'retention.remove' };
const LOT = 250;
/** At most so many lots of a kind in a night; the rest goes the next. */
const LOTS = 40;

/**
 * Removes what is older than a person allowed, lot by lot; each lot is one commit with its count in the journal. What
 * must be kept longer by now is kept, whatever was set; while a hold is open nothing goes.
 */
export const removeOld = async (world: World): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {};
  if (await world.db.first(openHold, {})) return counts;
  const floors = await floorsOf(world);
  for (const { kind, days } of await world.db.all(retentionRows, {})) {
    const known = KIND_NAMES.find((name) => name === kind);
    if (known) counts[kind] = await removeKind(world, known, days, floors.get(known)?.days ?? days);
  }
  return counts;
};

const removeKind = async (world: World, kind: KindName, days: number, floor: number): Promise<number> => {
  const now = world.clock.now();
  const before = now - Math.max(days, floor) * DAY_MS;
  let removed = 0;
  for (const { find, remove } of KINDS[kind].from) {
    for (let no = 0; no < LOTS; no += 1) {
      const lot = await world.db.all(find, { before, limit: LOT });
      if (lot.length === 0 || (await world.db.first(openHold, {}))) break;
      for (const { rawKey } of lot) if (rawKey) await world.files.remove(rawKey);
      const done = await world.db.commit(
        {
          who: CLOCK,
          action: 'retention.remove',
          subject: { kind: 'retention', id: kind },
          detail: { removed: lot.length, days },
        },
        [
          must(noteRemoved, { kind, days, now, removed: lot.length }),
          ...remove({ before, ids: lot.map(({ id }) => id) }),
        ],
      );
      if (!done) break;
      removed += lot.length;
    }
  }
  return removed;
};
