import * as z from 'zod';
import { newestImportId } from '../people/index.ts';
import { isDate, localDate } from '../platform/days.ts';
import { invalid, ok } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import { commitRefresh } from './commit-refresh.ts';
import { fileInput } from './import-officials.ts';
import { planReach } from './put-reach.ts';
import { allSeats, knownDistricts } from './queries.ts';
import { readReachRows, rowsOfReach } from './reach-rows.ts';
import type { Refresh, RejectedRow } from './refresh.ts';
import { feedTurnOf } from './turns.ts';

/**
 * Takes from a CSV file which seats each school district overlaps, with the share of the district. All rows
 * or none, unless `acceptGoodRows`; a district and chamber that the file speaks of become what it says.
 */
export const importReach = verb({
  name: 'reach.import',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    file: fileInput.file,
    fileName: fileInput.fileName,
    dryRun: fileInput.dryRun,
    acceptGoodRows: z.boolean().default(false),
    source: z.string().trim().min(1).max(200).optional(),
    asOf: z.string().refine(isDate, 'A day, for example 2026-08-05.').optional(),
  }),
  async run(world, who, input) {
    const newest = await newestImportId(world);
    const csv = rowsOfReach(input.file);
    if (!csv.ok) return csv;
    const { rows } = csv.value;

    const ids = [...new Set(rows.map((row) => (row.cells.district_nces ?? '').trim()))];
    const districts = await world.db.all(knownDistricts, { ids });
    const read = readReachRows(
      rows,
      new Map(districts.map((district) => [district.nces, district.state])),
      await world.db.all(allSeats, {}),
    );
    const rejected: RejectedRow[] = [...csv.value.rejected, ...read.rejected].toSorted(
      (a, b) => a.line - b.line,
    );
    if (rejected.length > 0 && !input.acceptGoodRows && !input.dryRun)
      return invalid(
        rejected
          .slice(0, 50)
          .map((row) => ({ field: `line ${row.line}: ${row.field}`, message: row.reason })),
        `${rejected.length} of ${rows.length + csv.value.rejected.length} rows cannot be taken. Nothing was changed.`,
      );

    const plan = await planReach(world, read.good, 'csv');
    const asOf = input.asOf ?? localDate(world.clock.now(), 'UTC');
    const source = input.source ?? input.fileName ?? 'a file of reach';
    const refresh: Refresh = {
      kind: 'reach',
      dryRun: input.dryRun,
      importId: null,
      source,
      asOf,
      ...plan.counts,
      rejected,
      notes: [
        `Rows that can be taken: ${read.good.length}. School districts they speak of: ${new Set(read.good.map((row) => row.districtNces)).size}.`,
      ],
    };
    if (input.dryRun) return ok(refresh);
    const states = [...new Set(districts.map((district) => district.state))];
    const id = world.ids.next();
    return commitRefresh(
      world,
      who,
      {
        id,
        kind: 'reach',
        action: 'reach.import',
        file: input.file,
        fileName: input.fileName,
        newest,
        refresh,
        lines: plan.lines,
        feeds: await Promise.all(
          states.map((jurisdiction) => feedTurnOf(world, who, { jurisdiction, kind: 'reach', source, asOf })),
        ),
      },
      plan.changes(id),
    );
  },
});
