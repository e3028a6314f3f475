import type { WeekLoad } from '../alerts/index.ts';
import { sentSince } from './week-queries.ts';

/** Counted from the deliveries of what went out since then; what was left out, called off or refused is no message. */
export const weekLoad: WeekLoad = {
  since: (world, from) => world.db.all(sentSince, { weekFrom: from }),
};
