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
  /** JSON: each status it had with the day from which it held, the earliest first. */
  taxHistory: z.string(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
});
export interface TaxSpan {
  from: string;
  status: (typeof TAX_STATUSES)[number];
}
export type Organization = z.infer<typeof organizationRow>;

/** A name as a form takes it. @param most how many characters it may have */
export const nameInput = (most: number) =>
  z.string().trim().min(1, 'Give a name.').max(most, `A name has at most ${most} characters.`);

/** Since always, as far as anybody has said. */
export const ALWAYS = '0001-01-01';

/** The tax status of an organization on a day, as SQL. @param table the alias of `organization` @param day an SQL value */
export const taxStatusOn = (table: string, day: string): string =>
  `coalesce((select h.value ->> 'status' from json_each(${table}.tax_history) h where h.value ->> 'from' <= ${day}
     order by h.value ->> 'from' desc limit 1), ${table}.tax_history ->> '$[0].status', ${table}.tax_status)`;

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
