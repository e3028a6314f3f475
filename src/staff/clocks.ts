import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { deleteOldCodes, deleteOldSignIns, deleteOldTries } from './queries.ts';
import { CODE_MINUTES } from './sign-in-rules.ts';

/** Removes sign-ins, codes and counted tries past their time. Safe to run at any time, and twice. */
export const sweepSignIns = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const [signIns, codes, tries] = await world.db.record([
    change(deleteOldSignIns, { now }),
    change(deleteOldCodes, { now }),
    change(deleteOldTries, { before: now - CODE_MINUTES * 60_000 }),
  ]);
  return { signIns: signIns?.changed ?? 0, codes: codes?.changed ?? 0, tries: tries?.changed ?? 0 };
};

export const staffClocks = { daily: { 'sign-in.sweep': sweepSignIns } };
