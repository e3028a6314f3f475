import type { Page, World } from '../platform/world.ts';
import { blockedDeliveries, outsideWindow, overduePages } from './claim-queries.ts';
import { currentHours } from './current-hours.ts';
import { enqueuePages, pagesAround } from './pages-of.ts';
import { placeOf } from './render.ts';
import { wordChanges } from './result-queries.ts';
import { senderOf } from './senders.ts';

const GRACE_MS = 60_000;
const AGAIN_MS = 15 * 60_000;
const MOST_WORDS = 1_000;
const MOST_ROWS = 10_000;

/**
 * Sees that every planned delivery goes on: what may not go any more ends with its reason, what the night has
 * caught waits for the morning, and what the queue has lost is handed to it again.
 */
export const sweepDue = async (world: World): Promise<Record<string, number>> => {
  const now = world.clock.now();
  const hours = (await currentHours(world)).at(now);
  const [blocked, outside] = await Promise.all([
    world.db.all(blockedDeliveries, { now, limit: MOST_WORDS }),
    world.db.all(outsideWindow, { now, shut: hours.shut, clock: hours.clock, limit: MOST_WORDS }),
  ]);
  const ended = new Set(blocked.map((one) => one.id));
  const words = [
    ...blocked.map((one) => ({ ...one, rank: 0 })),
    ...outside
      .filter((one) => !ended.has(one.id))
      .map((one) => ({
        id: one.id,
        attempt: one.attempt,
        state: 'waiting',
        rank: 0,
        dueAt: laterThan(now, hours.of(placeOf(one)).opensAt),
      })),
  ];
  if (words.length > 0) await world.db.record(wordChanges(words, now));
  const due = await world.db.all(overduePages, { now, before: now - GRACE_MS, limit: MOST_ROWS });
  await enqueuePages(world, await callable(world, pagesAround(due)));
  return { ended: blocked.length, waiting: words.length - blocked.length, due: due.length };
};

/** Open for this reader, but not for another one of the same number: asked again in a while. */
const laterThan = (now: number, opensAt: number): number => (opensAt > now ? opensAt : now + AGAIN_MS);

/** Without the bulk of a sender whose line is longer than until this clock rings again, or that is held. */
const callable = async (world: World, pages: Page[]): Promise<Page[]> => {
  const full = new Set<string>();
  for (const channel of ['sms', 'email'] as const) {
    if (!pages.some((page) => page.channel === channel && !page.urgent)) continue;
    if ((await world.pacer.usage(senderOf(channel))).bulkInMs > GRACE_MS) full.add(channel);
  }
  return pages.filter((page) => page.urgent || !full.has(page.channel ?? ''));
};
