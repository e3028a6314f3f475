import { committeeName, type HearingsAhead } from '../legislature/index.ts';
import { hearingsBetween } from './queries.ts';

/** Hearings from now until an instant, each with the seats of its committee that nobody has spoken with about the bill. */
export const hearingsAhead: HearingsAhead = async (
  world,
  { until, billId = null, committeeId = null, regionId },
) =>
  (
    await world.db.all(hearingsBetween, { from: world.clock.now(), until, billId, committeeId, regionId })
  ).map(({ chamber, ...row }) => ({
    ...row,
    committee: row.committee && committeeName(row.committee, chamber),
    uncovered: JSON.parse(row.uncovered) as string[],
  }));
