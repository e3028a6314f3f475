import type { Db } from '../platform/db.ts';
import { localDate } from '../platform/days.ts';
import type { Limit } from './pace.ts';
import { senderLimits } from './queries.ts';

/** T-Mobile's caps begin anew at midnight Pacific time. */
export const CARRIER_ZONE = 'America/Los_Angeles';
/** A sender that nobody has described yet: an unregistered long code. */
const UNKNOWN_SENDER: Limit[] = [{ by: 'own', period: 'second', segments: 1 }];

/** Every limit that binds a sender at an instant: its own ceilings, and its carriers' for its kind. @param at ms UTC */
export const limitsOf = async (db: Db, senderId: string, at: number): Promise<Limit[]> => {
  const rows = await db.all(senderLimits, { id: senderId, day: localDate(at, CARRIER_ZONE) });
  return rows.length > 0 ? rows : UNKNOWN_SENDER;
};
