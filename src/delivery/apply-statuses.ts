import * as z from 'zod';
import type { World } from '../platform/world.ts';
import { codeInWords } from './carrier-codes.ts';
import { followUp } from './follow-up.ts';
import { wordChanges, type Word } from './result-queries.ts';
import { outranking, textStatus } from './status-rank.ts';

/** A verified status callback: the delivery and attempt that its address named, and what it said. */
export const statusEvent = z.object({
  deliveryId: z.number(),
  attempt: z.number(),
  providerId: z.string(),
  status: z.string(),
  errorCode: z.string().nullable(),
});
export type StatusEvent = z.output<typeof statusEvent>;

/** What one report says about an attempt. */
export const wordOfStatus = (event: StatusEvent): Word => {
  const { state, rank } = textStatus(event.status);
  const lost = state === 'failed' || state === 'undelivered';
  return {
    id: event.deliveryId,
    attempt: event.attempt,
    state,
    rank,
    providerId: event.providerId,
    code: event.errorCode,
    reason: lost ? (codeInWords(event.errorCode ?? '') ?? 'The carrier gave no reason') : null,
  };
};

/** Whether something may follow from a word. */
export const failed = ({ state }: Word): boolean =>
  state === 'failed' || state === 'undelivered' || state === 'unconfirmed';

/**
 * Applies status callbacks, many in two statements. Their order and repetition cannot matter: of two words
 * about an attempt the one of higher rank holds. A report may come before its text was recorded as accepted.
 */
export const applyStatuses = async (world: World, events: unknown[]): Promise<void> => {
  const read = events.flatMap((event) => statusEvent.safeParse(event).data ?? []);
  if (read.length < events.length)
    world.log.info('status.not_understood', { events: events.length - read.length });
  for (const { status, deliveryId } of read) {
    if (!textStatus(status).known) world.log.info('status.unknown', { status, deliveryId });
  }
  if (read.length === 0) return;
  const words = outranking(read.map(wordOfStatus));
  const now = world.clock.now();
  await world.db.record(wordChanges(words, now));
  if (words.some(failed)) await followUp(world, now);
};
