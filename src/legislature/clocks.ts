import { localDate } from '../platform/days.ts';
import { change } from '../platform/statement.ts';
import { SYSTEM } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { fetchFeed } from './fetch-feed.ts';
import { openMaps } from './open-maps.ts';
import { fillStatewide, jurisdictionsFollowed } from './queries.ts';

/** Gives school districts that were imported since then the senators of their state. */
const reachStatewide = async (world: World): Promise<Record<string, number>> => {
  const [filled] = await world.db.record([change(fillStatewide, {})]);
  return { districtsReached: filled?.changed ?? 0 };
};

/** Orders the day's fetches, each a job of its own: one that is slow or fails holds nothing up. */
const orderFetches = async (world: World): Promise<Record<string, number>> => {
  if (!world.rosterFeed && !world.billFeed) return { fetches: 0 };
  const { state, zone } = await networkSettings(world);
  const today = localDate(world.clock.now(), zone);
  const followed = world.billFeed ? await world.db.all(jurisdictionsFollowed, { today }) : [];
  const orders = [
    ...(world.rosterFeed ? ['officials', 'committees'].map((kind) => ({ kind, jurisdiction: state })) : []),
    ...followed.map(({ jurisdiction }) => ({ kind: 'bills', jurisdiction })),
  ];
  if (orders.length > 0)
    await world.db.commit(
      {
        who: { kind: 'clock', id: 'feed.order' },
        action: 'feed.order',
        subject: { kind: 'feed', id: state },
        detail: { fetches: orders.length },
      },
      [],
      orders.map((body) => ({ kind: 'feed.fetch', body })),
    );
  return { fetches: orders.length };
};

/** What the clocks start here. */
export const legislatureClocks = {
  quarter: { 'reach.statewide': reachStatewide },
  daily: { 'seat.open': openMaps, 'feed.order': orderFetches },
};

/** Background work of this slice by kind. A fetch that fails is kept with its reason, and not tried again that day. */
export const legislatureJobs = {
  'feed.fetch': (world: World, body: Record<string, string | number | null>) =>
    fetchFeed(world, SYSTEM, { kind: body.kind as never, jurisdiction: String(body.jurisdiction) }),
};
