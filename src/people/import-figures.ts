import * as z from 'zod';
import { invalid, ok, type Result } from '../platform/problem.ts';
import { verb } from '../platform/verb.ts';
import type { World } from '../platform/world.ts';
import { inChunks } from './chunks.ts';
import { commitImport, newestImportId, rejectedLines } from './commit-import.ts';
import { districtNames } from './district-queries.ts';
import { factRow, type DistrictFact } from './district.ts';
import { putFacts } from './fact-changes.ts';
import { factsOf } from './figure-queries.ts';
import { readFiguresFile, type FiguresLine } from './figures-file.ts';
import { fileInput, hashOfFile, rejection } from './import-members.ts';
import { districtFinder } from './import-plan.ts';
import { importOfFile } from './import-queries.ts';
import type { Remark } from './members-file.ts';
import { factOrigin } from './set-district-fact.ts';

/** A figure that a file changes: as it is then, and as it was, null where the district had none. */
export const factTurn = z.object({ now: factRow, before: factRow.nullable() });
export type FactTurn = z.infer<typeof factTurn>;

/** What an import of figures did, or in a dry run would do. Rows are districts. */
export interface FiguresReport {
  importId: string | null;
  dryRun: boolean;
  fileName: string;
  rows: number;
  /** Districts that got figures they had none for, and nothing else changed. */
  created: number;
  /** Districts of which a figure was replaced. */
  updated: number;
  unchanged: number;
  rejectedRows: number;
  rejected: Remark[];
  /** The figures that have a column. */
  figures: string[];
  ignored: string[];
  /** Each figure that is new or other than before. */
  changes: (FactTurn & { line: number; district: string })[];
}

/**
 * Imports figures of many districts from a CSV file: `district_nces` or `district`, a column for each figure, and
 * `source` and `as_of`, which may be told once for all rows instead. An empty cell leaves what is there. All rows or
 * none, unless `acceptGoodRows`. `dryRun` writes nothing and reports everything.
 * Problems: `invalid` with one field per refused cell, `conflict` where another import was faster.
 */
export const importFigures = verb({
  name: 'district.import_figures',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({
    ...fileInput,
    source: factOrigin.source.optional(),
    asOf: factOrigin.asOf.optional(),
  }),
  async run(world, who, input): Promise<Result<FiguresReport>> {
    const [newest, hash] = await Promise.all([newestImportId(world), hashOfFile(input.content)]);
    const file = readFiguresFile(input.content, input);
    if (!file.ok) return invalid([{ field: 'file', message: file.reason }], file.reason);
    const compared = await compare(world, file.rows);
    const rejected = [...file.rejected, ...compared.rejected].toSorted((a, b) => a.line - b.line);
    const of = (outcome: string) => compared.rows.filter((row) => row.outcome === outcome).length;
    const counts = {
      created: of('created'),
      updated: of('updated'),
      unchanged: of('unchanged'),
      rejected: new Set(rejected.map((one) => one.line)).size,
    };
    const report: FiguresReport = {
      importId: null,
      dryRun: input.dryRun,
      fileName: input.fileName,
      rows: file.lines,
      ...counts,
      rejectedRows: counts.rejected,
      rejected,
      figures: file.figures,
      ignored: file.ignored,
      changes: compared.rows.flatMap(({ line, district, turns }) =>
        turns.map((turn) => ({ ...turn, line, district })),
      ),
    };
    if (input.dryRun) return ok(report);
    if (rejected.length > 0 && !input.acceptGoodRows) return rejection(rejected);
    if (report.changes.length === 0) {
      const same = await world.db.first(importOfFile, { kind: 'figures', fileHash: hash });
      return ok({ ...report, importId: same?.id ?? null });
    }
    const importId = world.ids.next();
    const problem = await commitImport(
      world,
      who,
      {
        id: importId,
        kind: 'figures',
        action: 'district.import_figures',
        fileName: input.fileName,
        fileHash: hash,
        mapping: {},
        counts,
        newest,
        at: world.clock.now(),
      },
      putFacts(
        world,
        who,
        report.changes.map((one) => one.now),
      ),
      [
        ...compared.rows.map(({ line, outcome, nces, turns }) => ({
          line,
          outcome,
          subjectId: nces,
          before: turns.length > 0 ? turns : null,
          problems: [],
        })),
        ...rejectedLines(rejected),
      ],
    );
    return problem ?? ok({ ...report, importId });
  },
});

const sameFact = (a: DistrictFact | null, b: DistrictFact) =>
  a?.value === b.value && a.asOf === b.asOf && a.source === b.source;

/** The district of each row and what of its figures is new; a row whose district is not found, or told before, is refused. */
const compare = async (world: World, lines: FiguresLine[]) => {
  const names = await world.db.all(districtNames, {});
  const find = districtFinder(names);
  const nameOf = new Map(names.map((one) => [one.nces, one.name]));
  const rejected: Remark[] = [];
  const first = new Map<string, number>();
  const found = lines.flatMap((row) => {
    const one = find(row.nces, row.district);
    const told = one.ok && one.nces !== null ? first.get(one.nces) : undefined;
    if (!one.ok) rejected.push({ line: row.line, field: one.field, reason: one.reason });
    else if (one.nces === null)
      rejected.push({ line: row.line, field: 'district', reason: 'Say which district this is.' });
    else if (told !== undefined)
      rejected.push({ line: row.line, field: 'district', reason: `This is the district of line ${told}.` });
    else {
      first.set(one.nces, row.line);
      return [{ ...row, nces: one.nces }];
    }
    return [];
  });
  const known = new Map<string, DistrictFact>();
  for (const ids of inChunks(found.map((row) => row.nces)))
    for (const fact of await world.db.all(factsOf, { ids })) known.set(`${fact.nces} ${fact.key}`, fact);
  const rows = found.map(({ line, nces, figures }) => {
    const turns = figures.flatMap((figure): FactTurn[] => {
      const now = { nces, ...figure };
      const before = known.get(`${nces} ${figure.key}`) ?? null;
      return sameFact(before, now) ? [] : [{ now, before }];
    });
    const outcome: 'created' | 'updated' | 'unchanged' =
      turns.length === 0 ? 'unchanged' : turns.some((one) => one.before) ? 'updated' : 'created';
    return { line, nces, district: nameOf.get(nces) ?? nces, turns, outcome };
  });
  return { rows, rejected };
};
