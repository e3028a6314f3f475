/** What a sender may send, in segments. */
export interface Limits {
  perSecond: number;
  perDay: number | null;
}
/** What was leased: the last second one by one, and the sum of the carrier's day. */
export interface PaceLedger {
  leases: { at: number; segments: number }[];
  day: string;
  usedToday: number;
}
export const EMPTY_LEDGER: PaceLedger = { leases: [], day: '', usedToday: 0 };

const SECOND_MS = 1000;
/** A tenth of each second is kept for people who are waiting for an answer. */
const KEPT_FOR_URGENT = 0.1;

/**
 * How many segments may go now: never more than the limit within any one second, nor within the day.
 * @param ask.now ms UTC
 * @param ask.day the day by the carrier's clock; its change empties the day's count
 * @param ask.nextDayInMs until that day ends
 * @returns the new ledger, which must be kept before the grant is told
 */
export const pace = (
  limits: Limits,
  ledger: PaceLedger,
  ask: { segments: number; urgent: boolean; now: number; day: string; nextDayInMs: number },
): { granted: number; againInMs: number; ledger: PaceLedger } => {
  const leases = ledger.leases.filter((one) => one.at > ask.now - SECOND_MS);
  const usedToday = ledger.day === ask.day ? ledger.usedToday : 0;
  const kept = ask.urgent ? 0 : Math.floor(limits.perSecond * KEPT_FOR_URGENT);
  const inSecond = limits.perSecond - kept - leases.reduce((sum, one) => sum + one.segments, 0);
  const inDay = limits.perDay === null ? Infinity : limits.perDay - usedToday;
  const granted = Math.max(0, Math.min(ask.segments, inSecond, inDay));
  const oldest = leases[0]?.at ?? ask.now;
  const againInMs =
    granted === ask.segments
      ? 0
      : inDay <= granted
        ? ask.nextDayInMs
        : Math.max(1, oldest + SECOND_MS - ask.now);
  return {
    granted,
    againInMs,
    ledger: {
      leases: granted > 0 ? [...leases, { at: ask.now, segments: granted }] : leases,
      day: ask.day,
      usedToday: usedToday + granted,
    },
  };
};
