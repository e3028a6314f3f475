import type { LocalDate } from '../platform/days.ts';
import type { World } from '../platform/world.ts';

/**
 * Whether a message to members and others went mainly to members, by the share that the tax rules name on that day
 * (26 CFR 56.4911-5(e)): then it is looked at for each part by itself.
 */
export const mainlyMembers = async (
  world: World,
  { members, nonMembers }: { members: number; nonMembers: number },
  on: LocalDate,
): Promise<boolean> =>
  members > 0 &&
  (nonMembers === 0 ||
    (await world.shareMet(
      world,
      { regime: 'irs', key: 'mixed_audience_share', on },
      members,
      members + nonMembers,
    )));
