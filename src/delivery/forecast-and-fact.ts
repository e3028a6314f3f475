import type { SendForecast } from '../alerts/index.ts';
import type { AlertCost, Tally } from './tally-of.ts';

/** One side of the comparison: what was foretold, or what came. Nudges are left out. */
export interface Side {
  /** From the launch to the last message; null while it is still going out, or where nothing went. */
  minutes: number | null;
  out: number;
  missed: number;
  segments: number;
  /** In millionths of a dollar; null when no price is known. */
  costMicros: number | null;
}

const MINUTE_MS = 60_000;
const minutesBetween = (from: number | null, to: number | null) =>
  from === null || to === null ? null : Math.ceil(Math.max(0, to - from) / MINUTE_MS);

/**
 * What an approval foretold beside what became of it; null where nothing was foretold.
 * @param times when the alert was launched and when its last message went out, ms UTC; null until then
 * @returns `complete` once every message has its end and every text its price
 */
export const forecastAndFact = (
  foretold: SendForecast | null | undefined,
  times: { launchedAt: number | null; sentOutAt: number | null } | null,
  tally: Tally,
  cost: AlertCost,
): { foretold: Side; fact: Side; complete: boolean } | null => {
  if (!foretold) return null;
  const { sms, email } = tally;
  const failed = (states: Record<string, number>) => states.failed ?? 0;
  const expired = (states: Record<string, number>) => states.expired ?? 0;
  return {
    foretold: {
      minutes: minutesBetween(foretold.startsAt, foretold.lastOutAt),
      out: foretold.inTime,
      missed: foretold.missing,
      segments: foretold.segments,
      costMicros: foretold.costMicros,
    },
    fact: {
      minutes: minutesBetween(times?.launchedAt ?? null, times?.sentOutAt ?? null),
      out: sms.out + email.out + failed(sms.states) + failed(email.states),
      missed: expired(sms.states) + expired(email.states),
      segments: sms.segments,
      costMicros: sms.priceMicros,
    },
    complete: (times?.sentOutAt ?? null) !== null && cost.unpriced === 0,
  };
};
