import * as z from 'zod';
import { invalid } from '../platform/problem.ts';

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

/** A name as a form takes it. @param most how many characters it may have */
export const nameInput = (most: number) =>
  z.string().trim().min(1, 'Give a name.').max(most, `A name has at most ${most} characters.`);

/** What is said of an organization when it is added or changed. */
export const organizationFields = {
  name: nameInput(120),
  shortName: nameInput(40),
  kind: z.enum(ORGANIZATION_KINDS),
  taxStatus: z.enum(TAX_STATUSES).nullable().default(null),
  address: z.string().trim().max(300).nullable().default(null),
  phone: z.string().trim().max(40).nullable().default(null),
};

/** The problem that another organization has this name, or null. */
export const takenBy = (existing: Organization[], id: string, wanted: string) =>
  existing.some((one) => one.id !== id && one.name.toLowerCase() === wanted.toLowerCase())
    ? invalid([{ field: 'name', message: 'Another organization has this name.' }])
    : null;
