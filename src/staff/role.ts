import * as z from 'zod';
import { invalid, type Result } from '../platform/problem.ts';
import { ROLES, type Role } from '../platform/who.ts';
import type { World } from '../platform/world.ts';

/** What each role is called, and what it is for. */
export const ROLE_WORDS: Record<Role, { name: string; may: string }> = {
  owner: { name: 'Owner', may: 'Everything, and who else may do what.' },
  director: {
    name: 'Director',
    may: 'Everything staff do; ranks priorities, approves alerts, files reports.',
  },
  coordinator: {
    name: 'Coordinator',
    may: 'Writes talking points, drafts and proposes alerts, reads members.',
  },
  staff: { name: 'Staff', may: 'Members, imports, alerts, the inbox, the log, preparing filings.' },
  regional_president: {
    name: 'Regional president',
    may: 'Sees members, alerts and answers of one region, and records its contacts.',
  },
  partner: { name: 'Partner', may: 'Sees what is shared with the coalition, and totals. Never the roster.' },
  board: { name: 'Board', may: 'Reads reports: counts, and the priorities they serve.' },
};

/** A role and the place it is bound to, as people choose it. */
export const roleFields = {
  role: z.enum(ROLES, 'Choose a role.'),
  regionId: z.string().nullish(),
  organizationId: z.string().nullish(),
};

export interface ChosenRole {
  role: Role;
  regionId?: string | null;
  organizationId?: string | null;
}

/** The role with the one place it needs, and no other; or what is missing. */
export const placedRole = async (world: World, chosen: ChosenRole): Promise<Result<Required<ChosenRole>>> => {
  const { role } = chosen;
  const regionId = role === 'regional_president' ? (chosen.regionId ?? null) : null;
  const organizationId = role === 'partner' ? (chosen.organizationId ?? null) : null;
  if (role === 'regional_president' && !isOneOf(await world.places.regions(), regionId))
    return invalid([{ field: 'regionId', message: 'Choose the region of this regional president.' }]);
  if (role === 'partner' && !isOneOf(await world.places.organizations(), organizationId))
    return invalid([{ field: 'organizationId', message: 'Choose the organization of this partner.' }]);
  return { ok: true, value: { role, regionId, organizationId } };
};

const isOneOf = (places: { id: string }[], id: string | null) => places.some((place) => place.id === id);
