/**
 * The archive: everything in the network as files, everything back from files, and how long what may go is kept. An
 * export is written in the background, step by step, and goes by itself after a week; keys, codes and sign-ins are
 * never in it. It is put back into an empty network only, by its manifest, each file by its SHA-256. What may be
 * removed is removed at night, in lots, once a person has seen how much it is and switched it on.
 */
import { clearExport, sweepExports } from './discard-export.ts';
import { writeExport } from './write-export.ts';
import { goOn } from './go-on.ts';
import { removeOld } from './remove-old.ts';

export { beginRestore } from './begin-restore.ts';
export { discardExport } from './discard-export.ts';
export { finishRestore } from './finish-restore.ts';
export { KIND_NAMES } from './kinds.ts';
export { isRestoring } from './go-on.ts';
export { listExports } from './list-exports.ts';
export { listRetention } from './list-retention.ts';
export { requestExport } from './request-export.ts';
export { restoreFile } from './restore-file.ts';
export { archiveRoutes } from './routes.tsx';

/** Jobs that exports ask for. */
export const archiveJobs = { 'archive.write': writeExport, 'archive.clear': clearExport };

export const archiveClocks = {
  quarter: { 'archive.go_on': goOn },
  daily: { 'archive.sweep': sweepExports, 'retention.remove': removeOld },
};
