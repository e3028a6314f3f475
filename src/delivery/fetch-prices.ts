import { change } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { wordOfStatus } from './apply-statuses.ts';
import { correctTry, unpricedTries } from './attempt-queries.ts';
import { IN_FLIGHT, inFlight } from './in-flight.ts';
import { unsettledTexts, wordChanges, type Word } from './result-queries.ts';

const WEEK_MS = 7 * 24 * 3_600_000;
const STUCK_MS = 30 * 60_000;
const MOST = 300;

/**
 * Asks the carrier what texts cost, which no callback tells, and about texts still `accepted` after half an
 * hour, whose callbacks may be lost. Texts of alerts of the last week.
 */
export const fetchPrices = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const texts = await world.db.all(unsettledTexts, {
    launchedAfter: now - WEEK_MS,
    acceptedBefore: now - STUCK_MS,
    limit: MOST,
  });
  const answers = await inFlight(IN_FLIGHT, texts, async ({ id, attempt, providerId }): Promise<Word[]> => {
    try {
      const message = await world.sms.message(providerId ?? '');
      if (!message) return [];
      const word = wordOfStatus({ deliveryId: id, attempt, ...message });
      return [{ ...word, segments: message.segments, priceMicros: message.priceMicros }];
    } catch (error) {
      world.log.fault('price.not_read', error, { id });
      return [];
    }
  });
  const words = answers.flat();
  if (words.length > 0) await world.db.record(wordChanges(words, now));
  await priceEarlierTries(world, now - WEEK_MS);
  return { asked: texts.length, priced: words.filter((word) => word.priceMicros != null).length };
};

/** Earlier tries cost too; what the carrier says of their end now is kept with them. */
const priceEarlierTries = async (world: World, after: number): Promise<void> => {
  const tries = await world.db.all(unpricedTries, { after, limit: MOST });
  const answers = await inFlight(IN_FLIGHT, tries, async ({ id, attempt, providerId }) => {
    try {
      const message = await world.sms.message(providerId);
      if (!message) return [];
      const { state } = wordOfStatus({ deliveryId: id, attempt, ...message });
      const { errorCode: code, priceMicros } = message;
      return [change(correctTry, { id, attempt, state, code, priceMicros })];
    } catch (error) {
      world.log.fault('price.not_read', error, { id });
      return [];
    }
  });
  const corrections = answers.flat();
  if (corrections.length > 0) await world.db.record(corrections);
};
