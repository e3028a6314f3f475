import * as z from 'zod';
import { ok } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { allGroups, insertGroups } from './organization-queries.ts';
import { nameInput } from './organization.ts';

/** Adds a group of members; one with the same name answers with itself. */
export const addGroup = verb({
  name: 'group.add',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ id: z.string().optional(), name: nameInput(80) }),
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
