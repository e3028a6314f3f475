import * as z from 'zod';
import { conflict, missing, ok, refused, type Result } from '../platform/problem.ts';
import { change, must, type Change, type RowOf } from '../platform/statement.ts';
import { verb } from '../platform/verb.ts';
import type { Who } from '../platform/who.ts';
import type { World } from '../platform/world.ts';
import { inChunks } from './chunks.ts';
import { closePoints, insertLedgerLines } from './consent-queries.ts';
import { today } from './consent.ts';
import { deleteDistricts, districtsInUse, upsertDistricts } from './district-queries.ts';
import { districtRow } from './district.ts';
import {
  clearPrimaries,
  deleteEmptyGroups,
  deleteEmptyRegions,
  deleteMembers,
  deletePointsExcept,
  forgetBefore,
  grantsOfImport,
  importById,
  importRows,
  leaveGroupsExcept,
  leaveOrganizationsExcept,
  markUndone,
  restorePoints,
  type ImportRow,
} from './import-queries.ts';
import { snapshotsOf } from './known.ts';
import { updateMembers } from './member-queries.ts';
import type { Undoing, UndoLine } from './ports.ts';
import { memberSnapshot, type MemberSnapshot } from './snapshot.ts';
import { undoFigures } from './undo-figures.ts';

/** Why an import without rows is not undone. */
const FORGOTTEN =
  'How things were before this import is not kept any more: retention has removed it. What it brought stays.';

/** What an undo did, or in a dry run would do. */
export interface UndoReport {
  removed: number;
  restored: number;
  /** Rows left as they are, each with the reason. */
  kept: Undoing['kept'];
}

/**
 * Takes an import back: what it created goes, what it changed is as before. Kept, and named: members who have
 * answered or been written to since, and rows that somebody has changed since. Suppression stays in force. Officials,
 * committees and reach are taken back by the slice that brought them.
 */
export const undoImport = verb({
  name: 'import.undo',
  by: ['owner', 'director', 'staff'],
  input: z.strictObject({
    id: z.string(),
    /** Tells what would go back and what would stay, and changes nothing. */
    dryRun: z.boolean().default(false),
  }),
  async run(world, who, { id, dryRun }): Promise<Result<UndoReport>> {
    const [found, rows] = await Promise.all([
      world.db.first(importById, { id }),
      world.db.all(importRows, { importId: id }),
    ]);
    if (!found) return missing('This import');
    const planned = await planUndo(world, who, found, rows);
    if (!planned.ok) return planned;
    const { changes } = planned.value;
    const report = reportOf(planned.value);
    if (dryRun) return ok(report);
    try {
      const done = await world.db.commit(
        {
          who,
          action: 'import.undo',
          subject: { kind: 'import', id },
          detail: { ...report, kept: report.kept.length },
        },
        [
          must(markUndone, { id, now: world.clock.now() }),
          ...changes,
          change(forgetBefore, { importId: id }),
        ],
      );
      if (!done) return conflict('Somebody else has just undone this import.');
    } catch (error) {
      if (!(error instanceof Error) || !error.message.includes('FOREIGN KEY constraint failed')) throw error;
      return refused(
        'import.undo',
        'Other records refer to what this import brought, such as which officials reach a district. Nothing was undone. Take those back first.',
      );
    }
    return ok(report);
  },
});

/** What an undo would do now, or why it cannot be; nothing of it is written here. */
export const planUndo = async (
  world: World,
  who: Who,
  made: ImportRow,
  rows: RowOf<typeof importRows>[],
): Promise<Result<Undoing>> => {
  if (made.state === 'undone') return conflict('This import has been undone already.');
  if (rows.length === 0) return refused('import.forgotten', FORGOTTEN);
  const lines = rows.map((row) => ({
    ...row,
    before: row.before ? (JSON.parse(row.before) as unknown) : null,
  }));
  return undoingOf(world, who, made, lines);
};

/** What of it is told. */
export const reportOf = ({ removed, restored, kept }: Undoing): UndoReport => ({
  removed: removed.length,
  restored: restored.length,
  kept,
});

const undoingOf = async (
  world: World,
  who: Who,
  made: { id: string; kind: string; at: number },
  lines: UndoLine[],
): Promise<Result<Undoing>> => {
  switch (made.kind) {
    case 'members':
      return ok(await undoMembers(world, who, made, lines));
    case 'districts':
      return ok(await undoDistricts(world, lines));
    case 'figures':
      return ok(await undoFigures(world, who, lines));
    default:
      return (
        (await world.undoOfImport?.(world, who, made, lines)) ??
        refused('import.undo', `An import of ${made.kind} is not undone here: import the earlier file again.`)
      );
  }
};

