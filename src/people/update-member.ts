import * as z from 'zod';
import { conflict, missing, ok } from '../platform/problem.ts';
import { change, must, type Change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { personFields } from './add-member.ts';
import { today } from './consent.ts';
import { districtsByNces } from './district-queries.ts';
import { snapshotsOf } from './known.ts';
import { insertGroupMembers, insertMemberships, leaveOtherGroups, updateMembers } from './member-queries.ts';
import { allGroups, allOrganizations, allRegions, insertGroups } from './organization-queries.ts';
import type { MemberRow } from './snapshot.ts';

/** Changes who a member is: the fields that are given, the others stay. Numbers and addresses have verbs of their own. */
export const updateMember = verb({
  name: 'member.update',
  by: ['owner', 'director', 'staff', 'system'],
  input: personFields.partial().extend({ id: z.string() }),
  async run(world, who, { id, groups, ...given }) {
    const [before] = await snapshotsOf(world, [id]);
    if (!before) return missing('This member');
    const [organizations, regions, allOfGroups, districts] = await Promise.all([
      world.db.all(allOrganizations, {}),
      world.db.all(allRegions, {}),
      world.db.all(allGroups, {}),
      world.db.all(districtsByNces, { ids: given.districtNces ? [given.districtNces] : [] }),
    ]);
    if (given.organizationId && !organizations.some((one) => one.id === given.organizationId))
      return missing('This organization');
    if (given.regionId && !regions.some((one) => one.id === given.regionId)) return missing('This region');
    if (given.districtNces && districts.length === 0) return missing('This district');

    const { points: _p, groupIds: _g, organizationIds: _o, ...row } = before;
    const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const after: MemberRow = {
      ...row,
      ...told,
      organizationId: given.organizationId ?? before.organizationId,
      updatedAt: world.clock.now(),
    };
    const changes: Change[] = [
      must(updateMembers, { rows: [after] }),
      change(insertMemberships, {
        rows: [{ memberId: id, organizationId: after.organizationId }],
        day: await today(world),
      }),
    ];
    if (groups) {
      const named = groups.map((name) => ({
        name,
        id: allOfGroups.find((one) => one.name.toLowerCase() === name.toLowerCase())?.id ?? world.ids.next(),
      }));
      const groupIds = named.map((one) => one.id);
      changes.push(
        change(insertGroups, { rows: named }),
        change(leaveOtherGroups, { memberId: id, groupIds }),
        change(insertGroupMembers, { rows: groupIds.map((groupId) => ({ groupId, memberId: id })) }),
      );
    }
    const done = await world.db.commit(
      {
        who,
        action: 'member.update',
        subject: { kind: 'member', id },
        detail: { fields: [...Object.keys(told), ...(groups ? ['groups'] : [])] },
      },
      changes,
    );
    return done ? ok({ id }) : conflict('Somebody else has just removed this member.');
  },
});
