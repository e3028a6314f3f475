import * as z from 'zod';
import { conflict, invalid, missing, ok } from '../platform/problem.ts';
import { change, must } from '../platform/statement.ts';
import { verb, view } from '../platform/verb.ts';
import {
  allGroups,
  allOrganizations,
  allRegions,
  insertGroups,
  insertOrganization,
  insertRegions,
  updateOrganizationRow,
} from './organization-queries.ts';
import { ORGANIZATION_KINDS, TAX_STATUSES, type Organization } from './organization.ts';

const READERS = ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'] as const;
const name = (most: number) =>
  z.string().trim().min(1, 'Give a name.').max(most, `A name has at most ${most} characters.`);
const fields = {
  name: name(120),
  shortName: name(40),
  kind: z.enum(ORGANIZATION_KINDS),
  taxStatus: z.enum(TAX_STATUSES).nullable().default(null),
  address: z.string().trim().max(300).nullable().default(null),
  phone: z.string().trim().max(40).nullable().default(null),
};

/** Adds the association, an affiliate or a partner. Names are unique; the same id twice adds one. */
export const addOrganization = verb({
  name: 'organization.add',
  by: ['owner', 'director', 'system'],
  input: z.strictObject({ id: z.string().optional(), ...fields }),
  async run(world, who, { id = world.ids.next(), ...rest }) {
    const existing = await world.db.all(allOrganizations, {});
    const taken = takenBy(existing, id, rest.name);
    if (taken) return taken;
    const done = await world.db.commit(
      { who, action: 'organization.add', subject: { kind: 'organization', id }, detail: { kind: rest.kind } },
      [change(insertOrganization, { id, ...rest, now: world.clock.now() })],
    );
    return done ? ok({ id }) : conflict('Somebody else has just added this organization.');
  },
});

/** Changes an organization: every field as given. */
export const updateOrganization = verb({
  name: 'organization.update',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string(), ...fields }),
  async run(world, who, input) {
    const existing = await world.db.all(allOrganizations, {});
    if (!existing.some((one) => one.id === input.id)) return missing('This organization');
    const taken = takenBy(existing, input.id, input.name);
    if (taken) return taken;
    const done = await world.db.commit(
      { who, action: 'organization.update', subject: { kind: 'organization', id: input.id } },
      [must(updateOrganizationRow, input)],
    );
    return done ? ok({ id: input.id }) : missing('This organization');
  },
});

const takenBy = (existing: Organization[], id: string, wanted: string) =>
  existing.some((one) => one.id !== id && one.name.toLowerCase() === wanted.toLowerCase())
    ? invalid([{ field: 'name', message: 'Another organization has this name.' }])
    : null;

/** The organizations of the network, the association first. */
export const listOrganizations = view({
  name: 'organization.list',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok(await world.db.all(allOrganizations, {})),
});

/** Adds a region; one with the same name answers with itself. */
export const addRegion = verb({
  name: 'region.add',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ id: z.string().optional(), name: name(80) }),
  async run(world, who, input) {
    const same = (await world.db.all(allRegions, {})).find(
      (one) => one.name.toLowerCase() === input.name.toLowerCase(),
    );
    if (same) return ok({ id: same.id });
    const id = input.id ?? world.ids.next();
    await world.db.commit({ who, action: 'region.add', subject: { kind: 'region', id } }, [
      change(insertRegions, { rows: [{ id, name: input.name }] }),
    ]);
    return ok({ id });
  },
});

/** The regions by name, each with its active members. */
export const listRegions = view({
  name: 'region.list',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok(await world.db.all(allRegions, {})),
});

/** Adds a group of members; one with the same name answers with itself. */
export const addGroup = verb({
  name: 'group.add',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ id: z.string().optional(), name: name(80) }),
  async run(world, who, input) {
    const same = (await world.db.all(allGroups, {})).find(
      (one) => one.name.toLowerCase() === input.name.toLowerCase(),
    );
    if (same) return ok({ id: same.id });
    const id = input.id ?? world.ids.next();
    await world.db.commit({ who, action: 'group.add', subject: { kind: 'group', id } }, [
      change(insertGroups, { rows: [{ id, name: input.name }] }),
    ]);
    return ok({ id });
  },
});

/** The groups by name, each with its size. */
export const listGroups = view({
  name: 'group.list',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok(await world.db.all(allGroups, {})),
});
