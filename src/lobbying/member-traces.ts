import type { OfficialTraces } from '../legislature/index.ts';
import type { MemberTraces } from '../people/index.ts';
import { officialTracesOf, tracesOf } from './queries.ts';

/** Whether members have left messages, replies or contact reports that must not lose their name. */
export const memberTraces: MemberTraces = (world, memberIds) => world.db.all(tracesOf, { memberIds });

/** Whether officials stand in contact reports, the log, asks or elections. */
export const officialTraces: OfficialTraces = (world, officialIds) =>
  world.db.all(officialTracesOf, { officialIds });
