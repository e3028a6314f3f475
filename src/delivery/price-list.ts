import type { PriceList } from '../alerts/index.ts';
import { localDate } from '../platform/days.ts';
import { segmentPrice } from './queries.ts';

/** Prices by date, from the rate table. */
export const priceList: PriceList = {
  async smsSegmentMicros(world) {
    const row = await world.db.first(segmentPrice, { day: localDate(world.clock.now(), 'UTC') });
    return row?.micros ?? null;
  },
};
