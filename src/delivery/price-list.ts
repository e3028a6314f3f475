import type { PriceList } from '../alerts/index.ts';
import { localDate } from '../platform/days.ts';
import { readAs } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { segmentPrice } from './queries.ts';

/** Prices by date, from the rate table. */
export const priceList: PriceList = {
  smsSegment: (world) =>
    readAs(segmentPrice, { day: localDate(world.clock.now(), 'UTC') }, (rows) =>
      rows.map(({ micros }) => micros),
    ),
};

/** What one text segment costs today, in millionths of a dollar; null when not known. */
export const segmentMicros = async (world: World): Promise<number | null> => {
  const [[micros = null]] = await world.db.together(world.priceList.smsSegment(world));
  return micros;
};
