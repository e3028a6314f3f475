import type { FiledRows } from '../lobbying/index.ts';
import { filingsWith } from './queries.ts';

/** The filed reports, not superseded, whose lines took or counted a row of the log; the worksheet takes nothing. */
export const filedRows: FiledRows = (world, kind, id) => world.db.all(filingsWith, { kind, id });
