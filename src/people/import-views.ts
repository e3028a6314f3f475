import * as z from 'zod';
import { cutPage } from '../platform/cut-page.ts';
import { missing, ok } from '../platform/problem.ts';
import { view } from '../platform/verb.ts';
import { planUndo, reportOf } from './undo-import.ts';
import { IMPORT_KINDS, importById, importRows, importsPage } from './import-queries.ts';

const READERS = ['owner', 'director', 'coordinator', 'staff', 'system'] as const;

/** Imports of some kinds, all unless told, the newest first. `cursor` is the last import's id. */
export const listImports = view({
  name: 'import.list',
  by: READERS,
  input: z.strictObject({
    cursor: z.string().max(40).optional(),
    limit: z.number().int().min(1).max(200).default(50),
    kinds: z
      .array(z.enum(IMPORT_KINDS))
      .min(1)
      .default([...IMPORT_KINDS]),
  }),
  async run(world, _who, { cursor = '~', limit, kinds }) {
    const rows = await world.db.all(importsPage, { before: cursor, limit: limit + 1, kinds });
    return ok(cutPage(rows, limit, (row) => row.id));
  },
});

const remarks = z.array(z.object({ field: z.string(), reason: z.string() }));

/** One import with the lines that created, changed or refused something; and what its undo would do, where asked. */
export const showImport = view({
  name: 'import.show',
  by: READERS,
  input: z.strictObject({
    id: z.string(),
    /** Tells too what an undo would do now. */
    withUndo: z.boolean().default(false),
  }),
  async run(world, who, { id, withUndo }) {
    const [found, rows] = await Promise.all([
      world.db.first(importById, { id }),
      world.db.all(importRows, { importId: id }),
    ]);
    if (!found) return missing('This import');
    const undo =
      (withUndo || rows.length === 0) && found.state === 'done'
        ? await planUndo(world, who, found, rows)
        : null;
    return ok({
      ...found,
      undo: undo && (undo.ok ? reportOf(undo.value) : { refused: undo.problem.message }),
      lines: rows
        .filter((row) => row.line > 0 && row.outcome !== 'unchanged')
        .map(({ line, outcome, subjectId, name, problems }) => ({
          line,
          outcome,
          subjectId,
          name,
          problems: remarks.parse(JSON.parse(problems)),
        })),
    });
  },
});
