import { withheld, withoutPersonal } from '../platform/personal.ts';
import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { deleteOldJobs, giveUpOldJobs, insertDeadLetters } from './dead-letter-queries.ts';

/** A queue message that was given up. */
export interface DeadLetter {
  id: string;
  queue: 'events' | 'deliveries';
  /** The job's kind, `page`, or `unreadable` for what no version of ours can have written. */
  kind: string;
  body: unknown;
  /** Why its last try failed; null where that is not known. */
  problem: string | null;
  attempts: number;
}

const LONGEST_PROBLEM = 500;
const LONGEST_KIND = 60;
const GIVEN_UP_AFTER_MS = 24 * 3_600_000;

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Stores messages that were given up, so that a person sees them. What is not readable is kept as its size alone. */
export const keepDead = async (world: World, letters: DeadLetter[]): Promise<void> => {
  if (letters.length === 0) return;
  const rows = letters.map((one) => ({
    ...one,
    kind: withheld(one.kind).slice(0, LONGEST_KIND),
    body: one.kind !== 'unreadable' && isObject(one.body) ? withoutPersonal(one.body) : {},
    problem: one.problem === null ? null : withheld(one.problem).slice(0, LONGEST_PROBLEM),
  }));
  await world.db.record([change(insertDeadLetters, { letters: rows, now: world.clock.now() })]);
};

/** Gives up jobs that failed for a day, so that they are handed out no more and a person sees them. @returns how many */
export const giveUpJobs = async (world: World): Promise<number> => {
  const now = world.clock.now();
  const before = now - GIVEN_UP_AFTER_MS;
  const [, gone] = await world.db.record([
    change(giveUpOldJobs, { before, now }),
    change(deleteOldJobs, { before }),
  ]);
  return gone?.changed ?? 0;
};
