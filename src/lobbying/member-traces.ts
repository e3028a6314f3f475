import type { OfficialTraces } from '../legislature/index.ts';
import type { MemberTraces } from '../people/index.ts';
import { officialTracesOf, tracesOf } from './queries.ts';

/** Whether members have left messages, replies or contact reports that must not lose their name. */
export const memberTraces: MemberTraces = (world, memberIds) => world.db.all(tracesOf, { memberIds });

/** What needs officials to stay on record: who knows them, where they sit, and contact reports, the log, asks, elections. */
export const officialTraces: OfficialTraces = (world, officialIds, exceptTenures) =>
  world.db.all(officialTracesOf, { officialIds, exceptTenures });
