import type { World } from '../platform/world.ts';
import type { Audience } from './audience.ts';

/** Knows answers, which are kept above this slice. */
export interface AudienceSource {
  /** Ids of the members who chose one of the options of an alert, or who were asked and have not answered. */
  membersByAnswer(world: World, ask: { alertId: string; options: number[] | 'none' }): Promise<string[]>;
}

/** Knows prices, which are kept above this slice. */
export interface PriceList {
  /** What one text segment costs today, carrier fees included, in millionths of a dollar; null when not known. */
  smsSegmentMicros(world: World): Promise<number | null>;
}

/** What would become of a send that begins at an instant: times in ms UTC, counts of messages. */
export interface SendForecast {
  startsAt: number;
  deadlineAt: number;
  texts: number;
  mails: number;
  segments: number;
  /** At the longest text for everybody; null when no price is known. */
  costMicros: number | null;
  /** Whole minutes of sending at the slowest limit, the hours in which nothing may go out left aside. */
  minutes: number;
  /** What each limit on texts alone would take. */
  limits: { by: string; period: 'second' | 'minute' | 'day'; limit: number; minutes: number }[];
  tightest: { by: string; period: 'second' | 'minute' | 'day'; limit: number } | null;
  /** When the last of those in time goes out. */
  lastOutAt: number | null;
  inTime: number;
  /** In time, but not on the day on which it starts. */
  later: number;
  /** Not before the deadline, so never. */
  missing: number;
}

/** Knows how fast and in which hours messages go, which is kept above this slice. */
export interface Forecast {
  /** @param ask.audience resolved  @param ask.segments of the longest text  @param ask.alike all read the same words */
  of(
    world: World,
    ask: {
      audience: Audience;
      sms: boolean;
      email: boolean;
      segments: number;
      alike: boolean;
      startsAt: number;
      deadlineAt: number;
    },
  ): Promise<SendForecast>;
}

declare module '../platform/world.ts' {
  interface World {
    audienceSource: AudienceSource;
    priceList: PriceList;
    forecast: Forecast;
  }
}
