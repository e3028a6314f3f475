import type { World } from '../platform/world.ts';
import { draftCount, stancesOnBill } from './queries.ts';

/** The latest confirmed stance of each official on a bill, who heard it and when. */
export const stancesOn = (world: World, billId: string) => world.db.all(stancesOnBill, { billId });

/** How many draft contact reports wait for a person, in a region or everywhere. */
export const waitingReports = async (world: World, regionId: string | null): Promise<number> =>
  (await world.db.first(draftCount, { regionId }))?.count ?? 0;
