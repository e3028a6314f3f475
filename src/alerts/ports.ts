import type { Read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import type { Audience } from './audience.ts';

/** Knows answers, which are kept above this slice. */
export interface AudienceSource {
  /** Ids of the members who chose one of the options of an alert, or who were asked and have not answered. */
  membersByAnswer(world: World, ask: { alertId: string; options: number[] | 'none' }): Promise<string[]>;
}

/** Knows prices, which are kept above this slice. */
export interface PriceList {
  /** What one text segment costs today, carrier fees included, in millionths of a dollar; no row when not known. */
  smsSegment(world: World): Read<number>;
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

/** What a checklist found in an alert. Only what is held keeps it from going out; the rest is for people to weigh. */
export interface Finding {
  id: string;
  tone: 'held' | 'warn' | 'note';
  /** The words that it is about, as written; null where it is about the whole. */
  words: string | null;
  /** A sentence or two: why it matters, and what to do. */
  why: string;
  /** The page of the guidance that says more. */
  guidance: string | null;
}
/** An alert as the checklist reads it. Counts are of people it would reach. */
export interface WordingToCheck {
  organizationId: string;
  /** When it would go out, ms UTC: the law of that day is read. */
  startsAt: number;
  kind: string;
  /** What staff wrote on the channels in use, the questions included. */
  text: string;
  /** The text message as it would go out; empty where none is sent. */
  sms: string;
  shortName: string;
  hasBill: boolean;
  ballotIssue: boolean;
  members: number;
  nonMembers: number;
}
/** Knows what the law makes of words, which is kept above this slice. */
export interface WordingChecklist {
  check(world: World, wording: WordingToCheck): Promise<Finding[]>;
}

/** Knows what went out, which is kept above this slice. */
export interface WeekLoad {
  /** How many alerts and nudges each member was sent since an instant (ms UTC); by text and email counts once. */
  since(world: World, from: number): Promise<{ memberId: string; messages: number }[]>;
}

declare module '../platform/world.ts' {
  interface World {
    audienceSource: AudienceSource;
    priceList: PriceList;
    forecast: Forecast;
    weekLoad: WeekLoad;
    wordingChecklist: WordingChecklist;
  }
}
