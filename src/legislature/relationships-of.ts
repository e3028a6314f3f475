import type { RowOf } from '../platform/statement.ts';
import type { World } from '../platform/world.ts';
import { membersKnowing, type officialsKnown } from './queries.ts';

/** A member who knows an official: how (`kind`), how well (`strength` 1 to 3), and who says so. */
export type Relationship = RowOf<typeof membersKnowing>;
/** An official whom a member knows, with the seat held now or last. */
export type OfficialKnown = RowOf<typeof officialsKnown>;

/**
 * Active members who know some officials, of each official who knows them best first.
 * @param regionId only members of this region; null for all
 */
export const relationshipsOf = (
  world: World,
  officialIds: string[],
  regionId: string | null = null,
): Promise<Relationship[]> => world.db.all(membersKnowing, { officialIds, regionId });
