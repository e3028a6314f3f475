import * as z from 'zod';
import { OFFICIAL_STANCES } from '../legislature/index.ts';
import { isDate } from '../platform/days.ts';
import { invalid } from '../platform/problem.ts';
import type { World } from '../platform/world.ts';
import { knownChoices } from './queries.ts';
import { METHODS } from './read-contact.ts';

export const day = z.string().refine(isDate, 'Write the date as year-month-day, for example 2027-02-09.');

/** What to do about a day that is still to come. */
export const WHEN_SPOKEN = 'Choose the day you spoke.';

/** What a person says about a contact. */
export const contactFields = {
  officialId: z.string({ error: 'Choose the official.' }).min(1, 'Choose the official.'),
  billId: z.string().nullish(),
  method: z.enum(METHODS, { error: 'Choose how you spoke.' }).nullish(),
  stance: z.enum(OFFICIAL_STANCES, { error: 'Choose where they stand.' }).nullish(),
  onDate: day,
  note: z.string().max(2000, 'Keep the note under 2,000 characters.').default(''),
};

/**
 * Whether the things that a form chose are there: null, or what to say beside the field. An empty choice is fine.
 */
export const known = async (
  world: World,
  chosen: { officialId?: string | null; billId?: string | null },
): Promise<ReturnType<typeof invalid> | null> => {
  const found = await world.db.first(knownChoices, {
    officialId: chosen.officialId ?? null,
    billId: chosen.billId ?? null,
  });
  if (chosen.officialId && !found?.official)
    return invalid([
      { field: 'officialId', message: 'That official is not known here. Choose one from the list.' },
    ]);
  if (chosen.billId && !found?.bill)
    return invalid([{ field: 'billId', message: 'That bill is not known here. Choose one from the list.' }]);
  return null;
};
