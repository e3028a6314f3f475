import type { World } from '../platform/world.ts';
import { NOBODY, type Reader } from './points-facts.ts';
import { figuresOfDistrict } from './talking-points-queries.ts';

/** With whose figures words are read: those of a district, or of a member's district. Nobody's where there is none. */
export const readerOf = async (
  world: World,
  of: { nces?: string | null; memberId?: string },
): Promise<Reader> => {
  if (!of.nces && !of.memberId) return NOBODY;
  const rows = await world.db.all(figuresOfDistrict, {
    nces: of.nces ?? null,
    memberId: of.memberId ?? null,
  });
  return {
    district: rows[0]?.district ?? null,
    facts: rows.flatMap(({ key, value, asOf, source }) =>
      key !== null && value !== null && asOf !== null && source !== null
        ? [{ key, value, asOf, source }]
        : [],
    ),
  };
};
