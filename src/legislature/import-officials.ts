import * as z from 'zod';
import { CSV_MAX_BYTES } from '../platform/csv.ts';
import { localDate } from '../platform/days.ts';
import { invalid } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { isState } from './chambers.ts';
import { officialFile, readJsonFile } from './files.ts';
import { fromPublished } from './published-files.ts';
import { refreshSeats } from './refresh-seats.ts';
import { stateRoster } from './roster.ts';

/** What every import of a whole file takes. */
export const fileInput = {
  /** The file's text. */
  file: z.string().min(1, 'Choose a file.').max(CSV_MAX_BYTES, 'This file is larger than 10 MB.'),
  fileName: z.string().max(200).optional(),
  /** Tells what the file would change, and changes nothing. */
  dryRun: z.boolean().default(false),
  /** Takes a file of an earlier day than the data already there. */
  acceptOlder: z.boolean().default(false),
};

/** Where and when a published file is taken in that says neither. */
export const placeOf = async (world: World): Promise<{ state: string; today: string }> => {
  const { state, zone } = await networkSettings(world);
  return { state, today: localDate(world.clock.now(), zone) };
};

/**
 * Takes the people and vacancies of a state's legislature from a file in the shape of Open States, or the CSV that it publishes. Seats and
 * people are matched by their ids, so the same file twice changes nothing.
 * @returns counts of people, and each arrival and departure in a sentence
 */
export const importOfficials = verb({
  name: 'official.import',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject(fileInput),
  async run(world, who, { file, fileName, dryRun, acceptOlder }) {
    const read = readJsonFile(officialFile, fromPublished(file, await placeOf(world)));
    if (!read.ok) return read;
    if (!isState(read.value.state))
      return invalid([{ field: 'state', message: `There is no state ${read.value.state}.` }]);
    const made = stateRoster(read.value);
    if (!made.ok) return invalid(made.fields, 'This file contradicts itself. Nothing was changed.');
    const how = {
      kind: 'officials' as const,
      action: 'official.import',
      file,
      fileName,
      dryRun,
      acceptOlder,
    };
    return refreshSeats(world, who, made.roster, how);
  },
});
