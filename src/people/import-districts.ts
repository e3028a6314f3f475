import * as z from 'zod';
import { invalid, ok, type Result } from '../platform/problem.ts';
import { change } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import { inChunks } from './chunks.ts';
import { commitImport, newestImportId, rejectedLines } from './commit-import.ts';
import { districtsByNces, upsertDistricts } from './district-queries.ts';
import { type District } from './district.ts';
import { readDistrictsFile, type DistrictLine } from './districts-file.ts';
import { fileInput, hashOfFile, rejection } from './import-members.ts';
import { importOfFile } from './import-queries.ts';
import type { Remark } from './members-file.ts';

/** What an import of districts did, or in a dry run would do. */
export interface DistrictsReport {
  importId: string | null;
  dryRun: boolean;
  fileName: string;
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejectedRows: number;
  rejected: Remark[];
}

/**
 * Imports districts by NCES id from CSV (`nces,name,county,state,class,zip,zone,state_id`, or the columns of
 * the NCES directory) or from JSON with a list `districts`. What the file leaves out stays as it is.
 */
export const importDistricts = verb({
  name: 'district.import',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    ...fileInput,
    /** Where the file is from; else what the file itself says, else its name. */
    source: z.string().trim().min(1).max(200).optional(),
  }),
  async run(world, who, input): Promise<Result<DistrictsReport>> {
    const [newest, hash] = await Promise.all([newestImportId(world), hashOfFile(input.content)]);
    const file = readDistrictsFile(input.content);
    if (!file.ok) return invalid([{ field: 'file', message: file.reason }], file.reason);

    const existing = new Map<string, District>();
    for (const ids of inChunks(file.rows.map((row) => row.nces))) {
      for (const one of await world.db.all(districtsByNces, { ids })) existing.set(one.nces, one);
    }
    const compared = file.rows.map((row) =>
      compare(row, existing.get(row.nces), input.source ?? input.fileName),
    );
    const changed = compared.filter((one) => one.outcome !== 'unchanged');
    const of = (outcome: string) => compared.filter((one) => one.outcome === outcome).length;
    const rejected = file.rejected.toSorted((a, b) => a.line - b.line);
    const refused = new Set(rejected.map((one) => one.line)).size;
    const counts = {
      created: of('created'),
      updated: of('updated'),
      unchanged: of('unchanged'),
      rejected: refused,
    };
    const report: DistrictsReport = {
      importId: null,
      dryRun: input.dryRun,
      fileName: input.fileName,
      rows: file.rows.length + refused,
      created: counts.created,
      updated: counts.updated,
      unchanged: counts.unchanged,
      rejectedRows: refused,
      rejected,
    };
    if (input.dryRun) return ok(report);
    if (rejected.length > 0 && !input.acceptGoodRows) return rejection(rejected);
    if (changed.length === 0) {
      const same = await world.db.first(importOfFile, { kind: 'districts', fileHash: hash });
      return ok({ ...report, importId: same?.id ?? null });
    }
    const importId = world.ids.next();
    const problem = await commitImport(
      world,
      who,
      {
        id: importId,
        kind: 'districts',
        action: 'district.import',
        fileName: input.fileName,
        fileHash: hash,
        mapping: {},
        counts,
        newest,
        at: world.clock.now(),
      },
      inChunks(changed.map((one) => one.district)).map((rows) => change(upsertDistricts, { rows, importId })),
      [
        ...compared.map(({ line, outcome, district, before }) => ({
          line,
          outcome,
          subjectId: district.nces,
          before,
          problems: [],
        })),
        ...rejectedLines(rejected),
      ],
    );
    return problem ?? ok({ ...report, importId });
  },
});

const TOLD = ['name', 'county', 'state', 'stateId', 'class', 'zip', 'zone'] as const;

const compare = (row: DistrictLine, before: District | undefined, source: string) => {
  const { line, ...told } = row;
  const district: District = {
    ...told,
    county: told.county ?? before?.county ?? null,
    stateId: told.stateId ?? before?.stateId ?? null,
    class: told.class ?? before?.class ?? null,
    zip: told.zip ?? before?.zip ?? null,
    zone: told.zone ?? before?.zone ?? null,
    source: told.source ?? source,
    asOf: told.asOf ?? before?.asOf ?? null,
  };
  const outcome = !before
    ? 'created'
    : TOLD.some((key) => before[key] !== district[key])
      ? 'updated'
      : 'unchanged';
  return { line, district, outcome, before: outcome === 'updated' ? (before ?? null) : null } as const;
};