const undoMembers = async (
  world: World,
  who: Who,
  made: { id: string; at: number },
  lines: UndoLine[],
): Promise<Undoing> => {
  const kept: Undoing['kept'] = [];
  const createdIds = lines.flatMap((row) =>
    row.outcome === 'created' && row.subjectId ? [row.subjectId] : [],
  );
  const befores = lines.flatMap((row) =>
    row.outcome === 'updated' && row.before ? [memberSnapshot.parse(row.before)] : [],
  );
  const now = await snapshotsOf(world, [...createdIds, ...befores.map((one) => one.id)]);
  const byId = new Map(now.map((one) => [one.id, one]));
  const traces = new Map(
    (await world.memberTraces?.(world, createdIds))?.map((one) => [one.memberId, one.trace]),
  );
  const untouched = (id: string) => {
    const member = byId.get(id);
    if (!member) return false;
    if (member.updatedAt !== made.at) kept.push({ id, reason: 'changed since the import' });
    return member.updatedAt === made.at;
  };
  const removed = createdIds.filter((id) => {
    const trace = traces.get(id);
    if (trace && byId.has(id)) kept.push({ id, reason: trace });
    return !trace && untouched(id);
  });
  const restored = befores.filter((one) => untouched(one.id));
  const restoredIds = restored.map((one) => one.id);
  const made0 = z
    .object({ regions: z.array(z.string()), groups: z.array(z.string()) })
    .safeParse(lines.find((row) => row.line === 0)?.before);
  return {
    removed,
    restored: restoredIds,
    kept,
    changes: [
      ...(await withdrawn(world, who, made.id, [...removed, ...restoredIds])),
      ...inChunks(removed).map((ids) => change(deleteMembers, { ids, at: made.at })),
      ...inChunks(restored).flatMap((piece) => restoring(piece, world.clock.now())),
      ...(made0.success
        ? [
            change(deleteEmptyRegions, { ids: made0.data.regions }),
            change(deleteEmptyGroups, { ids: made0.data.groups }),
          ]
        : []),
    ],
  };
};

const restoring = (befores: MemberSnapshot[], now: number): Change[] => {
  const memberIds = befores.map((one) => one.id);
  const points = befores.flatMap((one) => one.points.map((point) => ({ ...point, memberId: one.id })));
  return [
    change(updateMembers, {
      rows: befores.map(({ points: _p, groupIds: _g, organizationIds: _o, ...row }) => row),
    }),
    change(deletePointsExcept, { memberIds, keep: points.map((point) => point.id) }),
    change(clearPrimaries, { memberIds }),
    change(restorePoints, { rows: points }),
    change(leaveGroupsExcept, {
      memberIds,
      keep: befores.flatMap((one) => one.groupIds.map((id) => `${id} ${one.id}`)),
    }),
    change(leaveOrganizationsExcept, {
      memberIds,
      keep: befores.flatMap((one) => one.organizationIds.map((id) => `${id} ${one.id}`)),
    }),
    // What was stopped since the import stays stopped.
    change(closePoints, { hashes: points.map((point) => point.addressHash), now }),
  ];
};

/** Consent that only this import vouched for is withdrawn in the ledger, which forgets nothing. */
const withdrawn = async (
  world: World,
  who: Who,
  importId: string,
  memberIds: string[],
): Promise<Change[]> => {
  const day = await today(world);
  const changes: Change[] = [];
  for (const piece of inChunks(memberIds)) {
    const grants = await world.db.all(grantsOfImport, { importId, memberIds: piece });
    if (grants.length === 0) continue;
    changes.push(
      change(insertLedgerLines, {
        lines: grants.map((grant) => ({
          ...grant,
          id: world.ids.next(),
          onDate: day,
          channel: 'sms' as const,
          organizationId: null,
          kind: 'revoked' as const,
          textVersion: null,
          source: 'import undone',
        })),
        at: world.clock.now(),
        evidenceKind: 'import',
        evidenceId: importId,
        actorKind: who.kind,
        actorId: who.id,
      }),
    );
  }
  return changes;
};

const undoDistricts = async (world: World, lines: UndoLine[]): Promise<Undoing> => {
  const created = lines.flatMap((row) => (row.outcome === 'created' && row.subjectId ? [row.subjectId] : []));
  const restored = lines.flatMap((row) =>
    row.outcome === 'updated' && row.before ? [districtRow.parse(row.before)] : [],
  );
  const used = new Set((await world.db.all(districtsInUse, { ids: created })).map((one) => one.nces));
  const removed = created.filter((nces) => !used.has(nces));
  return {
    removed,
    restored: restored.map((one) => one.nces),
    kept: [...used].map((id) => ({ id, reason: 'members or figures refer to it' })),
    changes: [
      ...inChunks(removed).map((ids) => change(deleteDistricts, { ids })),
      ...inChunks(restored).map((rows) => change(upsertDistricts, { rows, importId: null })),
    ],
  };
};
