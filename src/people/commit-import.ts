import { conflict } from '../platform/problem.ts';
import { change, must, type Change } from '../platform/statement.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { inChunks } from './chunks.ts';
import { insertImport, insertImportRows, newestImport, type ImportKind } from './import-queries.ts';
import type { Remark } from './members-file.ts';

/** What an import did with one line of its file. */
export interface KeptLine {
  line: number;
  outcome: 'created' | 'updated' | 'unchanged' | 'rejected';
  subjectId: string | null;
  /** How the row looked before: what an undo puts back. */
  before: unknown;
  problems: { field: string; reason: string }[];
}

export const keptProblems = (remarks: readonly Remark[]): KeptLine['problems'] =>
  remarks.map(({ field, reason }) => ({ field, reason }));

/** The refused lines of a file, as an import keeps them. */
export const rejectedLines = (rejected: readonly Remark[]): KeptLine[] =>
  [...Map.groupBy(rejected, (one) => one.line)].map(([line, remarks]) => ({
    line,
    outcome: 'rejected',
    subjectId: null,
    before: null,
    problems: keptProblems(remarks),
  }));

export interface MadeImport {
  id: string;
  kind: ImportKind;
  action: string;
  fileName: string;
  fileHash: string;
  mapping: Record<string, string>;
  counts: { created: number; updated: number; unchanged: number; rejected: number };
  /** The newest import when the file was compared: where there is a newer one now, nothing is written. */
  newest: string | null;
  /** ms UTC */
  at: number;
}

/** The newest import by now: read before a file is compared. */
export const newestImportId = async (world: World): Promise<string | null> =>
  (await world.db.first(newestImport, {}))?.id ?? null;

/** Writes an import in one commit: itself, its changes and its lines. Answers the problem where another was faster, else null. */
export const commitImport = async (
  world: World,
  who: Who,
  { action, counts, ...made }: MadeImport,
  changes: Change[],
  lines: KeptLine[],
) => {
  const done = await world.db.commit(
    { who, action, subject: { kind: 'import', id: made.id }, detail: counts },
    [
      must(insertImport, { ...made, ...counts, by: who.id }),
      ...changes,
      ...inChunks(lines).map((rows) => change(insertImportRows, { importId: made.id, rows })),
    ],
  );
  return done
    ? null
    : conflict(
        'Another import finished while this file was being compared. Look at what it changed, then import this file again.',
      );
};
