import { localDate } from '../platform/days.ts';
import { change, must } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { endSeats, endTenuresOfSeats, fillStatewide, mapsPrepared, openSeats } from './queries.ts';

const CLOCK: Who = { kind: 'clock', id: 'seat.open' };

/** Begins each prepared map on its day: the old one ends, and who held its seats leaves them. Once each. */
export const openMaps = async (world: World): Promise<Record<string, number>> => {
  const { zone } = await networkSettings(world);
  const today = localDate(world.clock.now(), zone);
  const due = (await world.db.all(mapsPrepared, {})).filter(({ on }) => on <= today);
  for (const { chamberId, state, on, seats } of due)
    await world.db.commit(
      {
        who: CLOCK,
        action: 'seat.open',
        subject: { kind: 'chamber', id: chamberId },
        detail: { state, on, seats },
      },
      [
        change(endSeats, { chamberId, state, on }),
        change(endTenuresOfSeats, { chamberId, state, on }),
        must(openSeats, { chamberId, state, on }),
        change(fillStatewide, {}),
      ],
    );
  return { maps: due.length };
};
