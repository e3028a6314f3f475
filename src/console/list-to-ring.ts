import * as z from 'zod';
import { ok, type Result } from '../platform/problem.ts';
import type { RowOf } from '../platform/statement.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import { membersToRing } from './call-queries.ts';

/** Why a member should be rung, in words. */
const reasonsOf = ({ phone, textState, silentOn }: RowOf<typeof membersToRing>): string[] => [
  ...(phone === null
    ? ['No mobile number']
    : textState === 'invalid'
      ? ['The number does not take texts']
      : textState === 'unconsented'
        ? ['Has not agreed to texts']
        : []),
  ...(JSON.parse(silentOn) as string[]).map((title) => `No answer to “${title}”`),
];

/**
 * The people of a region to ring: whom texts do not reach, who has not agreed to them, who is silent on an alert that is
 * out; each with the reasons and the newest call. A regional president asks for no region and gets their own.
 */
export const listToRing = view({
  name: 'call.list',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president'],
  input: z.strictObject({
    regionId: z.string().optional(),
    cursor: z.string().default(''),
    limit: z.int().min(1).max(200).default(100),
  }),
  async run(world, who, { regionId, cursor, limit }): Promise<Result<ToRing>> {
    const [afterName = '', afterId = ''] = cursor.split('\n');
    const rows = await world.db.all(membersToRing, {
      regionId: regionOf(who) ?? regionId ?? '',
      afterName,
      afterId,
      limit: limit + 1,
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return ok({
      data: rows.slice(0, limit).map((row) => ({
        id: row.id,
        name: `${row.firstName} ${row.lastName}`,
        district: row.district,
        phone: row.phone,
        reasons: reasonsOf(row),
        calledAt: row.calledAt,
        calledBy: row.calledBy,
      })),
      nextCursor: last ? `${last.key}\n${last.id}` : null,
    });
  },
});
export interface ToRing {
  data: {
    id: string;
    name: string;
    district: string | null;
    /** E.164 */
    phone: string | null;
    reasons: string[];
    calledAt: number | null;
    calledBy: string | null;
  }[];
  nextCursor: string | null;
}
