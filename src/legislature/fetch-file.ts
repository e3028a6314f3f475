import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { FEED_NAMES, FeedFailure } from '../platform/feeds.ts';
import { ok, unavailable } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { networkSettings } from '../staff/index.ts';
import { fetchedFile } from './fetched-file.ts';
import { noFeedKey } from './fetch-feed.ts';
import { putFetch } from './queries.ts';

/** Asks a service what it tells now, as the file that imports take; nothing is changed but what is known of the try. */
export const fetchFile = verb({
  name: 'feed.fetch_file',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    kind: z.enum(['officials', 'committees']),
    jurisdiction: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters of a state.'),
  }),
  async run(world, who, { kind, jurisdiction }) {
    const feed = world.rosterFeed;
    if (!feed) return noFeedKey;
    const { zone } = await networkSettings(world);
    const today = localDate(world.clock.now(), zone);
    try {
      const file = await fetchedFile(feed, kind, { state: jurisdiction, today });
      return ok({ file, fileName: `${FEED_NAMES[feed.service]}, ${today}` });
    } catch (error) {
      if (!(error instanceof FeedFailure)) throw error;
      await world.db.commit(
        {
          who,
          action: 'feed.fetch_file',
          subject: { kind: 'feed', id: `${jurisdiction}:${kind}` },
          detail: { service: feed.service, worked: false },
        },
        [
          change(putFetch, {
            jurisdiction,
            kind,
            service: feed.service,
            at: world.clock.now(),
            problem: error.message,
          }),
        ],
      );
      return unavailable(error.message);
    }
  },
});
