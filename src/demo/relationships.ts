import { addRelationship, officialsOfMember, type RelationshipKind } from '../legislature/index.ts';
import { listMembers } from '../people/index.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { must } from './must.ts';

/** How members of the cast know an official of theirs, in turn; every third member knows one. */
const KNOWS: { kind: RelationshipKind; strength: number; sinceYear: number | null; note: string }[] = [
  {
    kind: 'former_student',
    strength: 3,
    sinceYear: 1998,
    note: 'Taught her history. She still calls at Christmas.',
  },
  { kind: 'neighbor', strength: 2, sinceYear: null, note: '' },
  { kind: 'served_together', strength: 3, sinceYear: 2014, note: 'Hospital board, six years.' },
  { kind: 'acquainted', strength: 1, sinceYear: null, note: 'Met at the fall conference.' },
  { kind: 'colleague', strength: 2, sinceYear: 2009, note: 'Both were principals in the same county.' },
  { kind: 'community', strength: 2, sinceYear: 2018, note: '' },
];

/** Who of the cast knows which of their officials. */
export const buildRelationships = async (world: World, who: Who): Promise<void> => {
  const { data: members } = await must(listMembers(world, who, { limit: 90 }));
  for (const [place, member] of members.filter((_, no) => no % 3 === 0).entries()) {
    const own = (await officialsOfMember(world, member.id)).filter(({ level }) => level === 'state');
    const official = own[place % Math.max(1, own.length)];
    const known = KNOWS[place % KNOWS.length];
    if (official && known)
      await must(
        addRelationship(world, who, { memberId: member.id, officialId: official.officialId, ...known }),
      );
  }
};
