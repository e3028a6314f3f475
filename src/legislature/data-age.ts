import { daysBetween, localDate, showShortDay } from '../platform/days.ts';
import { FEED_NAMES } from '../platform/feeds.ts';
import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { feeds, fetches } from './queries.ts';

/** How old data are, in words; `old` where a reader should know before relying on them. */
export interface DataAge {
  /** "Aug 5, 2026" */
  of: string;
  old: { title: string; why: string } | null;
}

/** After so many days people and committees are worth another look; after so many where a daily fetch fails. */
const OLD_DAYS = 90;
const FAILING_DAYS = 3;

type Fetch = Pick<RowOf<typeof fetches>, 'service' | 'triedAt' | 'problem'>;

/**
 * How old data of a day are.
 * @param asOf the day of the data  @param fetch how the last fetch went, where there is one after the last import
 */
export const ageOf = (asOf: string, fetch: Fetch | null, now: number, zone: string): DataAge => {
  const of = showShortDay(asOf, { year: true });
  const days = daysBetween(asOf, localDate(now, zone));
  const failing = fetch?.problem ? fetch : null;
  if (days <= (failing ? FAILING_DAYS : OLD_DAYS)) return { of, old: null };
  return {
    of,
    old: {
      title: `These data are of ${of}, ${days} days ago.`,
      why: failing
        ? `The last fetch from ${FEED_NAMES[failing.service]}, on ${showShortDay(localDate(failing.triedAt, zone))}, failed: ${failing.problem}`
        : 'Nobody has brought newer ones since.',
    },
  };
};

/** Tells how old data of a kind about a jurisdiction are; `asOf` of the rows themselves where they have a day of their own. */
export const dataAges = async (world: World, zone: string) => {
  const [imported, fetched] = await Promise.all([world.db.all(feeds, {}), world.db.all(fetches, {})]);
  const now = world.clock.now();
  return (jurisdiction: string, kind: string, asOf?: string): DataAge | null => {
    const feed = imported.find((one) => one.jurisdiction === jurisdiction && one.kind === kind);
    const fetch = fetched.find((one) => one.jurisdiction === jurisdiction && one.kind === kind);
    const day = asOf ?? feed?.asOf;
    if (day === undefined) return null;
    // What was imported after a fetch that failed has mended it.
    const current = fetch && (!feed || fetch.triedAt > feed.importedAt) ? fetch : null;
    return ageOf(day, current, now, zone);
  };
};
