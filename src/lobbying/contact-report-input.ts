import * as z from 'zod';
import { isDate } from '../platform/days.ts';
import { METHODS, STANCES } from './read-contact.ts';

export const day = z.string().refine(isDate, 'Write the date as year-month-day, for example 2027-02-09.');

/** What a person says about a contact. */
export const contactFields = {
  officialId: z.string({ error: 'Choose the official.' }).min(1, 'Choose the official.'),
  billId: z.string().nullish(),
  method: z.enum(METHODS, { error: 'Choose how you spoke.' }).nullish(),
  stance: z.enum(STANCES, { error: 'Choose where they stand.' }).nullish(),
  onDate: day,
  note: z.string().max(2000, 'Keep the note under 2,000 characters.').default(''),
};
