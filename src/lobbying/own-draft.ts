import type { World } from '../platform/world.ts';
import { reportById } from './queries.ts';

/** A member's own draft as their form shows it; null where there is none that waits, or it is not theirs. Reads only. */
export const ownDraft = async (
  world: World,
  memberId: string,
  id: string | undefined,
): Promise<{ id: string; values: Record<string, string> } | null> => {
  const draft = id ? await world.db.first(reportById, { id }) : null;
  if (!draft || draft.state !== 'draft' || draft.memberId !== memberId) return null;
  const { officialId, stance, method, onDate } = draft;
  return {
    id: draft.id,
    values: {
      onDate,
      ...(officialId && { officialId }),
      ...(stance && { stance }),
      ...(method && { method }),
    },
  };
};
