import type { World } from '../platform/world.ts';

/**
 * What people asks of the slices above: whether members have left traces there that must not lose their
 * name (deliveries, answers, contact reports). Answers with those who have, and what in a few words.
 */
export type MemberTraces = (
  world: World,
  memberIds: string[],
) => Promise<{ memberId: string; trace: string }[]>;

declare module '../platform/world.ts' {
  interface World {
    /** Not bound where the slices above are not there: then nobody has left traces. */
    memberTraces?: MemberTraces;
  }
}
