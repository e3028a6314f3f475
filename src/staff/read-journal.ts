import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { addDays, instantOf, isDate } from '../platform/days.ts';
import { ulidFloor } from '../platform/ids.ts';
import { ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { networkSettings } from './network-settings.ts';
import { journalOfSubject, journalPage } from './queries.ts';

const date = z.string().refine(isDate, 'Write the date as 2027-02-09.');
const MOST = 200;

/**
 * Who did what, newest first: everything, or one subject's story, narrowed by action, actor and dates
 * (first and last day, in the network's zone).
 * @returns `data`, and in `nextCursor` where the next page begins, or null
 */
export const readJournal = view({
  name: 'journal.read',
  by: ['owner'],
  input: z.strictObject({
    subjectKind: z.string().optional(),
    subjectId: z.string().optional(),
    action: z.string().optional(),
    actorId: z.string().optional(),
    from: date.optional(),
    to: date.optional(),
    cursor: z.string().optional(),
    limit: z.number().int().min(1).max(MOST).default(50),
  }),
  async run(world, _who, input) {
    const { zone } = await networkSettings(world);
    const after = input.to && ulidFloor(instantOf(addDays(input.to, 1), '00:00', zone));
    // The largest id there can be, where nothing narrows the end.
    const before = [input.cursor, after].filter((one) => one !== undefined).toSorted()[0] ?? '~';
    const ask = {
      action: input.action ?? null,
      actorId: input.actorId ?? null,
      from: input.from ? ulidFloor(instantOf(input.from, '00:00', zone)) : '',
      before,
      limit: input.limit + 1,
    };
    const { subjectKind, subjectId } = input;
    const rows =
      subjectKind !== undefined && subjectId !== undefined
        ? await world.db.all(journalOfSubject, { ...ask, subjectKind, subjectId })
        : await world.db.all(journalPage, ask);
    const entries = rows.map((row) => ({
      ...row,
      detail: JSON.parse(row.detail) as Record<string, unknown>,
    }));
    return ok(cutPage(entries, input.limit, (row) => row.id));
  },
});
