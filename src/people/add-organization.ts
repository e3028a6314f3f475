import * as z from 'zod';
import { conflict, ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { allOrganizations, insertOrganization } from './organization-queries.ts';
import { ALWAYS, organizationFields, takenBy } from './organization.ts';

/** Adds the association, an affiliate or a partner. Names are unique; the same id twice adds one. */
export const addOrganization = verb({
  name: 'organization.add',
  by: ['owner', 'director', 'system'],
  input: z.strictObject({ id: z.string().optional(), ...organizationFields }),
  async run(world, who, { id = world.ids.next(), ...rest }) {
    const existing = await world.db.all(allOrganizations, {});
    const taken = takenBy(existing, id, rest.name);
    if (taken) return taken;
    const done = await world.db.commit(
      { who, action: 'organization.add', subject: { kind: 'organization', id }, detail: { kind: rest.kind } },
      [
        change(insertOrganization, {
          id,
          ...rest,
          taxHistory: JSON.stringify(rest.taxStatus ? [{ from: ALWAYS, status: rest.taxStatus }] : []),
          now: world.clock.now(),
        }),
      ],
    );
    return done ? ok({ id }) : conflict('Somebody else has just added this organization.');
  },
});
