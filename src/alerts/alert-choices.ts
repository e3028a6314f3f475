import * as z from 'zod';
import { KINDS, showClass, showKind } from '../people/index.ts';
import { ok } from '../platform/problem.ts';
import { read } from '../platform/together.ts';
import { view } from '../platform/verb.ts';
import { audienceChoices, subjectChoices } from './queries.ts';

type Choice = { value: string; label: string };

/** What an alert's form offers, by field: regions, kinds, committees, bills and the rest. */
export const alertChoices = view({
  name: 'alert.choices',
  by: ['owner', 'director', 'coordinator', 'staff'],
  input: z.strictObject({}),
  async run(world) {
    const rows = await world.db.together(read(audienceChoices, {}), read(subjectChoices, {}));
    const choices: Record<string, Choice[]> = {
      kinds: KINDS.map((kind) => ({ value: kind, label: showKind(kind) })),
    };
    for (const { kind, id, name } of rows.flat())
      (choices[kind] ??= []).push({ value: id, label: kind === 'classes' ? showClass(name) : name });
    return ok(choices);
  },
});
