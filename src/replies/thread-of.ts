import type { World } from '../platform/world.ts';
import { threadOfMember } from './queries.ts';

/** The id of a member's thread; null where they never wrote. */
export const threadOf = async (world: World, memberId: string): Promise<string | null> =>
  (await world.db.first(threadOfMember, { memberId }))?.id ?? null;
