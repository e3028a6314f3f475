import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { taxSpans } from './tax-history.ts';
import { allGroups, allOrganizations, allRegions } from './organization-queries.ts';

const READERS = ['owner', 'director', 'coordinator', 'staff', 'regional_president', 'system'] as const;

/** The organizations of the network, the association first, each with the tax statuses it had. */
export const listOrganizations = view({
  name: 'organization.list',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => {
    const rows = await world.db.all(allOrganizations, {});
    return ok(rows.map((row) => ({ ...row, taxHistory: taxSpans(row) })));
  },
});

/** The regions by name, each with its active members. */
export const listRegions = view({
  name: 'region.list',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok(await world.db.all(allRegions, {})),
});

/** The groups by name, each with its size. */
export const listGroups = view({
  name: 'group.list',
  by: READERS,
  input: z.strictObject({}),
  run: async (world) => ok(await world.db.all(allGroups, {})),
});
