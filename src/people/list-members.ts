import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { parseEmail } from '../platform/email-address.ts';
import { parsePhone } from '../platform/phone.ts';
import { missing, ok, type Result } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { regionOf } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { pointsAt } from './consent-queries.ts';
import { KINDS } from './kinds.ts';
import {
  memberById,
  memberFigures as figures,
  membersAmong,
  membersPage,
  REACHES,
} from './member-queries.ts';
import { dressed, type Member } from './member.ts';
import { placeNamed } from './organization-queries.ts';

const READERS = ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'] as const;

const filterInput = {
  q: z.string().trim().max(100).optional(),
  phone: z.string().trim().max(60).optional(),
  email: z.string().trim().max(254).optional(),
  region: z.string().max(120).optional(),
  district: z.string().max(20).optional(),
  kind: z.enum(KINDS).optional(),
  group: z.string().max(120).optional(),
  state: z.enum(['active', 'left']).default('active'),
  reach: z.enum(REACHES).optional(),
};

/**
 * Members by name. `region` and `group` are ids or names, `district` an NCES id; `phone` and `email` as people
 * write them, exact. What is called so by nobody has no members. `cursor` is the last member's id. A regional president sees their own region only.
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
    const place = await placeOf(world, input);
    const strange = place.regionId === null || place.groupId === null;
    const elsewhere =
      regionOf(who) !== null && place.regionId !== undefined && place.regionId !== regionOf(who);
    if (strange || elsewhere) return ok({ data: [], nextCursor: null });
    const filter = {
      state: input.state,
      q: input.q || null,
      regionId: regionOf(who) ?? place.regionId ?? null,
      districtNces: input.district || null,
      kind: input.kind ?? null,
      groupId: place.groupId ?? null,
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
    const { data, nextCursor } = cutPage(rows, input.limit, (row) => row.id);
    return ok({ data: await dressed(world, data), nextCursor });
  },
});

/** The ids behind a region and a group: undefined where none was asked for, null where there is none such. */
const placeOf = async (world: World, { region, group }: { region?: string; group?: string }) => {
  if (!region && !group) return {};
  const found = await world.db.first(placeNamed, { region: region ?? null, group: group ?? null });
  return {
    regionId: region ? (found?.regionId ?? null) : undefined,
    groupId: group ? (found?.groupId ?? null) : undefined,
  };
};

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
