import * as z from 'zod';
import type { Allowed } from '../platform/who.ts';
import { RELATIONSHIP_KINDS } from './relationship-kinds.ts';

/** Who may write down who knows whom; a regional president, of the region's members. */
export const RELATIONSHIP_KEEPERS: Allowed[] = [
  'owner',
  'director',
  'coordinator',
  'staff',
  'regional_president',
];

const YEAR = 'A year of four digits, for example 2011.';

/** How a member knows an official. */
export const relationshipFields = {
  kind: z.enum(RELATIONSHIP_KINDS, 'Choose how they know each other.'),
  /** 1 have met, 2 know each other, 3 know each other well. */
  strength: z.int('Choose how well.').min(1, 'Choose how well.').max(3, 'Choose how well.'),
  sinceYear: z.int(YEAR).min(1900, YEAR).max(2200, YEAR).nullable().default(null),
  note: z.string().trim().max(500, 'At most 500 characters.').default(''),
};
