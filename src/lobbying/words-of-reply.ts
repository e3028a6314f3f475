import type { World } from '../platform/world.ts';
import { replyForReport } from './queries.ts';

/** What a member wrote, as it came; null where it was erased. */
export const wordsOfReply = async (world: World, replyId: string): Promise<string | null> =>
  (await world.db.first(replyForReport, { replyId }))?.body ?? null;
