import type { World } from '../platform/world.ts';
import { staleClaims } from './claim-queries.ts';
import { wordChanges, type Word } from './result-queries.ts';
import { senderOf } from './senders.ts';
import { ACCEPTED_RANK } from './status-rank.ts';

/**
 * A claim posts nothing more after one minute, and its last block may take two and a half; after five nobody
 * is at work on it.
 */
const DEAD_MS = 5 * 60_000;
const MOST = 1_000;

/**
 * Takes up claims whose consumer died: what was never released for posting, or provably not taken, is planned
 * again; what the provider had answered is accepted; what may have been posted is unknown, since nobody can tell
 * whether the carrier has it: at most one block.
 */
export const recoverClaims = async (world: World): Promise<Record<string, number>> => {
  const stale = await world.db.all(staleClaims, { before: world.clock.now() - DEAD_MS, limit: MOST });
  const words: Word[] = [];
  for (const claim of new Set(stale.map((one) => `${one.channel}.${one.claimId}`))) {
    const rows = stale.filter((one) => `${one.channel}.${one.claimId}` === claim);
    const [first] = rows;
    if (!first) continue;
    const sender = senderOf(first.channel);
    const released = new Set(await world.pacer.released(sender, first.claimId));
    const told = await world.pacer.told(sender, first.claimId);
    const taken = new Map(told.map((one) => [one.id, one.providerId]));
    words.push(
      ...rows.map(({ id, attempt }): Word => {
        const providerId = taken.get(id);
        if (providerId) return { id, attempt, state: 'accepted', rank: ACCEPTED_RANK, providerId };
        return released.has(id)
          ? { id, attempt, state: 'unknown', rank: 0, reason: 'no_clear_answer' }
          : { id, attempt, state: 'planned', rank: 0, dueAt: world.clock.now() };
      }),
    );
  }
  if (words.length > 0) await world.db.record(wordChanges(words, world.clock.now()));
  const count = (state: string) => words.filter((word) => word.state === state).length;
  return { again: count('planned'), accepted: count('accepted'), unknown: count('unknown') };
};
