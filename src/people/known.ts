import type { World } from '../platform/world.ts';
import { addressHash, type Channel } from './address-hash.ts';
import { inChunks } from './chunks.ts';
import { districtNames } from './district-queries.ts';
import { addressKey, districtFinder, type Known } from './import-plan.ts';
import { candidateIds, membersByIds, wordsOnHashes } from './import-queries.ts';
import { pointsOf } from './member-queries.ts';
import type { FileRow } from './members-file.ts';
import { allGroups, allOrganizations, allRegions } from './organization-queries.ts';
import { pointSnapshot, type MemberSnapshot, type PointSnapshot } from './snapshot.ts';

/** Loads all that the rows of a file may mean: a handful of statements however long the file. */
export const loadKnown = async (world: World, rows: FileRow[]): Promise<Known> => {
  const [organizations, regions, groups, districts] = await Promise.all([
    world.db.all(allOrganizations, {}),
    world.db.all(allRegions, {}),
    world.db.all(allGroups, {}),
    world.db.all(districtNames, {}),
  ]);
  const find = districtFinder(districts);
  const wanted = new Map<string, { channel: Channel; address: string }>();
  const ids = new Set<string>();
  for (const piece of inChunks(rows)) {
    const addresses = piece.flatMap((row) => [
      ...row.phones.map((address) => ({ channel: 'sms' as const, address })),
      ...(row.email ? [{ channel: 'email' as const, address: row.email }] : []),
    ]);
    for (const one of addresses) wanted.set(addressKey(one.channel, one.address), one);
    const found = await world.db.all(candidateIds, {
      addresses,
      districts: [...new Set(piece.flatMap((row) => districtOf(find, row)))],
      lastNames: [...new Set(piece.map((row) => row.lastName))],
    });
    for (const { id } of found) ids.add(id);
  }
  const [members, addresses] = await Promise.all([snapshotsOf(world, [...ids]), factsOn(world, wanted)]);
  return { organizations, regions, groups, districts, members, addresses };
};

const districtOf = (find: ReturnType<typeof districtFinder>, row: FileRow): string[] => {
  const found = find(row.districtNces, row.district);
  return found.ok && found.nces ? [found.nces] : [];
};

/** Members as stored, with their contact points, groups and organizations. */
export const snapshotsOf = async (world: World, ids: string[]): Promise<MemberSnapshot[]> => {
  const members: MemberSnapshot[] = [];
  for (const piece of inChunks(ids)) {
    const [rows, points] = await Promise.all([
      world.db.all(membersByIds, { ids: piece }),
      world.db.all(pointsOf, { memberIds: piece }),
    ]);
    const byMember = Map.groupBy(points, (point) => point.memberId);
    for (const { groupIds, organizationIds, ...row } of rows) {
      members.push({
        ...row,
        groupIds: JSON.parse(groupIds) as string[],
        organizationIds: JSON.parse(organizationIds) as string[],
        points: (byMember.get(row.id) ?? []).map((point): PointSnapshot => pointSnapshot.parse(point)),
      });
    }
  }
  return members;
};

const factsOn = async (
  world: World,
  wanted: Map<string, { channel: Channel; address: string }>,
): Promise<Known['addresses']> => {
  const hashed = await Promise.all(
    [...wanted].map(async ([key, one]) => ({
      key,
      hash: await addressHash(world, one.channel, one.address),
    })),
  );
  const facts: Known['addresses'] = new Map();
  for (const piece of inChunks(hashed)) {
    const words = await world.db.all(wordsOnHashes, { hashes: piece.map((one) => one.hash) });
    const byHash = new Map(words.map((word) => [word.hash, word]));
    for (const { key, hash } of piece) {
      const word = byHash.get(hash);
      facts.set(key, { hash, suppressed: word?.suppressed ?? null, lastWord: word?.lastWord ?? null });
    }
  }
  return facts;
};
