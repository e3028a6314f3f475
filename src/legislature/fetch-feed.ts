import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { FEED_NAMES, FeedFailure, type FeedService } from '../platform/feeds.ts';
import { ok, refused, unavailable, type Result } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { fetchBills } from './fetch-bills.ts';
import { fetchedFile, type FetchedKind } from './fetched-file.ts';
import { importCommittees } from './import-committees.ts';
import { importOfficials } from './import-officials.ts';
import { putFetch } from './queries.ts';
import type { Refresh } from './refresh.ts';

/** A fetch by itself changes no more than this part of what is there, so that a service's bad day empties no house. */
const MOST_GONE = 0.1;
const FEW = 5;

export const noFeedKey = refused(
  'no-feed-key',
  'The network has no key for a service of such data. The operating guide says which setting to make; a file can be imported at any time.',
);

/**
 * Fetches one kind of data of a jurisdiction from its service now. What fails leaves everything as it was, and is
 * kept with its reason for the pages. Many people leaving at once, as after an election, wait for a person to look.
 * @returns how many rows are new or changed
 */
export const fetchFeed = verb({
  name: 'feed.fetch',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    kind: z.enum(['officials', 'committees', 'bills']),
    /** Two capital letters of a state, or US. */
    jurisdiction: z.string().regex(/^[A-Z]{2}$/, 'Two capital letters of a state, or US.'),
  }),
  async run(world, who, { kind, jurisdiction }) {
    const service = kind === 'bills' ? world.billFeed?.service : world.rosterFeed?.service;
    if (!service) return noFeedKey;
    const done = await attempt(world, who, kind, jurisdiction, service);
    await world.db.commit(
      {
        who,
        action: 'feed.fetch',
        subject: { kind: 'feed', id: `${jurisdiction}:${kind}` },
        detail: { service, worked: done.ok, ...(done.ok && { changed: done.value.changed }) },
      },
      [
        change(putFetch, {
          jurisdiction,
          kind,
          service,
          at: world.clock.now(),
          problem: done.ok ? null : done.problem.message.slice(0, 500),
        }),
      ],
    );
    return done;
  },
});

const attempt = async (
  world: World,
  who: Who,
  kind: FetchedKind | 'bills',
  jurisdiction: string,
  service: FeedService,
): Promise<Result<{ changed: number }>> => {
  try {
    if (kind !== 'bills') return await takeRoster(world, who, kind, jurisdiction);
    if (!world.billFeed) return ok({ changed: 0 });
    return ok({ changed: (await fetchBills(world, who, world.billFeed, jurisdiction)).changed });
  } catch (error) {
    if (error instanceof FeedFailure) return unavailable(error.message);
    world.log.fault('feed.failed', error, { kind, jurisdiction, service });
    return unavailable(`What ${FEED_NAMES[service]} told could not be taken in.`);
  }
};

const takeRoster = async (
  world: World,
  who: Who,
  kind: FetchedKind,
  state: string,
): Promise<Result<{ changed: number }>> => {
  const feed = world.rosterFeed;
  if (!feed) return ok({ changed: 0 });
  const { zone } = await networkSettings(world);
  const file = await fetchedFile(feed, kind, { state, today: localDate(world.clock.now(), zone) });
  const take = (dryRun: boolean) =>
    kind === 'officials'
      ? importOfficials(world, who, { file, dryRun })
      : importCommittees(world, who, { file, dryRun, acceptGoodRows: true });
  const seen = await take(true);
  if (!seen.ok) return seen;
  const held = heldBack(seen.value);
  if (held) return refused('many-leave', held);
  const done = await take(false);
  return done.ok ? ok({ changed: done.value.created + done.value.updated + done.value.removed }) : done;
};

/** Why a fetch waits for a person, or null: too much of what is there would go at once. */
const heldBack = ({ kind, updated, unchanged, removed }: Refresh): string | null => {
  const there = unchanged + updated + removed;
  if (removed <= FEW || removed <= there * MOST_GONE) return null;
  return kind === 'officials'
    ? `${removed} people would leave their seats at once. Look at what would change, and confirm it.`
    : `${removed} memberships of committees would end at once. Look at what would change, and confirm it.`;
};
