import type { Channel } from './address-hash.ts';
import type { Kind } from './kinds.ts';
import type { FileRow, Remark } from './members-file.ts';
import type { MemberRow, MemberSnapshot, PointSnapshot } from './snapshot.ts';

/** What the network already holds that the rows of a file may mean. */
export interface Known {
  organizations: { id: string; name: string; shortName: string; kind: string }[];
  regions: { id: string; name: string }[];
  groups: { id: string; name: string }[];
  districts: { nces: string; name: string }[];
  members: MemberSnapshot[];
  /** By `channel:address`: the keyed hash, and what suppression and ledger say about it. */
  addresses: Map<string, { hash: string; suppressed: string | null; lastWord: string | null }>;
}

export interface Grant {
  memberId: string;
  contactPointId: string;
  addressHash: string;
  onDate: string;
  source: string;
}
export interface PlannedRow {
  line: number;
  outcome: 'created' | 'updated' | 'unchanged';
  memberId: string;
  /** Columns that change. */
  fields: string[];
  before: MemberSnapshot | null;
}
/** Everything that an import would write. */
export interface ImportPlan {
  rows: PlannedRow[];
  rejected: Remark[];
  notes: Remark[];
  newRegions: { id: string; name: string }[];
  newGroups: { id: string; name: string }[];
  created: MemberRow[];
  updated: MemberRow[];
  points: (PointSnapshot & { memberId: string })[];
  demoted: string[];
  groupMembers: { groupId: string; memberId: string }[];
  memberships: { organizationId: string; memberId: string }[];
  grants: Grant[];
}

export const addressKey = (channel: Channel, address: string) => `${channel}:${address}`;
const fold = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const nameOf = (one: { firstName: string; lastName: string }) => fold(`${one.firstName} ${one.lastName}`);

/**
 * Decides what a file does to the network: whom each row means (by email, else by number and name, else by
 * name and district), what it adds, changes or leaves, and which rows cannot be taken. An empty cell leaves
 * what is there. A suppressed address is written down as suppressed; consent on paper does not open it.
 * @param outside.now ms UTC; @param outside.nextId mints ids
 */
export const planImport = (
  rows: FileRow[],
  known: Known,
  outside: { now: number; nextId(): string },
): ImportPlan => {
  const { now, nextId } = outside;
  const plan: ImportPlan = {
    rows: [],
    rejected: [],
    notes: [],
    newRegions: [],
    newGroups: [],
    created: [],
    updated: [],
    points: [],
    demoted: [],
    groupMembers: [],
    memberships: [],
    grants: [],
  };
  const association = known.organizations.find((one) => one.kind === 'association') ?? known.organizations[0];
  const organizations = new Map(
    known.organizations.flatMap((one) =>
      [one.name, one.shortName].map((name): [string, string] => [fold(name), one.id]),
    ),
  );
  const regions = named(known.regions, plan.newRegions, nextId);
  const groups = named(known.groups, plan.newGroups, nextId);
  const districts = districtFinder(known.districts);
  const find = memberFinder(known.members);
  const seen = new Map<string, number>();
  const linesOf = new Map<string, Set<number>>();
  for (const row of rows) {
    const district = districts(row.districtNces, row.district);
    for (const id of find.mentioned(row, district.ok ? district.nces : null))
      linesOf.set(id, (linesOf.get(id) ?? new Set()).add(row.line));
  }

  for (const row of rows) {
    const remarks: Remark[] = [];
    const wrong = (field: string, reason: string) => void remarks.push({ line: row.line, field, reason });

    const organizationId = row.organization ? organizations.get(fold(row.organization)) : undefined;
    if (row.organization && !organizationId)
      wrong('organization', `No organization of the network is called "${row.organization}".`);
    const district = districts(row.districtNces, row.district);
    if (!district.ok) wrong(district.field, district.reason);
    const nces = district.ok ? district.nces : null;

    const match = find.member(row, nces);
    if (!match.ok) wrong(match.field, match.reason);
    const member = match.ok ? match.member : null;
    // A new name or district would change whom the other line means when the file is imported again.
    const moves =
      member && (nameOf(member) !== nameOf(row) || (nces ?? member.districtNces) !== member.districtNces);
    if (moves && (linesOf.get(member.id)?.size ?? 0) > 1)
      wrong(
        'row',
        `This would change the name or district of ${member.firstName} ${member.lastName}, whom another line of this file means too. Import the change in a file of its own.`,
      );
    if (!member && !row.kind) wrong('kind', 'Say what kind of member this is, such as superintendent.');

    const keys = keysOf(row, nces, member);
    const twice = keys.find(({ key }) => seen.has(key));
    if (twice) wrong(twice.field, `Duplicate of line ${seen.get(twice.key)} of this file.`);
    else for (const { key } of keys) seen.set(key, row.line);
    if (remarks.length > 0) {
      plan.rejected.push(...remarks);
      continue;
    }

    const memberId = member?.id ?? row.id ?? nextId();
    const after: MemberRow = {
      id: memberId,
      firstName: row.firstName,
      lastName: row.lastName,
      kind: row.kind ?? (member?.kind as Kind),
      title: row.title ?? member?.title ?? null,
      organizationId: organizationId ?? member?.organizationId ?? association?.id ?? '',
      regionId: row.region ? regions(row.region) : (member?.regionId ?? null),
      districtNces: nces ?? member?.districtNces ?? null,
      zone: row.zone ?? member?.zone ?? null,
      state: 'active',
      updatedAt: now,
    };
    const fields = changedFields(member, after);
    const addresses: [Channel, string][] = row.phones.map((phone) => ['sms', phone]);
    if (row.email) addresses.push(['email', row.email]);
    for (const [place, [channel, address]] of addresses.entries()) {
      const wanted = { memberId, channel, address, first: channel === 'email' || place === 0 };
      const point = pointAfter(plan, known, row, member, wanted, outside);
      if (!point) continue;
      plan.points.push({ ...point, memberId });
      fields.push(channel === 'sms' ? 'mobile' : 'email');
    }
    for (const groupId of new Set(row.groups.map(groups))) {
      if (member?.groupIds.includes(groupId)) continue;
      plan.groupMembers.push({ groupId, memberId });
      fields.push('groups');
    }
    const outcome = !member ? 'created' : fields.length > 0 ? 'updated' : 'unchanged';
    if (outcome !== 'unchanged' && !member?.organizationIds.includes(after.organizationId)) {
      plan.memberships.push({ organizationId: after.organizationId, memberId });
    }
    if (outcome === 'created') plan.created.push(after);
    if (outcome === 'updated') plan.updated.push(after);
    plan.rows.push({
      line: row.line,
      outcome,
      memberId,
      fields: [...new Set(fields)],
      before: outcome === 'updated' ? member : null,
    });
  }
  return plan;
};

