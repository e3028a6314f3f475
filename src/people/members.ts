import * as z from 'zod';
import { parseEmail } from '../platform/email-address.ts';
import { parsePhone } from '../platform/phone.ts';
import { missing, ok, type Result } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf, type Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { pointsAt, channelShape } from './consent-queries.ts';
import { KINDS } from './kinds.ts';
import {
  groupsOf,
  ledgerOf,
  memberById,
  memberFigures as figures,
  membersAmong,
  membersPage,
  pointsOf,
  REACHES,
  suppressionsAmong,
  suppressionsPage,
  type ConsentLine,
  type ListedRow,
} from './member-queries.ts';
import type { PointSnapshot } from './snapshot.ts';

const READERS = ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'] as const;

/** A contact point as the roles see it that may see it at all. */
export interface ContactPoint {
  id: string;
  channel: 'sms' | 'email';
  address: string;
  isPublic: boolean;
  isPrimary: boolean;
  state: PointSnapshot['state'];
  /** Why it is closed: `stopped`, `bounced` … */
  reason: string | null;
}
export interface Member extends ListedRow {
  groups: { id: string; name: string }[];
  contactPoints: ContactPoint[];
}
/** A member with what their own page needs beside. */
export interface MemberDetail extends Member {
  language: string;
  createdAt: number;
  updatedAt: number;
  /** The consent ledger, the newest first. */
  consent: ConsentLine[];
  /** Contact points that only START from the number itself opens again: the carrier stopped them. */
  stoppedByCarrier: string[];
}

const filterInput = {
  q: z.string().trim().max(100).optional(),
  phone: z.string().trim().max(60).optional(),
  email: z.string().trim().max(254).optional(),
  region: z.string().max(40).optional(),
  district: z.string().max(20).optional(),
  kind: z.enum(KINDS).optional(),
  group: z.string().max(40).optional(),
  state: z.enum(['active', 'left']).default('active'),
  reach: z.enum(REACHES).optional(),
};

/**
 * Members by name. `region` and `group` are ids, `district` an NCES id; `phone` and `email` as people write
 * them, exact. `cursor` is the last member's id. A regional president sees their own region only.
 * @returns `{data, nextCursor}`
 */
export const listMembers = view({
  name: 'member.list',
  by: READERS,
  input: z.strictObject({
    ...filterInput,
    cursor: z.string().max(40).optional(),
    limit: z.number().int().min(1).max(1000).default(50),
  }),
  async run(world, who, input): Promise<Result<{ data: Member[]; nextCursor: string | null }>> {
    const regionId = regionOf(who) ?? input.region ?? null;
    if (regionOf(who) !== null && input.region !== undefined && input.region !== regionOf(who)) {
      return ok({ data: [], nextCursor: null });
    }
    const filter = {
      state: input.state,
      q: input.q || null,
      regionId,
      districtNces: input.district || null,
      kind: input.kind ?? null,
      groupId: input.group || null,
      reach: input.reach ?? null,
    };
    if (input.phone || input.email) {
      const ids = await holdersOf(world, input);
      return ok({
        data: await dressed(world, await world.db.all(membersAmong, { ...filter, ids })),
        nextCursor: null,
      });
    }
    const after = input.cursor
      ? await world.db.first(memberById, { id: input.cursor, regionId: regionOf(who) })
      : null;
    if (input.cursor && !after) return missing('This page of the list');
    const rows = await world.db.all(membersPage, {
      ...filter,
      afterLast: after?.lastName ?? '',
      afterFirst: after?.firstName ?? '',
      afterId: after?.id ?? '',
      limit: input.limit + 1,
    });
    const data = rows.slice(0, input.limit);
    return ok({
      data: await dressed(world, data),
      nextCursor: rows.length > input.limit ? (data.at(-1)?.id ?? null) : null,
    });
  },
});

/** Who has a number, an address, or both. What is neither belongs to nobody. */
const holdersOf = async (world: World, asked: { phone?: string; email?: string }): Promise<string[]> => {
  const lists: string[][] = [];
  if (asked.phone) {
    const phone = parsePhone(asked.phone);
    lists.push(phone.ok ? await idsAt(world, 'sms', phone.e164) : []);
  }
  if (asked.email) {
    const email = parseEmail(asked.email);
    lists.push(email.ok ? await idsAt(world, 'email', email.address) : []);
  }
  const [first = [], second] = lists;
  return second ? first.filter((id) => second.includes(id)) : first;
};
const idsAt = async (world: World, channel: 'sms' | 'email', address: string) => [
  ...new Set((await world.db.all(pointsAt, { channel, address })).map((point) => point.memberId)),
];

const dressed = async <Row extends ListedRow>(world: World, rows: Row[]) => {
  const memberIds = rows.map((row) => row.id);
  const [points, groups] = await Promise.all([
    world.db.all(pointsOf, { memberIds }),
    world.db.all(groupsOf, { memberIds }),
  ]);
  const pointsBy = Map.groupBy(points, (one) => one.memberId);
  const groupsBy = Map.groupBy(groups, (one) => one.memberId);
  return rows.map((row) => ({
    ...row,
    groups: (groupsBy.get(row.id) ?? []).map(({ id, name }) => ({ id, name })),
    contactPoints: (pointsBy.get(row.id) ?? []).map(asContactPoint),
  }));
};

const asContactPoint = (point: PointSnapshot): ContactPoint => ({
  id: point.id,
  channel: point.channel,
  address: point.address,
  isPublic: point.isPublic === 1,
  isPrimary: point.isPrimary === 1,
  state: point.state,
  reason: point.stateReason,
});

/** One member with contact points, groups and the consent ledger. A region's president sees members of that region. */
export const showMember = view({
  name: 'member.show',
  by: READERS,
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

/** How many active members there are and how they can be reached, of the network or of a president's region. */
export const memberFigures = view({
  name: 'member.figures',
  by: READERS,
  input: z.strictObject({}),
  async run(world, who) {
    const found = await world.db.first(figures, { regionId: regionOf(who) });
    return found ? ok(found) : missing('The figures');
  },
});

/** Addresses that must not be sent to, with the member who has each, where there still is one. */
export const listSuppressions = view({
  name: 'suppression.list',
  by: ['owner', 'director', 'coordinator', 'staff', 'system'],
  input: z.strictObject({
    channel: channelShape.optional(),
    cursor: z.string().max(80).optional(),
    limit: z.number().int().min(1).max(500).default(50),
  }),
  async run(world, _who, { channel, cursor = '', limit }) {
    const rows = await world.db.all(suppressionsPage, {
      after: cursor,
      limit: limit + 1,
      channel: channel ?? null,
    });
    const data = rows.slice(0, limit).map((row) => ({ ...row, byCarrier: row.byCarrier === 1 }));
    return ok({ data, nextCursor: rows.length > limit ? (data.at(-1)?.addressHash ?? null) : null });
  },
});
