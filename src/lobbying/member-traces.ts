import type { MemberTraces } from '../people/index.ts';
import { tracesOf } from './queries.ts';

/** Whether members have left messages, replies or contact reports that must not lose their name. */
export const memberTraces: MemberTraces = (world, memberIds) => world.db.all(tracesOf, { memberIds });
