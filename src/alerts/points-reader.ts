import { readAs, type Read } from '../platform/together.ts';
import type { World } from '../platform/world.ts';
import { NOBODY, type Reader } from './points-facts.ts';
import { figuresOfDistrict } from './talking-points-queries.ts';

interface Of {
  nces?: string | null;
  memberId?: string | null;
}

/** With whose figures words are read, to be asked together with other reads; null where with nobody's. */
export const readerRead = ({ nces = null, memberId = null }: Of): Read<Reader> | null =>
  nces || memberId
    ? readAs(figuresOfDistrict, { nces, memberId }, (rows) => [
        {
          district: rows[0]?.district ?? null,
          facts: rows.flatMap(({ key, value, asOf, source }) =>
            key !== null && value !== null && asOf !== null && source !== null
              ? [{ key, value, asOf, source }]
              : [],
          ),
        },
      ])
    : null;

/** With whose figures words are read: those of a district, or of a member's district. Nobody's where there is none. */
export const readerOf = async (world: World, of: Of): Promise<Reader> => {
  const [[reader = NOBODY]] = await world.db.together(readerRead(of));
  return reader;
};
