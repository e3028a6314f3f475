import type { Outcome } from '../platform/world.ts';
import { classOf, codeInWords, type CodeClass } from './carrier-codes.ts';
import type { Word } from './result-queries.ts';
import { ACCEPTED_RANK, FAILED_RANK } from './status-rank.ts';

const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

/**
 * When to try again what the carrier provably did not take. The pause doubles with each attempt; the id
 * spreads a block of refusals over a second, so that they do not all come back at once.
 */
const pauseMs = (attempt: number, id: number, asked: number | null): number =>
  (asked ?? Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1))) + (id % 10) * 100;

/**
 * What the answer to one POST makes of a delivery. Only an answer that proves that nothing was taken leads
 * back to `planned`; an unclear one is `unknown`, and never sent again by itself.
 * @returns the word to record, and what else the code asks for
 */
export const wordOf = (
  one: { id: number; attempt: number },
  outcome: Outcome,
  now: number,
): { word: Word; asks: CodeClass | 'unknown' | null } => {
  const { id, attempt } = one;
  switch (outcome.kind) {
    case 'accepted':
      return {
        word: {
          id,
          attempt,
          state: 'accepted',
          rank: ACCEPTED_RANK,
          providerId: outcome.providerId,
          segments: outcome.segments,
        },
        asks: null,
      };
    case 'retry':
      return { word: again(one, outcome.code, now + pauseMs(attempt, id, outcome.afterMs)), asks: 'later' };
    case 'unknown':
      return {
        word: { id, attempt, state: 'unknown', rank: 0, reason: 'no_clear_answer', code: outcome.reason },
        asks: null,
      };
    case 'refused': {
      const asks = classOf(outcome.code);
      if (asks === 'later') return { word: again(one, outcome.code, now + pauseMs(attempt, id, null)), asks };
      // Nothing is wrong with this person: they wait until our account is put right.
      if (asks === 'halt') return { word: again(one, outcome.code, now + pauseMs(attempt, id, null)), asks };
      if (asks === 'stopped')
        return {
          word: { id, attempt, state: 'skipped', rank: FAILED_RANK, reason: 'stopped', code: outcome.code },
          asks,
        };
      return {
        word: {
          id,
          attempt,
          state: 'failed',
          rank: FAILED_RANK,
          reason: codeInWords(outcome.code) ?? 'Refused by the carrier',
          code: outcome.code,
        },
        asks,
      };
    }
  }
};

const again = (one: { id: number; attempt: number }, code: string, dueAt: number): Word => ({
  id: one.id,
  attempt: one.attempt,
  state: 'planned',
  rank: 0,
  reason: null,
  code,
  dueAt,
});
