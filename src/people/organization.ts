import * as z from 'zod';

export const ORGANIZATION_KINDS = ['association', 'affiliate', 'partner'] as const;
export const TAX_STATUSES = ['501c3', '501c3h', '501c4', '501c5', '501c6', 'government', 'other'] as const;

/** An organization as stored. */
export const organizationRow = z.object({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(ORGANIZATION_KINDS),
  taxStatus: z.enum(TAX_STATUSES).nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
});
export type Organization = z.infer<typeof organizationRow>;
