import * as z from 'zod';
import { invalid, ok, refused, type Result } from '../platform/problem.ts';
import { sha256 } from '../platform/tokens.ts';
import { verb } from '../platform/verb.ts';
import { COLUMNS, type Mapping } from './columns.ts';
import { commitImport, newestImportId, keptProblems, rejectedLines, type KeptLine } from './commit-import.ts';
import { today } from './consent.ts';
import { planImport, type ImportPlan } from './import-plan.ts';
import { importOfFile } from './import-queries.ts';
import { loadKnown } from './known.ts';
import { readMembersFile, type Remark } from './members-file.ts';
import { planChanges } from './plan-changes.ts';

/** What an import did, or in a dry run would do. */
export interface ImportReport {
  /** Null in a dry run, and where nothing changed and the file was never imported. */
  importId: string | null;
  dryRun: boolean;
  fileName: string;
  /** Lines with anything in them, the header aside. */
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
  rejectedRows: number;
  /** Every reason for which a row was or would be refused. */
  rejected: Remark[];
  /** Worth knowing, and no reason to refuse: suppressed addresses above all. */
  notes: Remark[];
  newRegions: string[];
  newGroups: string[];
  /** Rows that change a member, with the columns that change. */
  changes: { line: number; memberId: string; fields: string[] }[];
  /** Which header of the file was taken for which column. */
  mapping: Record<string, string>;
  /** Headers that were not used. */
  ignored: string[];
}

/** A file as an import takes it: text, or the bytes of an upload. */
export const fileInput = {
  fileName: z.string().trim().min(1).max(200).default('file.csv'),
  content: z.union([z.string(), z.instanceof(Uint8Array)], { error: 'Give the file itself.' }),
  dryRun: z.boolean().default(false),
  acceptGoodRows: z.boolean().default(false),
};
export const hashOfFile = (content: string | Uint8Array) =>
  sha256(new Uint8Array(typeof content === 'string' ? new TextEncoder().encode(content) : content));

/** The refusal of a file with rows that cannot be taken: each by line and column. */
export const rejection = (rejected: Remark[]) =>
  invalid(
    rejected.map(({ line, field, reason }) => ({ field: `line ${line}: ${field}`, message: reason })),
    `${count(new Set(rejected.map((one) => one.line)).size, 'row')} of this file cannot be taken, so nothing was imported. Mend the rows, or import only the good ones.`,
  );
export const count = (n: number, one: string) => `${n.toLocaleString('en-US')} ${one}${n === 1 ? '' : 's'}`;

/**
 * Imports members from a CSV file. All rows or none, unless `acceptGoodRows`. Existing members are found
 * again and updated; empty cells leave what is there; suppressed addresses stay suppressed; the same file
 * again changes nothing. `dryRun` writes nothing and reports everything.
 * Problems: `invalid` with one field per refused cell, `conflict` where another import was faster.
 */
export const importMembers = verb({
  name: 'member.import',
  by: ['owner', 'director', 'staff', 'system'],
  input: z.strictObject({ ...fileInput, mapping: z.partialRecord(z.enum(COLUMNS), z.string()).default({}) }),
  async run(world, who, input): Promise<Result<ImportReport>> {
    const [day, newest, hash] = await Promise.all([
      today(world),
      newestImportId(world),
      hashOfFile(input.content),
    ]);
    const file = readMembersFile(input.content, headersOf(input.mapping), day);
    if (!file.ok) return invalid([{ field: file.field, message: file.reason }], file.reason);
    const known = await loadKnown(world, file.rows);
    if (known.organizations.length === 0) {
      return refused(
        'import.association',
        'Members belong to an association, and the network has none yet. Add it under Members, Organizations, then import again.',
      );
    }
    // One reading for all: an undo takes away only what still bears the import's own time.
    const now = world.clock.now();
    const plan = planImport(file.rows, known, { now, nextId: world.ids.next });
    const report = reportOf(plan, file, input);
    if (input.dryRun) return ok(report);
    if (report.rejected.length > 0 && !input.acceptGoodRows) return rejection(report.rejected);
    if (report.created + report.updated === 0) {
      const same = await world.db.first(importOfFile, { kind: 'members', fileHash: hash });
      return ok({ ...report, importId: same?.id ?? null });
    }
    const importId = world.ids.next();
    const problem = await commitImport(
      world,
      who,
      {
        id: importId,
        kind: 'members',
        action: 'member.import',
        fileName: input.fileName,
        fileHash: hash,
        mapping: report.mapping,
        counts: {
          created: report.created,
          updated: report.updated,
          unchanged: report.unchanged,
          rejected: report.rejectedRows,
        },
        newest,
        at: now,
      },
      planChanges(world, plan, { who, evidence: { kind: 'import', id: importId }, day }),
      linesToKeep(plan, report.rejected),
    );
    return problem ?? ok({ ...report, importId });
  },
});

/** Headers as the CSV reader names them. */
const headersOf = (mapping: Partial<Record<string, string>>): Mapping =>
  Object.fromEntries(
    Object.entries(mapping).map(([column, header]) => [
      column,
      (header ?? '').trim().toLowerCase().replaceAll(/\s+/g, '_'),
    ]),
  );

type ReadFile = Extract<ReturnType<typeof readMembersFile>, { ok: true }>;

const reportOf = (
  plan: ImportPlan,
  file: ReadFile,
  input: { dryRun: boolean; fileName: string },
): ImportReport => {
  const rejected = [...file.rejected, ...plan.rejected].toSorted((a, b) => a.line - b.line);
  const outcome = (which: string) => plan.rows.filter((row) => row.outcome === which);
  return {
    importId: null,
    dryRun: input.dryRun,
    fileName: input.fileName,
    rows: file.lines,
    created: outcome('created').length,
    updated: outcome('updated').length,
    unchanged: outcome('unchanged').length,
    rejectedRows: new Set(rejected.map((one) => one.line)).size,
    rejected,
    notes: plan.notes,
    newRegions: plan.newRegions.map((one) => one.name),
    newGroups: plan.newGroups.map((one) => one.name),
    changes: outcome('updated').map(({ line, memberId, fields }) => ({ line, memberId, fields })),
    mapping: Object.fromEntries(Object.entries(file.mapping).filter(([, header]) => header)),
    ignored: file.ignored,
  };
};

/** The lines as the import keeps them; line 0 holds the regions and groups it had to make. */
const linesToKeep = (plan: ImportPlan, rejected: Remark[]): KeptLine[] => [
  {
    line: 0,
    outcome: 'created',
    subjectId: null,
    before: { regions: plan.newRegions.map((one) => one.id), groups: plan.newGroups.map((one) => one.id) },
    problems: [],
  },
  ...plan.rows.map(({ line, outcome, memberId, before }) => ({
    line,
    outcome,
    subjectId: memberId,
    before,
    problems: keptProblems(plan.notes.filter((note) => note.line === line)),
  })),
  ...rejectedLines(rejected),
];
