import * as z from 'zod';

/** A person as the last file had them, without what staff corrected. */
export const officialRow = z.object({
  id: z.string(),
  name: z.string(),
  given: z.string(),
  family: z.string(),
  party: z.string().nullable(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  office: z.string().nullable(),
  links: z.string(),
  source: z.string(),
  asOf: z.string(),
});

/** A committee as the table has it. */
export const committeeRow = z.object({
  id: z.string(),
  jurisdiction: z.string(),
  chamberId: z.string().nullable(),
  name: z.string(),
  source: z.string(),
  asOf: z.string(),
});

/** Who sits on it, and as what. */
export const committeeSeatRow = z.object({
  committeeId: z.string(),
  officialId: z.string(),
  role: z.string(),
});
