import type { World } from '../platform/world.ts';

export type RowKind = 'activity' | 'expense' | 'compensation' | 'dues';
/** A filed report that has a row of the log. */
export interface FiledIn {
  filingId: string;
  name: string;
}
/** The filed reports, not superseded, that took or counted a row of the log. */
export type FiledRows = (world: World, kind: RowKind, id: string) => Promise<FiledIn[]>;

declare module '../platform/world.ts' {
  interface World {
    filedRows: FiledRows;
  }
}
