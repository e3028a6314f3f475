import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { allRegions, insertRegions } from './organization-queries.ts';
import { nameInput } from './organization.ts';

/** Adds a region; one with the same name answers with itself. */
export const addRegion = verb({
  name: 'region.add',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ id: z.string().optional(), name: nameInput(80) }),
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