/** A lookup by name that mints what is not there yet. */
const named = (
  existing: { id: string; name: string }[],
  added: { id: string; name: string }[],
  nextId: () => string,
) => {
  const byName = new Map(existing.map((one) => [fold(one.name), one.id]));
  return (name: string): string => {
    const found = byName.get(fold(name));
    if (found !== undefined) return found;
    const id = nextId();
    byName.set(fold(name), id);
    added.push({ id, name });
    return id;
  };
};

type DistrictFound = { ok: true; nces: string | null } | { ok: false; field: string; reason: string };

/** Finds the district that an NCES id or a name means. */
export const districtFinder = (districts: Known['districts']) => {
  const ids = new Set(districts.map((one) => one.nces));
  const byName = Map.groupBy(districts, (one) => fold(one.name));
  return (nces: string | null, name: string | null): DistrictFound => {
    if (nces) {
      // Spreadsheets drop the zero that ids of the first states begin with.
      const id = /^\d{5,6}$/.test(nces) ? nces.padStart(7, '0') : nces;
      return ids.has(id)
        ? { ok: true, nces: id }
        : {
            ok: false,
            field: 'district_nces',
            reason: `No district of the network has the NCES id ${nces}. Import districts first.`,
          };
    }
    if (!name) return { ok: true, nces: null };
    const matches = byName.get(fold(name)) ?? [];
    const [only] = matches;
    if (!only)
      return {
        ok: false,
        field: 'district',
        reason: `No district of the network is called "${name}". Give its NCES id in district_nces.`,
      };
    if (matches.length > 1)
      return {
        ok: false,
        field: 'district',
        reason: `${matches.length} districts are called "${name}". Give the NCES id in district_nces.`,
      };
    return { ok: true, nces: only.nces };
  };
};

type MemberFound = { ok: true; member: MemberSnapshot | null } | { ok: false; field: string; reason: string };

const put = (map: Map<string, MemberSnapshot[]>, key: string, one: MemberSnapshot) =>
  map.set(key, [...(map.get(key) ?? []), one]);

const memberFinder = (members: MemberSnapshot[]) => {
  const byAddress = new Map<string, MemberSnapshot[]>();
  const byName = new Map<string, MemberSnapshot[]>();
  for (const one of members) {
    for (const point of one.points) put(byAddress, addressKey(point.channel, point.address), one);
    put(byName, `${nameOf(one)}|${one.districtNces ?? ''}`, one);
  }
  const member = (row: FileRow, nces: string | null): MemberFound => {
    const sameName = (one: MemberSnapshot) => nameOf(one) === nameOf(row);
    const alike = (one: MemberSnapshot) =>
      fold(one.firstName) === fold(row.firstName) || fold(one.lastName) === fold(row.lastName);
    const holders = row.email ? (byAddress.get(addressKey('email', row.email)) ?? []) : [];
    const byEmail = holders.find(sameName) ?? holders.find(alike);
    const taken = holders[0];
    if (taken && !byEmail) {
      return {
        ok: false,
        field: 'email',
        reason: `Duplicate of a member: this address belongs to ${taken.firstName} ${taken.lastName}. Change one of the two first.`,
      };
    }
    const byPhone = row.phones
      .flatMap((phone) => byAddress.get(addressKey('sms', phone)) ?? [])
      .find(sameName);
    if (byEmail && byPhone && byEmail !== byPhone) {
      return {
        ok: false,
        field: 'row',
        reason:
          'The address belongs to one member and the number to another of the same name. Mend one of them first.',
      };
    }
    const namesakes = byName.get(`${nameOf(row)}|${nces ?? ''}`) ?? [];
    const found = byEmail ?? byPhone ?? namesakes[0] ?? null;
    if (!byEmail && !byPhone && namesakes.length > 1) {
      return {
        ok: false,
        field: 'row',
        reason: `${namesakes.length} members of this district have this name. Give the email address that tells them apart.`,
      };
    }
    if (found?.state === 'left') {
      return {
        ok: false,
        field: 'row',
        reason: `${found.firstName} ${found.lastName} has left the network. Bring them back on their own page first.`,
      };
    }
    return { ok: true, member: found };
  };
  /** Ids of everybody whom a row may mean, by whatever it names. */
  const mentioned = (row: FileRow, nces: string | null): string[] =>
    [
      ...(row.email ? (byAddress.get(addressKey('email', row.email)) ?? []) : []),
      ...row.phones.flatMap((phone) => byAddress.get(addressKey('sms', phone)) ?? []),
      ...(byName.get(`${nameOf(row)}|${nces ?? ''}`) ?? []),
    ].map((one) => one.id);
  return { member, mentioned };
};

