import { FEED_NAMES, type RosterFeed } from '../platform/feeds.ts';

export type FetchedKind = 'officials' | 'committees';

/**
 * What a service tells now, as the file that imports take: so a fetch is looked at, confirmed and kept like any file.
 * @param today the day of the data
 * @throws FeedFailure
 */
export const fetchedFile = async (
  feed: RosterFeed,
  kind: FetchedKind,
  ask: { state: string; today: string },
): Promise<string> => {
  const head = { state: ask.state, source: `${FEED_NAMES[feed.service]} API`, snapshot: ask.today };
  return JSON.stringify(
    kind === 'officials'
      ? { ...head, people: await feed.people(ask.state) }
      : { ...head, committees: await feed.committees(ask.state) },
  );
};
