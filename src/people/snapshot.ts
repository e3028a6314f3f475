import * as z from 'zod';
import { KINDS } from './kinds.ts';

export const pointSnapshot = z.object({
  id: z.string(),
  channel: z.enum(['sms', 'email']),
  address: z.string(),
  addressHash: z.string(),
  isPublic: z.number(),
  isPrimary: z.number(),
  state: z.enum(['active', 'unconsented', 'held', 'suppressed', 'invalid']),
  stateReason: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type PointSnapshot = z.infer<typeof pointSnapshot>;

/** A member's own row. */
export const memberRow = z.object({
  id: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  kind: z.enum(KINDS),
  title: z.string().nullable(),
  organizationId: z.string(),
  regionId: z.string().nullable(),
  districtNces: z.string().nullable(),
  zone: z.string().nullable(),
  state: z.enum(['active', 'left']),
  updatedAt: z.number(),
});
export type MemberRow = z.infer<typeof memberRow>;

/** A member as stored, with everything an import may touch: enough to put it back exactly. */
export const memberSnapshot = memberRow.extend({
  points: z.array(pointSnapshot),
  groupIds: z.array(z.string()),
  organizationIds: z.array(z.string()),
});
export type MemberSnapshot = z.infer<typeof memberSnapshot>;
