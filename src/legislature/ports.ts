import type { World } from '../platform/world.ts';

/** A hearing to come, and what of its committee is not covered: seats whose holder nobody has spoken with about the bill. */
export interface HearingAhead {
  id: string;
  billId: string;
  billNumber: string;
  billTitle: string;
  /** ms UTC */
  at: number;
  committeeId: string | null;
  /** "House Education" */
  committee: string | null;
  /** Of the bill's issue in its session. */
  rank: number | null;
  /** The association's. */
  position: 'support' | 'oppose' | 'amend' | 'monitor' | 'neutral' | null;
  /** How many sit on the committee. */
  seats: number;
  /** Ids of the officials nobody has spoken with. */
  uncovered: string[];
  /** Active members who reach one of these; of the region where one limits the reader. */
  reachers: number;
}

/** Knows who has spoken with whom, which is kept above this slice. The nearest hearing first. */
export type HearingsAhead = (
  world: World,
  ask: { until: number; billId?: string | null; committeeId?: string; regionId: string | null },
) => Promise<HearingAhead[]>;

/**
 * Whether something needs officials to stay on record, and what: members who know them, committees, other seats than by
 * these tenures, and what is kept above this slice (contact reports, asks).
 */
export type OfficialTraces = (
  world: World,
  officialIds: string[],
  exceptTenures: string[],
) => Promise<{ officialId: string; trace: string }[]>;

declare module '../platform/world.ts' {
  interface World {
    hearingsAhead: HearingsAhead;
    officialTraces: OfficialTraces;
  }
}