/** What no two rows of one file may share. */
const keysOf = (row: FileRow, nces: string | null, member: MemberSnapshot | null) => [
  ...(row.email ? [{ key: `email|${row.email}`, field: 'email' }] : []),
  ...row.phones.map((phone) => ({ key: `${phone}|${nameOf(row)}`, field: 'mobile' })),
  {
    key: `name|${nameOf(row)}|${nces ?? ''}|${nces ? '' : (row.email ?? row.phones[0] ?? '')}`,
    field: 'row',
  },
  ...(member ? [{ key: `member|${member.id}`, field: 'row' }] : []),
];

const COLUMN_OF = {
  firstName: 'first_name',
  lastName: 'last_name',
  kind: 'kind',
  title: 'title',
  organizationId: 'organization',
  regionId: 'region',
  districtNces: 'district',
  zone: 'zone',
} as const;

const changedFields = (before: MemberSnapshot | null, after: MemberRow): string[] =>
  before
    ? Object.entries(COLUMN_OF).flatMap(([key, column]) =>
        before[key as keyof typeof COLUMN_OF] === after[key as keyof typeof COLUMN_OF] ? [] : [column],
      )
    : [];

/** The contact point as the row wants it, or null where it is so already. Adds grants, demotions and notes. */
const pointAfter = (
  plan: ImportPlan,
  known: Known,
  row: FileRow,
  member: MemberSnapshot | null,
  wanted: { memberId: string; channel: Channel; address: string; first: boolean },
  { now, nextId }: { now: number; nextId(): string },
): PointSnapshot | null => {
  const { memberId, channel, address, first } = wanted;
  const facts = known.addresses.get(addressKey(channel, address)) ?? {
    hash: '',
    suppressed: null,
    lastWord: null,
  };
  const field = channel === 'sms' ? 'mobile' : 'email';
  const ours = member?.points.filter((one) => one.channel === channel) ?? [];
  const point = ours.find((one) => one.address === address);
  const primary = ours.find((one) => one.isPrimary === 1);
  if (facts.suppressed) {
    const reason = `This ${channel === 'sms' ? 'number' : 'address'} is suppressed (${facts.suppressed.replace('_', ' ')}) and stays so; nothing will be sent to it.`;
    plan.notes.push({ line: row.line, field, reason });
  }
  // A STOP never moves to another number of the member.
  const stopped =
    primary && primary !== point && (primary.state === 'suppressed' || primary.state === 'held');
  if (first && stopped) {
    plan.notes.push({
      line: row.line,
      field,
      reason: 'The member has stopped messages at their first one; this is added, but not used in its place.',
    });
  }
  const isPrimary = first && !stopped ? 1 : (point?.isPrimary ?? (primary || !first ? 0 : 1));
  const isPublic =
    channel === 'email' && row.emailIsPublic !== null ? Number(row.emailIsPublic) : (point?.isPublic ?? 0);
  const agrees =
    channel === 'sms' && first && row.consentOn !== null && row.consentSource !== null && !facts.suppressed;
  const grants = agrees && point?.state !== 'active';
  const state = grants || channel === 'email' || facts.lastWord === 'granted' ? 'active' : 'unconsented';
  if (point && point.isPrimary === isPrimary && point.isPublic === isPublic && !grants) return null;

  const id = point?.id ?? nextId();
  if (isPrimary === 1 && primary && primary !== point) plan.demoted.push(primary.id);
  if (grants) {
    plan.grants.push({
      memberId,
      contactPointId: id,
      addressHash: facts.hash,
      onDate: row.consentOn ?? '',
      source: row.consentSource ?? '',
    });
  }
  return {
    id,
    channel,
    address,
    addressHash: facts.hash,
    isPublic,
    isPrimary,
    state: point && !grants ? point.state : state,
    stateReason: null,
    createdAt: point?.createdAt ?? now,
    updatedAt: now,
  };
};
