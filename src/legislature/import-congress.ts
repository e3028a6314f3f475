import * as z from 'zod';
import { invalid } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { congressFile, readJsonFile } from './files.ts';
import { fileInput, placeOf } from './import-officials.ts';
import { fromPublished } from './published-files.ts';
import { refreshSeats } from './refresh-seats.ts';
import { congressRoster } from './roster.ts';

/**
 * Takes the members of Congress from some states out of a file in the shape of congress-legislators, or its
 * own `legislators-current.json`.
 * Senators then reach every school district of their state.
 */
export const importCongress = verb({
  name: 'official.import_congress',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    ...fileInput,
    /** The network's own state, unless told. */
    states: z
      .array(z.string().regex(/^[A-Z]{2}$/, 'Two capital letters of a state, for example MT.'))
      .min(1, 'Choose at least one state.')
      .optional(),
  }),
  async run(world, who, { file, fileName, states, dryRun, acceptOlder }) {
    const place = await placeOf(world);
    const read = readJsonFile(congressFile, fromPublished(file, place));
    if (!read.ok) return read;
    const own = states ?? [place.state];
    const made = congressRoster(read.value, [...new Set(own)].toSorted());
    if (!made.ok) return invalid(made.fields, 'This file cannot be taken. Nothing was changed.');
    const action = 'official.import_congress';
    const how = { kind: 'congress' as const, action, file, fileName, dryRun, acceptOlder };
    return refreshSeats(world, who, made.roster, how);
  },
});
