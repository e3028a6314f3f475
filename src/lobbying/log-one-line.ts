import * as z from 'zod';
import { localDate } from '../platform/days.ts';
import { invalid, ok } from '../platform/problem.ts';
import { verb, view } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { networkSettings } from '../staff/index.ts';
import { logActivity, type ActivityInput } from './add-activity.ts';
import { readLogLine, type ReadLine } from './log-line.ts';
import { billChoices, officialChoices } from './queries.ts';

const by = ['owner', 'director', 'coordinator', 'staff'] as const;
const line = z
  .string()
  .trim()
  .min(1, 'Write a line, such as 30m SB 12 Sen Hill oppose.')
  .max(500, 'Keep the line under 500 characters.');

/** What a line says today, with the officials in office and the bills that are followed. */
export const readLine = async (world: World, words: string): Promise<ReadLine> => {
  const [{ zone }, officials, bills] = await Promise.all([
    networkSettings(world),
    world.db.all(officialChoices, {}),
    world.db.all(billChoices, {}),
  ]);
  return readLogLine(words, localDate(world.clock.now(), zone), { officials, bills });
};

/** The fields of an activity that a line fills. */
export const fieldsOfLine = (
  read: ReadLine,
): Omit<ActivityInput, 'id'> & { kind: ActivityInput['kind'] } => ({
  onDate: read.onDate,
  kind: read.kind ?? 'administrative',
  method: read.method,
  officialId: read.official?.id ?? null,
  billId: read.bill?.id ?? null,
  position: read.position,
  minutes: read.minutes,
  minutesTravel: read.minutesTravel,
  minutesPrep: read.minutesPrep,
  note: read.note,
});

/** Shows what a line would log, without logging it: the preview before Enter. */
export const previewLine = view({
  name: 'activity.preview_line',
  by,
  input: z.strictObject({ line }),
  run: async (world, _who, input) => ok(await readLine(world, input.line)),
});

/** Logs one line of text, such as "30m SB 12 Sen Hill oppose". What it leaves open is refused, with the field. */
export const logLine = verb({
  name: 'activity.add_line',
  by,
  input: z.strictObject({ id: z.string().optional(), line }),
  run: async (world, who, { id, line: words }) => {
    const read = await readLine(world, words);
    if (read.problems.length > 0) return invalid(read.problems);
    return logActivity(world, who, { ...fieldsOfLine(read), id }, { door: 'line', state: 'confirmed' });
  },
});
