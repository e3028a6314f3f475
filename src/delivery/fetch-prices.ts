import { change } from '../platform/statement.ts';
import type { ListedSms, World } from '../platform/world.ts';
import { wordOfStatus } from './apply-statuses.ts';
import { correctTry, unpricedTries } from './attempt-queries.ts';
import { IN_FLIGHT, inFlight } from './in-flight.ts';
import { unsettledTexts, wordChanges, type Word } from './result-queries.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const STUCK_MS = 30 * MINUTE_MS;
/**
 * How long after its last text an alert is asked about each time, once an hour, and once a day. Nothing tells without
 * reading all its rows whether a price is missing: so often that this is a hundredth of what its sending costs.
 */
const EACH_TIME_MS = 6 * HOUR_MS;
const HOURLY_MS = 7 * DAY_MS;
const LONGEST_MS = 60 * DAY_MS;
/** After so long a text that did not arrive and has no price was never charged. */
const NEVER_CHARGED_MS = 3 * DAY_MS;
/** Texts looked at in one run, and of those looked up one by one. */
const MOST = 5_000;
const MOST_ALONE = 300;
/** Fewer than this in a stretch of time are asked for one by one. */
const WORTH_A_LIST = 20;
const WORDS_AT_ONCE = 500;

interface Unsettled {
  id: number;
  attempt: number;
  providerId: string | null;
  claimedAt: number;
}

/**
 * Asks the carrier what texts cost, which no callback tells, and about texts still `accepted` after half an
 * hour, whose callbacks may be lost. Reads the carrier's list of the time, a thousand a page, and asks alone only
 * for the few that are not on it.
 */
export const fetchPrices = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const quarter = Math.floor(now / (15 * MINUTE_MS));
  const back = quarter % 96 === 0 ? LONGEST_MS : quarter % 4 === 0 ? HOURLY_MS : EACH_TIME_MS;
  const texts = await world.db.all(unsettledTexts, {
    sentAfter: now - back,
    launchedAfter: now - LONGEST_MS,
    acceptedBefore: now - STUCK_MS,
    limit: MOST,
  });
  const told = await messagesOf(world, texts);
  const words = texts.flatMap((one): Word[] => {
    const message = told.get(one.providerId ?? '');
    return message ? [priced(one, message, now)] : [];
  });
  for (let at = 0; at < words.length; at += WORDS_AT_ONCE)
    await world.db.record(wordChanges(words.slice(at, at + WORDS_AT_ONCE), now));
  await priceEarlierTries(world, now - back);
  return { asked: texts.length, priced: words.filter((word) => word.priceMicros != null).length };
};

/** The word of the carrier about a text, with its price, or with none to pay where it was never charged. */
const priced = (one: Unsettled, message: ListedSms, now: number): Word => {
  const word = wordOfStatus({ deliveryId: one.id, attempt: one.attempt, ...message });
  const ended = word.state === 'failed' || word.state === 'undelivered';
  const free = ended && now - one.claimedAt > NEVER_CHARGED_MS;
  return {
    ...word,
    segments: message.segments ?? null,
    priceMicros: message.priceMicros ?? (free ? 0 : null),
  };
};

/** What the carrier says of these texts, by its id for each. */
const messagesOf = async (world: World, texts: Unsettled[]): Promise<Map<string, ListedSms>> => {
  const found = new Map<string, ListedSms>();
  for (const stretch of stretchesOf(texts)) {
    if (stretch.length < WORTH_A_LIST) continue;
    try {
      const times = stretch.map((one) => one.claimedAt);
      const listed = await world.sms.list({
        sentAfter: Math.min(...times) - MINUTE_MS,
        sentBefore: Math.max(...times) + HOUR_MS,
      });
      for (const message of listed) found.set(message.providerId, message);
    } catch (error) {
      world.log.fault('price.not_read', error, { texts: stretch.length });
    }
  }
  const alone = texts.filter((one) => !found.has(one.providerId ?? '')).slice(0, MOST_ALONE);
  const answers = await inFlight(IN_FLIGHT, alone, async ({ id, providerId }) => {
    try {
      return await world.sms.message(providerId ?? '');
    } catch (error) {
      world.log.fault('price.not_read', error, { id });
      return null;
    }
  });
  for (const message of answers) if (message) found.set(message.providerId, message);
  return found;
};

/** Texts in stretches of time without an hour's gap, the newest first. */
const stretchesOf = (texts: Unsettled[]): Unsettled[][] => {
  const stretches: Unsettled[][] = [];
  for (const one of texts.toSorted((a, b) => b.claimedAt - a.claimedAt)) {
    const last = stretches.at(-1);
    if (last && (last.at(-1)?.claimedAt ?? 0) - one.claimedAt < HOUR_MS) last.push(one);
    else stretches.push([one]);
  }
  return stretches;
};

/** Earlier tries cost too; what the carrier says of their end now is kept with them. */
const priceEarlierTries = async (world: World, after: number): Promise<void> => {
  const tries = await world.db.all(unpricedTries, { after, limit: MOST_ALONE });
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
