import * as z from 'zod';
import { missing, ok, type Result } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { regionOf, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { carrierStopsOf, groupsOf, ledgerOf, memberById, pointsOf } from './member-queries.ts';
import { dressedIn, type MemberDetail } from './member.ts';

/** One member with contact points, groups and the consent ledger. A region's president sees members of that region. */
export const showMember = view({
  name: 'member.show',
  by: ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'],
  input: z.strictObject({ id: z.string() }),
  run: (world, who, { id }) => memberDetail(world, who, id),
});

const memberDetail = async (world: World, who: Who, id: string): Promise<Result<MemberDetail>> => {
  const [rows, points, groups, consent, stops] = await world.db.together(
    read(memberById, { id, regionId: regionOf(who) }),
    read(pointsOf, { memberIds: [id] }),
    read(groupsOf, { memberIds: [id] }),
    read(ledgerOf, { memberId: id }),
    read(carrierStopsOf, { memberId: id }),
  );
  const [member] = dressedIn(rows, points, groups);
  if (!member) return missing('This member');
  return ok({ ...member, consent, stoppedByCarrier: stops.map((point) => point.id) });
};
