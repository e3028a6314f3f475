/** How many segments may go in one period; the second and the minute roll, the day is the carrier's. */
export interface Limit {
  /** Who sets it: `own` or a carrier. */
  by: string;
  period: 'second' | 'minute' | 'day';
  segments: number;
}
export interface Hold {
  until: number;
  reason: string;
  bulkOnly: boolean;
}
/** Leases of late, merged: a bucket counts whole until its youngest member is out of the window. */
interface Bucket {
  from: number;
  to: number;
  segments: number;
}
/** What was leased, and what stands against leasing more. Small whatever is asked: about two hundred buckets. */
export interface Ledger {
  buckets: Bucket[];
  day: string;
  usedToday: number;
  holds: Hold[];
}
export const EMPTY_LEDGER: Ledger = { buckets: [], day: '', usedToday: 0, holds: [] };

/** @param now ms UTC  @param day by the carrier's clock  @param nextDayInMs until that day ends */
export interface Instant {
  now: number;
  day: string;
  nextDayInMs: number;
}

const PERIOD_MS = { second: 1_000, minute: 60_000 } as const;
/** No lease is larger: what one asks for holds nobody else up for long. */
export const LEASE_AT_MOST = 100;
/** Leases closer together than this share a bucket. */
const FINE_MS = 20;
/** A clock set back by less stands still until it has caught up; one set back by more is believed. */
const CLOCK_SLIP_MS = 60_000;
/** Whoever would stand in line longer than this is not put in it: a clock brings them when the line is shorter. */
export const LONGEST_LINE_MS = 5 * 60_000;
/** Of each period so much is kept for people who wait for an answer; of a day no more than they will need. */
const KEPT_FOR_URGENT = 0.1;
const KEPT_OF_A_DAY = 1_000;

/** What bulk may take of a limit, in segments. */
export const bulkShare = ({ period, segments }: Limit): number => {
  const kept = Math.floor(segments * KEPT_FOR_URGENT);
  return segments - (period === 'day' ? Math.min(KEPT_OF_A_DAY, kept) : kept);
};

/**
 * How many segments may go now: for every limit never more than it allows in any window of its period.
 * Promised is what is leased, not when it arrives: a lease that is posted late may crowd the carrier's next
 * second, and there the provider's own queue evens it out.
 * @returns the new ledger, which must be kept before the grant is told; when fewer were granted than asked
 *   for, in how many ms as much as possible of the rest may go; and the instant of the lease, to give back by
 */
export const pace = (
  limits: Limit[],
  ledger: Ledger,
  ask: Instant & { segments: number; urgent: boolean },
): { granted: number; againInMs: number; at: number; ledger: Ledger } => {
  const { now, kept } = upTo(ledger, ask);
  const heldUntil = Math.max(
    now,
    ...kept.holds.filter((one) => !one.bulkOnly || !ask.urgent).map((one) => one.until),
  );
  const share = (limit: Limit) => (ask.urgent ? limit.segments : bulkShare(limit));
  const room = Math.min(...limits.map((limit) => share(limit) - used(limit, kept, now)));
  const granted = heldUntil > now ? 0 : Math.max(0, Math.min(ask.segments, LEASE_AT_MOST, room));
  const next = granted > 0 ? withLease(kept, now, granted) : kept;
  const rest = ask.segments - granted;
  // Waiting for as much as one lease can ever be spares asking again for a little each time.
  const wanted = Math.min(rest, LEASE_AT_MOST, ...limits.map(share));
  const waits = limits.map((limit) => waitFor(limit, share(limit), wanted, next, now, ask));
  return {
    granted,
    againInMs: rest === 0 ? 0 : Math.max(1, heldUntil - ask.now, ...waits),
    at: now,
    ledger: next,
  };
};

