import * as z from 'zod';

/** A school district as stored. */
export const districtRow = z.object({
  nces: z.string(),
  name: z.string(),
  county: z.string().nullable(),
  state: z.string(),
  stateId: z.string().nullable(),
  class: z.string().nullable(),
  zip: z.string().nullable(),
  zone: z.string().nullable(),
  source: z.string(),
  asOf: z.string().nullable(),
});
export type District = z.infer<typeof districtRow>;

/** A figure about a district. */
export const factRow = z.object({
  nces: z.string(),
  key: z.string(),
  value: z.string(),
  asOf: z.string(),
  source: z.string(),
});
export type DistrictFact = z.infer<typeof factRow>;
