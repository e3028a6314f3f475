import * as z from 'zod';
import { missing, ok } from '../platform/problem.ts';
import { must } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { allOrganizations, updateOrganizationRow } from './organization-queries.ts';
import { organizationFields, takenBy } from './organization.ts';

/** Changes an organization: every field as given. */
export const updateOrganization = verb({
  name: 'organization.update',
  by: ['owner', 'director'],
  input: z.strictObject({ id: z.string(), ...organizationFields }),
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
