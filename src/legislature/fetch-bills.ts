import { instantOf, localDate } from '../platform/days.ts';
import { FEED_NAMES, type BillFeed, type FeedBill } from '../platform/feeds.ts';
import { change, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { committeeNamed } from './committee-named.ts';
import {
  committeesNow,
  dropFeedEvents,
  followedBills,
  followStatus,
  putBillFeed,
  putFeedEvents,
} from './queries.ts';

/** Where the service tells no hour, the day begins for people. */
const MORNING = '08:00';
const MOST_NOTE = 500;
const MOST_STATUS = 120;
const CAPITOL_ZONE = 'America/New_York';

type Followed = Awaited<ReturnType<typeof followed>>[number];
const followed = (world: World, jurisdiction: string, today: string) =>
  world.db.all(followedBills, { jurisdiction, today });

/**
 * Brings the bills that the network follows in a jurisdiction to what a service tells: status, actions, votes and
 * hearings. What staff wrote stays: their events, and a status that is not the service's own.
 * @returns how many are followed and how many had changed
 * @throws FeedFailure where the service gives nothing; what was taken before stays
 */
export const fetchBills = async (
  world: World,
  who: Who,
  feed: BillFeed,
  jurisdiction: string,
): Promise<{ followed: number; changed: number }> => {
  const zone = jurisdiction === 'US' ? CAPITOL_ZONE : (await networkSettings(world)).zone;
  const bills = await followed(world, jurisdiction, localDate(world.clock.now(), zone));
  const committees = await world.db.all(committeesNow, { jurisdiction });
  let changed = 0;
  for (const [, session] of Map.groupBy(bills, (one) => one.sessionId)) {
    const [first] = session;
    if (!first) continue;
    const told = await feed.changed({
      jurisdiction,
      special: first.sessionKind === 'special',
      startsOn: first.startsOn,
      known: session.map(({ number, changeHash }) => ({ number, changeHash })),
    });
    const pairs = told.flatMap((one) => {
      const ours = session.find(({ number }) => number === one.number);
      return ours ? [{ ours, told: one }] : [];
    });
    changed += pairs.length;
    if (pairs.length > 0)
      await world.db.commit(
        {
          who,
          action: 'feed.fetch',
          subject: { kind: 'feed', id: `${jurisdiction}:bills` },
          detail: { service: feed.service, bills: pairs.map(({ ours }) => ours.id) },
        },
        pairs.flatMap(({ ours, told: bill }) => changesOf(world, feed, zone, committees, ours, bill)),
      );
  }
  return { followed: bills.length, changed };
};

const changesOf = (
  world: World,
  feed: BillFeed,
  zone: string,
  committees: Parameters<typeof committeeNamed>[1],
  ours: Followed,
  bill: FeedBill,
): Change[] => {
  const { serviceId, changeHash, statusOn, url } = bill;
  const status = bill.status.slice(0, MOST_STATUS);
  const billId = ours.id;
  return [
    change(followStatus, { billId, status, statusOn }),
    change(putBillFeed, {
      billId,
      service: feed.service,
      serviceId,
      changeHash,
      status,
      statusOn,
      url,
      at: world.clock.now(),
    }),
    change(dropFeedEvents, { billId, keys: bill.events.map(({ key }) => key) }),
    change(putFeedEvents, {
      billId,
      source: FEED_NAMES[feed.service],
      events: bill.events.map(({ key, kind, on, time, note }) => ({
        id: world.ids.next(),
        key,
        kind,
        at: instantOf(on, time ?? MORNING, zone),
        committeeId: kind === 'hearing' ? committeeNamed(note, committees) : null,
        note: (kind === 'hearing' && time === null ? `${note}. The hour is not told` : note).slice(
          0,
          MOST_NOTE,
        ),
      })),
    }),
  ];
};
