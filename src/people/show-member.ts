import * as z from 'zod';
import { missing, ok, type Result } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { ledgerOf, memberById, pointsOf, suppressionsAmong } from './member-queries.ts';
import { dressed, type MemberDetail } from './member.ts';

/** One member with contact points, groups and the consent ledger. A region's president sees members of that region. */
export const showMember = view({
  name: 'member.show',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'],
  input: z.strictObject({ id: z.string() }),
  run: (world, who, { id }) => memberDetail(world, who, id),
});

const memberDetail = async (world: World, who: Who, id: string): Promise<Result<MemberDetail>> => {
  const row = await world.db.first(memberById, { id, regionId: regionOf(who) });
  if (!row) return missing('This member');
  const [[member], consent, points] = await Promise.all([
    dressed(world, [row]),
    world.db.all(ledgerOf, { memberId: id }),
    world.db.all(pointsOf, { memberIds: [id] }),
  ]);
  if (!member) return missing('This member');
  const closed = await world.db.all(suppressionsAmong, { hashes: points.map((point) => point.addressHash) });
  const byCarrier = new Set(closed.filter((one) => one.byCarrier === 1).map((one) => one.addressHash));
  return ok({
    ...member,
    consent,
    stoppedByCarrier: points.filter((point) => byCarrier.has(point.addressHash)).map((point) => point.id),
  });
};
