import type { Db } from '../platform/db.ts';
import { allOrganizations, allRegions } from './organization-queries.ts';

/** The regions and organizations by name, for slices that hold only their ids; binds the staff slice's port. */
export const placesOf = (db: Db) => ({
  regions: async () => (await db.all(allRegions, {})).map(({ id, name }) => ({ id, name })),
  organizations: async () => (await db.all(allOrganizations, {})).map(({ id, name }) => ({ id, name })),
});
