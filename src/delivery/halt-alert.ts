import type { Who } from '../platform/who.ts';
import { must } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { moveAlert } from './launch-queries.ts';

/**
 * Stops an alert by itself; a person lets it go on. Nothing where it is not being sent any more.
 * @param reason for staff, a whole sentence
 */
export const haltAlert = async (
  world: World,
  halt: { id: string; who: Who; reason: string; detail: Record<string, string | number> },
): Promise<boolean> => {
  const { id, who, reason, detail } = halt;
  const done = await world.db.commit({ who, action: 'alert.halt', subject: { kind: 'alert', id }, detail }, [
    must(moveAlert, { id, from: ['sending', 'open'], to: 'halted', reason, closedAt: null }),
  ]);
  return done !== null;
};
