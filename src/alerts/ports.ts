import type { World } from '../platform/world.ts';

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

declare module '../platform/world.ts' {
  interface World {
    audienceSource: AudienceSource;
    priceList: PriceList;
  }
}