/** The ledger without what was leased and then found to have nobody to go to. @param lease.at as `pace` told it */
export const giveBack = (ledger: Ledger, lease: { at: number; segments: number; day: string }): Ledger => {
  const at = ledger.buckets.findIndex((one) => one.from <= lease.at && lease.at <= one.to);
  return {
    ...ledger,
    buckets: ledger.buckets.map((one, no) =>
      no === at ? { ...one, segments: Math.max(0, one.segments - lease.segments) } : one,
    ),
    usedToday: lease.day === ledger.day ? Math.max(0, ledger.usedToday - lease.segments) : ledger.usedToday,
  };
};

/** The ledger with a hold more. Of two of a kind the one that ends later stands. */
export const holdUntil = (ledger: Ledger, hold: Hold): Ledger => {
  const same = ledger.holds.find((one) => one.bulkOnly === hold.bulkOnly);
  return {
    ...ledger,
    holds: [...ledger.holds.filter((one) => one !== same), same && same.until > hold.until ? same : hold],
  };
};

/** What is used of each limit at an instant, and the holds in force. */
export const usageAt = (limits: Limit[], ledger: Ledger, ask: Instant) => {
  const { now, kept } = upTo(ledger, ask);
  return {
    day: kept.day,
    segments: kept.usedToday,
    limits: limits.map((limit) => ({
      by: limit.by,
      period: limit.period,
      limit: limit.segments,
      used: used(limit, kept, now),
    })),
    holds: kept.holds,
  };
};

/** How many segments of bulk a sender does in a second, going on and on, days apart. */
export const bulkPerSecond = (limits: Limit[]): number =>
  Math.min(
    ...limits.map((limit) =>
      limit.period === 'day' ? Infinity : (bulkShare(limit) * 1_000) / PERIOD_MS[limit.period],
    ),
  );

/** The ledger as it stands at an instant: old leases merged or dropped, the day begun anew, holds that are over gone. */
const upTo = (ledger: Ledger, { now: told, day }: Instant): { now: number; kept: Ledger } => {
  const slip = (ledger.buckets.at(-1)?.to ?? told) - told;
  const now = slip > 0 && slip <= CLOCK_SLIP_MS ? told + slip : told;
  const buckets: Bucket[] = [];
  for (const one of ledger.buckets) {
    const bucket = { ...one, from: Math.min(one.from, now), to: Math.min(one.to, now) };
    if (bucket.to <= now - PERIOD_MS.minute || bucket.segments === 0) continue;
    const last = buckets.at(-1);
    const width = bucket.to <= now - PERIOD_MS.second ? PERIOD_MS.second : FINE_MS;
    if (last && bucket.to - last.from < width) {
      last.to = bucket.to;
      last.segments += bucket.segments;
    } else buckets.push(bucket);
  }
  const rolled = day > ledger.day;
  return {
    now,
    kept: {
      buckets,
      day: rolled ? day : ledger.day,
      usedToday: rolled ? 0 : ledger.usedToday,
      holds: ledger.holds.filter((one) => one.until > told),
    },
  };
};

const inWindow = (ledger: Ledger, periodMs: number, now: number) =>
  ledger.buckets.filter((one) => one.to > now - periodMs);

const used = ({ period }: Limit, ledger: Ledger, now: number): number =>
  period === 'day'
    ? ledger.usedToday
    : inWindow(ledger, PERIOD_MS[period], now).reduce((sum, one) => sum + one.segments, 0);

const withLease = (ledger: Ledger, at: number, segments: number): Ledger => ({
  ...ledger,
  buckets: [...ledger.buckets, { from: at, to: at, segments }],
  usedToday: ledger.usedToday + segments,
});

/** In how many ms a limit has room for what is wanted; for a day, for anything. */
const waitFor = (
  limit: Limit,
  share: number,
  wanted: number,
  ledger: Ledger,
  now: number,
  ask: Instant,
): number => {
  let room = share - used(limit, ledger, now);
  if (limit.period === 'day') return room > 0 ? 0 : ask.nextDayInMs;
  if (room >= wanted) return 0;
  const periodMs = PERIOD_MS[limit.period];
  const enough = inWindow(ledger, periodMs, now).find((bucket) => (room += bucket.segments) >= wanted);
  return enough ? enough.to + periodMs - ask.now : 0;
};
