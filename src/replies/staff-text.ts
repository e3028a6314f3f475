import type { World } from '../platform/world.ts';

/**
 * Whether a text is a line for the lobbying log, from a phone of the staff: whose it is, or null. A number can be
 * forged, so what comes of it is a draft that waits for the person.
 */
export type StaffText = (
  world: World,
  message: { address: string; text: string; at: number },
) => Promise<{ staffId: string } | null>;

declare module '../platform/world.ts' {
  interface World {
    staffText: StaffText;
  }
}
