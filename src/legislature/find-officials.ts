import type { World } from '../platform/world.ts';
import { matchOfficials, type MatchKind } from './match-officials.ts';
import { memberOfficial, officialsOfMember, type MemberOfficial } from './officials-of.ts';
import { currentOfficials } from './queries.ts';

/** An official whom some words name, and how surely. */
export type FoundOfficial = MemberOfficial & { own: boolean; match: MatchKind };

/**
 * The officials whom a text names ("Sen. Kestrelman", "called ada kestrelman"), the member's own first.
 * Names match whole and exactly, but for case, accents and punctuation. `share` is 0 for those who are not
 * the member's own.
 */
export const findOfficials = async (
  world: World,
  words: string,
  options: { memberId?: string | null } = {},
): Promise<FoundOfficial[]> => {
  const mine = options.memberId ? await officialsOfMember(world, options.memberId) : [];
  const shares = new Map(mine.map((official) => [official.officialId, official.share]));
  const all = await world.db.all(currentOfficials, {});
  const officials = all.map((row) => memberOfficial(row, shares.get(row.officialId) ?? 0));
  return matchOfficials(words, officials, new Set(shares.keys()));
};
