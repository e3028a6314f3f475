import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import type { Role } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { apiKeyRows, phoneOf, staffPhoneRows, staffRows, waitingInvitations } from './queries.ts';

/** Everybody on the staff by name, those whose role has ended last; and the invitations nobody has accepted. */
export const listStaff = view({
  name: 'staff.list',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  async run(world) {
    const [staff, invitations] = await Promise.all([
      world.db.all(staffRows, {}),
      world.db.all(waitingInvitations, {}),
    ]);
    return ok({ staff, invitations });
  },
});

/** All keys, newest first: whose, for what, when last used. Never the key itself. */
export const listApiKeys = view({
  name: 'api-key.list',
  by: ['owner'],
  input: z.strictObject({}),
  async run(world) {
    const rows = await world.db.all(apiKeyRows, {});
    return ok(rows.map((row) => ({ ...row, scopes: JSON.parse(row.scopes) as string[] })));
  },
});

/** The people who hold one of these roles today, with phone and address: for requests that need an answer soon. */
export const staffPhones = (world: World, roles: Role[]) => world.db.all(staffPhoneRows, { roles });

/** The phone of a person of the staff, or null. */
export const ownPhone = async (world: World, staffId: string): Promise<string | null> =>
  (await world.db.first(phoneOf, { staffId }))?.phone ?? null;
